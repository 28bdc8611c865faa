import { deviceEndpoint, isAnthropic } from '../../utils/core/endpoint';
import type { Model } from '../../utils/core/model';
import { ruleFor, type SiteRule } from '../../utils/core/site-rule';
import { siteOf } from '../../utils/core/source/site';
import type { Command } from '../../utils/messages/messages';
import type { Preview } from '../../utils/messages/preview-messages';
import type { Settings } from '../../utils/store/settings';
import { useModels } from '../use-stored';

/** The rule of the site that is shown, and what can be chosen in it; null where there is no site, or none is kept. */
export interface SiteRuleHere {
  readonly rule: SiteRule;
  readonly models: readonly Model[];
  readonly change: (rule: SiteRule) => void;
}

/** `again`: asks once more what the same would take. */
export function useSiteRule(
  preview: Preview | null,
  settings: Settings | null,
  tabId: number,
  ask: (command: Command) => Promise<unknown>,
  again: () => void,
): SiteRuleHere | null {
  const lists = useModels();
  if (!settings || preview?.kind !== 'source' || preview.isPrivate) return null;
  const site = siteOf(preview.source);
  if (site === '') return null;
  const { endpoint, siteRules } = settings;
  const usual: SiteRule = { site, action: null, language: null, model: null };
  const isOurs = endpoint !== deviceEndpoint.id && isAnthropic({ id: endpoint });
  return {
    rule: ruleFor(preview.source, siteRules) ?? usual,
    models: isOurs ? (lists?.[endpoint] ?? []) : [],
    change: (rule) => void ask({ kind: 'rule-site', tabId, rule }).then(again),
  };
}
