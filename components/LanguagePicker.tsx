import { useMemo } from 'preact/hooks';
import { languageName } from '../utils/core/format';
import { locale, t, wantedLanguage } from '../utils/i18n';
import { Icon } from './Icon';
import { languageChoices } from './languages';
import './language-picker.css';

interface Props {
  /** BCP 47; null: the language of the user interface. */
  readonly chosen: string | null;
  readonly onChoose: (tag: string | null) => void;
}

export function LanguagePicker({ chosen, onChoose }: Props) {
  const spoken = locale();
  const choices = useMemo(() => languageChoices(chosen, spoken), [chosen, spoken]);
  return (
    <span class="language-picker">
      <select
        aria-label={t('answerLanguage')}
        title={t('answerLanguage')}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">
          {t('languageAuto', { language: languageName(locale(), wantedLanguage()) })}
        </option>
        {choices.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}
