import type { Action } from '../../utils/core/actions/action';
import { type Model, modelOf } from '../../utils/core/model';
import type { SiteRule } from '../../utils/core/site-rule';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { SiteList } from './SiteList';
import type { Part } from './search';
import type { Change } from './use-changes';

/** What is wanted on single sites. */
export function sitesPart(
  { siteRules }: Settings,
  actions: readonly Action[],
  models: readonly Model[],
  change: Change,
): Part {
  const forget = (rule: SiteRule) =>
    change({ siteRules: siteRules.filter(({ site }) => site !== rule.site) });
  return {
    id: 'sites',
    title: t('sitesSection'),
    intro: t('sitesIntro'),
    rows: [
      {
        id: 'siteRules',
        words: siteRules.map(({ site }) => site),
        content: (
          <SiteList
            rules={siteRules}
            actions={actions}
            nameModel={(id) => modelOf(id, models).name}
            onForget={forget}
          />
        ),
      },
    ],
  };
}
