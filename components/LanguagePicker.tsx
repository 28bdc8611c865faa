import { useMemo } from 'preact/hooks';
import { languageName } from '../utils/core/format';
import { locale, t, wantedLanguage } from '../utils/i18n';
import { Icon } from './Icon';
import { languageChoices } from './languages';
import { option } from './SelectBox';
import './select-box.css';

interface Props {
  /** BCP 47; null: the language of the user interface. */
  readonly chosen: string | null;
  readonly onChoose: (tag: string | null) => void;
}

export function LanguagePicker({ chosen, onChoose }: Props) {
  const spoken = locale();
  const choices = useMemo(() => languageChoices(chosen, spoken), [chosen, spoken]);
  return (
    <span class="select-box">
      <select
        aria-label={t('answerLanguage')}
        title={t('answerLanguage')}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        {option('', t('languageAuto', { language: languageName(locale(), wantedLanguage()) }))}
        {choices.map(({ tag, name }) => option(tag, name))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}
