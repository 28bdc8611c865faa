import type { Model } from '../../utils/core/model';
import { type MessageKey, t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import type { KeyStatus } from '../../utils/store/vault';
import { LanguagePicker } from '../LanguagePicker';
import { type KeyAsks, KeySection, type Testing } from './KeySection';
import { ModelSection } from './ModelSection';
import '../button.css';
import './options.css';

interface Props {
  readonly status: KeyStatus;
  readonly testing: Testing;
  readonly models: readonly Model[];
  readonly settings: Settings;
  /** As the browser writes it; null when none is set. */
  readonly shortcut: string | null;
  readonly now: number;
  readonly asks: KeyAsks;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** All that can be chosen, in one column. */
export function Options(props: Props) {
  const { status, testing, models, settings, onChange } = props;
  return (
    <div class="options">
      <h1>{t('optionsTitle')}</h1>
      <KeySection status={status} testing={testing} models={models.length} asks={props.asks} />
      <ModelSection
        models={models}
        chosen={settings.model}
        now={props.now}
        onChoose={(model) => onChange({ model })}
      />
      <section aria-labelledby="language">
        <h2 id="language">{t('languageSection')}</h2>
        <p class="intro">{t('languageIntro')}</p>
        <LanguagePicker
          chosen={settings.answerLanguage}
          onChoose={(answerLanguage) => onChange({ answerLanguage })}
        />
      </section>
      <Shortcut keys={props.shortcut} />
      <Privacy />
    </div>
  );
}

function Shortcut({ keys }: { readonly keys: string | null }) {
  return (
    <section aria-labelledby="shortcut">
      <h2 id="shortcut">{t('shortcutSection')}</h2>
      <p class="intro">{t('shortcutIntro')}</p>
      <p>{keys ? <kbd dir="ltr">{keys}</kbd> : <span class="muted">{t('shortcutNone')}</span>}</p>
    </section>
  );
}

const privacy: readonly MessageKey[] = [
  'privacySent',
  'privacyAddress',
  'privacyServer',
  'privacyPages',
  'privacyStored',
];

function Privacy() {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{t('privacySection')}</h2>
      <ul class="privacy">
        {privacy.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </section>
  );
}
