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
  return { kind: 'between', atLeast: a.atLeast + b.atLeast, atMost: a.atMost + b.atMost };
}

function boundsOf(cost: Exclude<Cost, { kind: 'unknown' }>) {
  return cost.kind === 'exact' ? { atLeast: cost.nano, atMost: cost.nano } : cost;
}
