import type { SiteRule } from '../core/site-rule';

/** What a view can have remembered of a site; of a private window's nothing is. */
export type SiteCommand =
  /** The shield is up there from now on, or no longer. */
  | {
      readonly kind: 'shield-site';
      readonly tabId: number;
      readonly site: string;
      readonly up: boolean;
    }
  /** What is wanted there from now on. */
  | { readonly kind: 'rule-site'; readonly tabId: number; readonly rule: SiteRule };

export interface SiteReplies {
  readonly 'shield-site': null;
  readonly 'rule-site': null;
}
