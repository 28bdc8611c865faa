import { languageName } from '../../utils/core/format';
import { type Language, languages } from '../../utils/core/language';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { LanguagePicker } from '../LanguagePicker';
import { SelectBox } from '../SelectBox';
import type { Part } from './search';
import type { Change } from './setting-parts';

export function languagePart({ answerLanguage, uiLanguage }: Settings, change: Change): Part {
  return {
    id: 'languages',
    title: t('languagesSection'),
    rows: [
      {
        id: 'answerLanguage',
        words: [t('languageSection'), t('languageIntro'), t('answerLanguage')],
        content: (
          <>
            <h3 class="row-title">{t('languageSection')}</h3>
            <p class="choice-hint">{t('languageIntro')}</p>
            <LanguagePicker
              chosen={answerLanguage}
              onChoose={(answerLanguage) => change({ answerLanguage })}
            />
          </>
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

interface Props {
  readonly chosen: Language | null;
  readonly onChoose: (language: Language | null) => void;
}

function UiLanguage({ chosen, onChoose }: Props) {
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
