import type { Estimate } from './core/estimate';
import type { Problem } from './core/problem';
import type { Beginning } from './glass-messages';

/** Lets the service count just what a start would send: its text leaves for that. */
export type CountCommand = Beginning & { readonly kind: 'count' };

/** What came of a count; null: nobody counts there, or there is nothing to be counted. */
export type Counted =
  | { readonly kind: 'counted'; readonly estimate: Estimate }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface CountReplies {
  readonly count: Counted | null;
}
