import type { NanoDollars } from '../money/money';
import type { Estimate } from './estimate';
import { estimateTokens } from './tokens';

/** What of a page was taken: estimated tokens, the share that was left out, and what that would have cost. */
export interface LeftOut {
  readonly part: number;
  readonly whole: number;
  /** At least half a percent, and below 1. */
  readonly share: number;
  /** Null when the price is not known, or it is less than a thousandth of a cent. */
  readonly saved: NanoDollars | null;
}

/** In a share and in nano-dollars: below it, nothing worth a word was left out. */
const [leastShare, leastSaved] = [0.005, 10_000];

/**
 * `text`: as it leaves; `taken`, `whole`: UTF-16 units of what was taken, and of all that can be seen there. Null where
 * that is not known, or hardly more than was taken.
 */
export function leftOut(
  text: string,
  taken: number,
  whole: number | null,
  estimate: Estimate,
): LeftOut | null {
  if (whole === null || text === '') return null;
  const share = 1 - taken / whole;
  if (share < leastShare) return null;
  const { low, high } = estimateTokens(text, estimate.model);
  const part = (low + high) / 2;
  // What was left out is as dense as what was taken, as far as anybody knows.
  const all = (part * whole) / taken;
  if (Math.round(all) === Math.round(part)) return null;
  const { cost, prompt } = estimate;
  const saved = cost && prompt.low > 0 ? Math.round(((all - part) * cost.low) / prompt.low) : 0;
  return { part, whole: all, share, saved: saved < leastSaved ? null : saved };
}
