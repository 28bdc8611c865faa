import type { Cost } from './cost';

/** What several turns cost together; null of none. One unknown price makes it all unknown. */
export function totalOf(costs: readonly Cost[]): Cost | null {
  const [first, ...rest] = costs;
  return first === undefined ? null : rest.reduce(plus, first);
}

function plus(one: Cost, other: Cost): Cost {
  if (one.kind === 'unknown' || other.kind === 'unknown') return { kind: 'unknown' };
  if (one.kind === 'exact' && other.kind === 'exact')
    return { kind: 'exact', nano: one.nano + other.nano };
  const [a, b] = [boundsOf(one), boundsOf(other)];
  const atMost = a.atMost + b.atMost;
  if (one.kind === 'unverified' || other.kind === 'unverified') {
    const [x, y] = [claimedBy(one), claimedBy(other)];
    return { kind: 'unverified', claimed: x === null || y === null ? null : x + y, atMost };
  }
  return { kind: 'between', atLeast: a.atLeast + b.atLeast, atMost };
}

type Known = Exclude<Cost, { kind: 'unknown' }>;

function boundsOf(cost: Known) {
  if (cost.kind === 'exact') return { atLeast: cost.nano, atMost: cost.nano };
  return cost.kind === 'between' ? cost : { atLeast: 0, atMost: cost.atMost };
}

function claimedBy(cost: Known) {
  if (cost.kind === 'exact') return cost.nano;
  return cost.kind === 'unverified' ? cost.claimed : null;
}
