import { useMemo } from 'preact/hooks';
import { actionTitle } from '../utils/action-names';
import type { Action } from '../utils/core/action';
import type { Model } from '../utils/core/model';
import type { SiteRule } from '../utils/core/site-rule';
import { locale, t } from '../utils/i18n';
import { languageChoices } from './languages';
import { SelectBox } from './SelectBox';
import './site-choices.css';

interface Props {
  readonly rule: SiteRule;
  readonly actions: readonly Action[];
  /** That can be asked instead; none where models are no matter of ours. */
  readonly models: readonly Model[];
  readonly onRule: (rule: SiteRule) => void;
}

/** What is wanted on this site instead of what is usually wanted. */
export function SiteChoices({ rule, actions, models, onRule }: Props) {
  const spoken = locale();
  const { language } = rule;
  const languages = useMemo(() => languageChoices(language, spoken), [language, spoken]);
  const one = (
    name: 'action' | 'language' | 'model',
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <p class="site-choice">
      <span aria-hidden="true">{label}</span>
      <SelectBox
        label={label}
        name={`site-${name}`}
        value={rule[name] ?? ''}
        onChange={(value) => onRule({ ...rule, [name]: value || null })}
      >
        <option value="">{t('siteUsual')}</option>
        {options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </SelectBox>
    </p>
  );
  return (
    <details class="site-choices" open={isSet(rule) || undefined}>
      <summary>{t('siteHere', { site: rule.site })}</summary>
      {one(
        'action',
        t('siteAction'),
        actions.map((action) => [action.id, actionTitle(action)]),
      )}
      {one(
        'language',
        t('siteLanguage'),
        languages.map(({ tag, name }) => [tag, name]),
      )}
      {models.length > 0 &&
        one(
          'model',
          t('siteModel'),
          models.map(({ id, name }) => [id, name]),
        )}
    </details>
  );
}

function isSet({ action, language, model }: SiteRule): boolean {
  return action !== null || language !== null || model !== null;
}
