import type { Action } from '../../utils/core/actions/action';
import {
  type Controls,
  formats,
  lengths,
  sameLanguage,
  tones,
} from '../../utils/core/actions/controls';
import { keepsLanguage, takesQuestion } from '../../utils/core/actions/instruction';
import { languageName } from '../../utils/core/format';
import { locale, t, wantedLanguage } from '../../utils/i18n';
import { option, SelectBox } from '../SelectBox';
import { useLanguageChoices } from '../use-language-choices';

interface Props {
  readonly action: Action;
  /** What holds for each of its controls. */
  readonly controls: Controls;
  /** BCP 47: the language of answers; null: the user interface's. */
  readonly answerLanguage: string | null;
  /** Whether whoever is asked can tell what an answer rests on. */
  readonly citable: boolean;
  readonly onChoose: (controls: Controls) => void;
}

/** What can be chosen about the answer of the highlighted action. */
export function ControlRow(props: Props) {
  const { action, controls, citable, onChoose } = props;
  const { length, format, tone } = controls;
  const has = (name: keyof Controls) => action.controls.includes(name);
  const lengthLabels = lengths.map((value) => [value, t(`length_${value}`)] as const);
  const formatLabels = formats.map((value) => [value, t(`format_${value}`)] as const);
  const toneLabels = tones.map((value) => [value, t(`tone_${value}`)] as const);
  const choose = (name: keyof Controls) => (value: string | undefined) =>
    onChoose({ ...controls, [name]: value });
  return (
    <div class="controls">
      {has('length') && <One name="length" value={length} labels={lengthLabels} choose={choose} />}
      {has('format') && length !== 'line' && (
        <One name="format" value={format} labels={formatLabels} choose={choose} />
      )}
      {has('tone') && <One name="tone" value={tone} labels={toneLabels} choose={choose} />}
      {has('language') && <Language {...props} onLanguage={choose('language')} />}
      {citable && has('sources') && (
        <label class="sources-switch">
          <input
            type="checkbox"
            name="sources"
            checked={controls.sources === true}
            onChange={(event) => onChoose({ ...controls, sources: event.currentTarget.checked })}
          />
          <span>{t('showSources')}</span>
        </label>
      )}
    </div>
  );
}

interface OneProps {
  readonly name: 'length' | 'format' | 'tone';
  /** Absent: as the model likes. */
  readonly value: string | undefined;
  readonly labels: readonly (readonly [string, string])[];
  readonly choose: (name: keyof Controls) => (value: string | undefined) => void;
}

function One({ name, value, labels, choose }: OneProps) {
  return (
    <SelectBox
      label={t(name)}
      name={name}
      value={value ?? ''}
      onChange={(chosen) => choose(name)(chosen || undefined)}
    >
      {value === undefined && <option value="">{t(name)}</option>}
      {labels.map(([each, label]) => option(each, label))}
    </SelectBox>
  );
}

function Language(props: Props & { readonly onLanguage: (tag: string | undefined) => void }) {
  const { action, controls, answerLanguage, onLanguage } = props;
  const { language } = controls;
  const stored = language === undefined || language === sameLanguage ? null : language;
  const choices = useLanguageChoices(stored);
  const hasUsual = action.defaults.language === undefined;
  return (
    <SelectBox
      label={t('answerLanguage')}
      name="language"
      value={language ?? ''}
      onChange={(tag) => onLanguage(tag || undefined)}
    >
      {hasUsual && <option value="">{usualName(answerLanguage)}</option>}
      {keepsLanguage(action) && (
        <option value={sameLanguage}>
          {t(takesQuestion(action) ? 'languageSameQuestion' : 'languageSame')}
        </option>
      )}
      {choices.map(({ tag, name }) => option(tag, name))}
    </SelectBox>
  );
}

function usualName(answerLanguage: string | null): string {
  const language = languageName(locale(), answerLanguage ?? wantedLanguage());
  return t('languageAuto', { language });
}
