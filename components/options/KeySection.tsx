import { useState } from 'preact/hooks';
import { plural, t } from '../../utils/i18n';
import type { KeyTest } from '../../utils/messages';
import type { Keep, KeyStatus } from '../../utils/store/vault';
import { problemWords } from '../problem-words';
import { KeyForm } from './KeyForm';
import { SavedKey } from './SavedKey';
import './key-section.css';

/** How the last test went, while it runs and after. */
export type Testing = { readonly kind: 'none' } | { readonly kind: 'running' } | KeyOutcome;
export type KeyOutcome = { readonly kind: 'ended'; readonly test: KeyTest };

export interface KeyAsks {
  readonly save: (key: string, keep: Keep) => void;
  readonly test: () => void;
  readonly forget: () => void;
}

interface Props {
  readonly status: KeyStatus;
  readonly testing: Testing;
  /** Models that the key can use, as far as that is known. */
  readonly models: number;
  readonly asks: KeyAsks;
}

const keysPage = 'https://platform.claude.com/settings/keys';

/** The key: pasted once, tested at once, and never shown again. */
export function KeySection({ status, testing, models, asks }: Props) {
  const [replacing, setReplacing] = useState(false);
  const saved = status.kind === 'saved' && !replacing;
  const save = (key: string, keep: Keep) => {
    setReplacing(false);
    asks.save(key, keep);
  };
  return (
    <section aria-labelledby="key">
      <h2 id="key">{t('keySection')}</h2>
      <p class="intro">{t('keyIntro')}</p>
      {saved ? (
        <SavedKey
          status={status}
          busy={testing.kind === 'running'}
          asks={asks}
          onReplace={() => setReplacing(true)}
        />
      ) : (
        <KeyForm
          keep={status.kind === 'none' ? 'session' : status.keep}
          busy={testing.kind === 'running'}
          onSave={save}
        />
      )}
      <Outcome testing={testing} models={models} gone={status.kind === 'gone'} />
      <p class="hint">
        {saved && `${t('forgetHint')} `}
        <a href={keysPage} target="_blank" rel="noreferrer">
          {t(saved ? 'deleteInConsole' : 'getKey')}
        </a>
      </p>
    </section>
  );
}

interface OutcomeProps {
  readonly testing: Testing;
  readonly models: number;
  readonly gone: boolean;
}

function Outcome({ testing, models, gone }: OutcomeProps) {
  const said = words(testing, models, gone);
  return (
    <p class={`key-outcome ${said.tone}`} role="status">
      {said.title}
      {said.advice && <span>{said.advice}</span>}
    </p>
  );
}

function words(testing: Testing, models: number, gone: boolean) {
  if (testing.kind === 'running') return { tone: 'muted', title: t('testing'), advice: '' };
  if (testing.kind === 'none') {
    return gone
      ? { tone: 'bad', ...problemWords({ kind: 'key-gone' }) }
      : { tone: '', title: '', advice: '' };
  }
  if (!testing.test.ok) {
    const { title, advice } = problemWords(testing.test.problem);
    const kept = t(testing.test.saved ? 'keyKept' : 'keyNotSaved');
    return { tone: 'bad', title, advice: `${kept} ${advice}` };
  }
  return { tone: 'good', title: plural('keyWorks', models), advice: '' };
}
