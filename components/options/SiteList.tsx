import { actionTitle } from '../../utils/action-names';
import type { Action } from '../../utils/core/actions/action';
import { languageName } from '../../utils/core/format';
import type { SiteRule } from '../../utils/core/site-rule';
import { locale, t } from '../../utils/i18n';
import './site-list.css';

interface Props {
  readonly rules: readonly SiteRule[];
  readonly actions: readonly Action[];
  readonly nameModel: (id: string) => string;
  readonly onForget: (rule: SiteRule) => void;
}

/** The sites that have choices of their own. */
export function SiteList({ rules, actions, nameModel, onForget }: Props) {
  if (rules.length === 0) return <p class="muted">{t('sitesNone')}</p>;
  const words = ({ action, language, model }: SiteRule) => {
    const known = actions.find(({ id }) => id === action);
    return [
      known ? actionTitle(known) : null,
      language === null ? null : languageName(locale(), language),
      model === null ? null : nameModel(model),
    ].filter((each) => each !== null);
  };
  return (
    <ul class="site-list">
      {rules.map((rule) => (
        <li key={rule.site}>
          <span>
            <bdi class="site-name">{rule.site}</bdi>
            <span class="muted">{words(rule).join(' · ')}</span>
          </span>
          <button
            type="button"
            class="button quiet"
            aria-label={t('siteForget', { site: rule.site })}
            onClick={() => onForget(rule)}
          >
            {t('forgetSite')}
          </button>
        </li>
      ))}
    </ul>
  );
}
