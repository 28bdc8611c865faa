import { useState } from 'preact/hooks';
import { anthropicEndpoint } from '../../utils/core/endpoint';
import { t } from '../../utils/i18n';
import type { Keep, KeyStatus } from '../../utils/store/vault';
import { KeyForm } from '../options/KeyForm';
import { KeyOutcome, type Testing } from '../options/KeyOutcome';
import { SavedKey } from '../options/SavedKey';

interface Props {
  readonly status: KeyStatus;
  readonly testing: Testing;
  readonly asks: {
    readonly save: (key: string, keep: Keep) => void;
    readonly test: () => void;
    readonly forget: () => void;
  };
}

const keysPage = 'https://platform.claude.com/settings/keys';

/** The key of Anthropic's own endpoint, for those who have one at hand. */
export function KeyStep({ status, testing, asks }: Props) {
  const [replacing, setReplacing] = useState(false);
  const busy = testing.kind === 'running';
  const save = (key: string, keep: Keep) => {
    setReplacing(false);
    asks.save(key, keep);
  };
  return (
    <section id="key-step" aria-labelledby="key">
      <h2 id="key">{t('welcomeKey')}</h2>
      <p class="welcome-hint">{t('welcomeKeyHint')}</p>
      {status.kind === 'saved' && !replacing ? (
        <SavedKey status={status} busy={busy} asks={asks} onReplace={() => setReplacing(true)} />
      ) : (
        <KeyForm
          keep={status.kind === 'none' ? 'session' : status.keep}
          busy={busy}
          onSave={save}
        />
      )}
      <KeyOutcome
        testing={testing}
        service={anthropicEndpoint.name}
        gone={status.kind === 'gone'}
        keyless={false}
      />
      <p class="welcome-small">
        {t('welcomeKeyTest')}{' '}
        <a href={keysPage} target="_blank" rel="noreferrer">
          {t('getKey')}
        </a>
      </p>
    </section>
  );
}
