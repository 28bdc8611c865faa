import { useState } from 'preact/hooks';
import { actionTitle } from '../../utils/action-names';
import type { Action } from '../../utils/core/actions/action';
import type { Model } from '../../utils/core/model';
import type { SiteRule } from '../../utils/core/site-rule';
import { t } from '../../utils/i18n';
import { option, SelectBox } from '../SelectBox';
import { useLanguageChoices } from '../use-language-choices';
import './site-choices.css';

interface Props {
  readonly rule: SiteRule;
  readonly actions: readonly Action[];
  /** That can be asked instead; none where models are no matter of ours. */
  readonly models: readonly Model[];
  readonly onRule: (rule: SiteRule) => void;
}

/** What is wanted on this site instead of what is usually wanted; open at first where there is a rule. */
export function SiteChoices(props: Props) {
  return <OfSite key={props.rule.site} {...props} />;
}

function OfSite(props: Props) {
  const { rule } = props;
  const [open, setOpen] = useState(isSet(rule));
  return (
    <details
      class="site-choices"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('siteHere', { site: rule.site })}</summary>
      {open && <Choices {...props} />}
    </details>
  );
}

function isSet({ action, language, model }: SiteRule): boolean {
  return action !== null || language !== null || model !== null;
}

function Choices({ rule, actions, models, onRule }: Props) {
  const languages = useLanguageChoices(rule.language);
  const actionOptions = actions.map((action) => [action.id, actionTitle(action)] as const);
  const languageOptions = languages.map(({ tag, name }) => [tag, name] as const);
  const { model } = rule;
  // One that is not there any more is asked all the same: who reads that it failed has to see where it comes from.
  const gone =
    model === null || models.some(({ id }) => id === model) ? [] : [[model, model] as const];
  const modelOptions = [...models.map(({ id, name }) => [id, name] as const), ...gone];
  const one = { rule, onRule };
  return (
    <>
      <One {...one} name="action" label={t('siteAction')} options={actionOptions} />
      <One {...one} name="language" label={t('siteLanguage')} options={languageOptions} />
      {models.length > 0 && (
        <One {...one} name="model" label={t('siteModel')} options={modelOptions} />
      )}
    </>
  );
}

interface OneProps extends Pick<Props, 'rule' | 'onRule'> {
  readonly name: 'action' | 'language' | 'model';
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}

function One({ rule, onRule, name, label, options }: OneProps) {
  const value = options.find(([id]) => id === rule[name])?.[0] ?? '';
  return (
    <p class="site-choice">
      <span aria-hidden="true">{label}</span>
      <SelectBox
        label={label}
        name={`site-${name}`}
        value={value}
        onChange={(chosen) => onRule({ ...rule, [name]: chosen || null })}
      >
        <option value="">{t('siteUsual')}</option>
        {options.map(([id, title]) => option(id, title))}
      </SelectBox>
    </p>
  );
}
