import { isSameSite, siteOf } from './source/site';
import type { Source } from './source/source';

/** What the user wants on a site instead of what they usually want; null: as usual. */
export interface SiteRule {
  /** A host, as `siteOf` has it. */
  readonly site: string;
  /** Id of the action that is offered first. */
  readonly action: string | null;
  /** Of the answer, BCP 47. */
  readonly language: string | null;
  /** Id of the model that is asked, at Anthropic alone: other services have names of their own. */
  readonly model: string | null;
}

/** The rule for a source's site; null: none. */
export function ruleFor(
  source: Pick<Source, 'address'>,
  rules: readonly SiteRule[],
): SiteRule | null {
  const site = siteOf(source);
  return rules.find((rule) => isSameSite(rule.site, site)) ?? null;
}

/** The rules with one in the place of its site's; one that asks for nothing is none. */
export function withRule(rules: readonly SiteRule[], rule: SiteRule): readonly SiteRule[] {
  const others = rules.filter(({ site }) => !isSameSite(site, rule.site));
  const { action, language, model } = rule;
  return action === null && language === null && model === null ? others : [...others, rule];
}
