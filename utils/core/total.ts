import type { Cost } from './cost';
import type { NanoDollars } from './money';
import type { Receipt } from './receipt';
import type { Turn } from './turn';

/** What a run took, all its turns together. */
export interface Total {
  readonly cost: Cost;
  /** Nano-dollars that the cache saved, what writing it cost more taken off. */
  readonly saved: NanoDollars;
}

/** The sum of the receipts of some turns: `unknown` as soon as one is. */
export function totalOf(turns: readonly Turn[]): Total {
  const receipts = turns.flatMap(({ receipt }) => receipt ?? []);
  return {
    cost: receipts.map(({ cost }) => cost).reduce(plus, { kind: 'exact', nano: 0 }),
    saved: receipts.reduce((sum, { saved }: Receipt) => sum + (saved ?? 0), 0),
  };
}

function plus(one: Cost, other: Cost): Cost {
  if (one.kind === 'unknown' || other.kind === 'unknown') return { kind: 'unknown' };
  if (one.kind === 'exact' && other.kind === 'exact')
    return { kind: 'exact', nano: one.nano + other.nano };
  return {
    kind: 'between',
    atLeast: leastOf(one) + leastOf(other),
    atMost: mostOf(one) + mostOf(other),
  };
}

type Known = Exclude<Cost, { kind: 'unknown' }>;

function leastOf(cost: Known): NanoDollars {
  return cost.kind === 'exact' ? cost.nano : cost.atLeast;
}

function mostOf(cost: Known): NanoDollars {
  return cost.kind === 'exact' ? cost.nano : cost.atMost;
}
