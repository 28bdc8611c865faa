import type { Length } from '../core/actions/controls';
import type { Estimate } from '../core/estimate/estimate';
import type { CheaperWays } from '../core/money/cheaper';
import type { Problem } from '../core/problem';
import type { Source } from '../core/source/source';
import type { Beginning } from './beginning';

/** Lets the service count just what a start would send: its text leaves for that. */
export type CountCommand = Beginning & { readonly kind: 'count' };

/** What came of a count. */
export type Counted =
  | { readonly kind: 'counted'; readonly estimate: Estimate }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A way that costs less than what a limit has stopped. */
export type CheaperWay =
  | { readonly kind: 'model'; readonly endpointId: string; readonly model: string }
  | { readonly kind: 'shorter'; readonly length: Length }
  | { readonly kind: 'selection' }
  | { readonly kind: 'part' };

/** Which cheaper ways there are for a start that a limit would stop, before anything is begun. */
export type CheaperCommand = Beginning & { readonly kind: 'cheaper-before' };

/** What a view can ask for about the price before. */
export type MoneyCommand =
  | CountCommand
  | CheaperCommand
  /** What a start would be about by one of those ways. */
  | (Beginning & { readonly kind: 'source-before'; readonly way: 'selection' | 'part' })
  /** Which cheaper ways there are. `tabId`: where something may be selected. */
  | { readonly kind: 'cheaper-ways'; readonly runId: string; readonly tabId: number }
  /** Takes one: what it takes is shown, and nothing is sent before the user says so. */
  | {
      readonly kind: 'take-cheaper';
      readonly runId: string;
      readonly tabId: number;
      readonly way: CheaperWay;
    };

/** The answer to each of these commands. */
export interface MoneyReplies {
  /** Null: nobody counts there, or there is nothing to be counted. */
  readonly count: Counted | null;
  readonly 'cheaper-ways': CheaperWays;
  readonly 'take-cheaper': boolean;
  readonly 'cheaper-before': CheaperWays;
  /** Null: it is there no more. */
  readonly 'source-before': Source | null;
}
