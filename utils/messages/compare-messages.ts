import type { Comparison } from '../core/estimate/compare';
import type { Beginning } from './beginning';

/** What a start would take of each model; `model`: the one that would be asked. */
export type CompareCommand = Beginning & { readonly kind: 'compare' };

export interface CompareReplies {
  readonly compare: readonly Comparison[];
}
