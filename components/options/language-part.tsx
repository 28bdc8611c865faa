import { languageName } from '../../utils/core/format';
import { type Language, languages } from '../../utils/core/language';
import { locale, t, wantedLanguage } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { option, SelectBox } from '../SelectBox';
import { useLanguageChoices } from '../use-language-choices';
import type { Part } from './search';
import type { Change } from './use-changes';

export function languagePart({ answerLanguage, uiLanguage }: Settings, change: Change): Part {
  return {
    id: 'languages',
    title: t('languagesSection'),
    rows: [
      {
        id: 'answerLanguage',
        words: [t('languageSection'), t('languageIntro'), t('answerLanguage')],
        content: (
          <AnswerLanguage
            chosen={answerLanguage}
            onChoose={(answerLanguage) => change({ answerLanguage })}
          />
        ),
      },
      {
        id: 'uiLanguage',
        words: [t('uiLanguage'), t('uiLanguageHint'), ...languages.map(nameOf)],
        content: (
          <UiLanguage chosen={uiLanguage} onChoose={(uiLanguage) => change({ uiLanguage })} />
        ),
      },
    ],
  };
}

interface Props<L extends string> {
  /** Null: as is usual. */
  readonly chosen: L | null;
  readonly onChoose: (language: L | null) => void;
}

/** BCP 47. */
function AnswerLanguage({ chosen, onChoose }: Props<string>) {
  const choices = useLanguageChoices(chosen);
  return (
    <>
      <h3 class="row-title">{t('languageSection')}</h3>
      <p class="choice-hint">{t('languageIntro')}</p>
      <SelectBox
        label={t('answerLanguage')}
        name="answerLanguage"
        value={chosen ?? ''}
        onChange={(tag) => onChoose(tag || null)}
      >
        <option value="">
          {t('languageAuto', { language: languageName(locale(), wantedLanguage()) })}
        </option>
        {choices.map(({ tag, name }) => option(tag, name))}
      </SelectBox>
    </>
  );
}

function UiLanguage({ chosen, onChoose }: Props<Language>) {
  const choose = (wanted: string) =>
    onChoose(languages.find((language) => language === wanted) ?? null);
  return (
    <>
      <h3 class="row-title">{t('uiLanguage')}</h3>
      <p class="choice-hint">{t('uiLanguageHint')}</p>
      <SelectBox label={t('uiLanguage')} name="uiLanguage" value={chosen ?? ''} onChange={choose}>
        <option value="">{t('uiLanguageAuto')}</option>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {nameOf(language)}
          </option>
        ))}
      </SelectBox>
    </>
  );
}

/** In itself. */
function nameOf(language: Language): string {
  return languageName(language, language);
}
