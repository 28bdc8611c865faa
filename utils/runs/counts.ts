import { countedEstimate, isBelievable } from '../core/estimate/exact';
import { Failure } from '../core/problem';
import type { Counts, Means } from './means';
import { wholeRequest } from './new-turn';
import type { Plan } from './plan';

type Needs = Pick<Means, 'open' | 'digest' | 'dataOf' | 'time'>;

/** Counts that are remembered, as long as the background lives. */
const most = 100;

export function createCounts(means: Needs): Counts {
  const tokens = new Map<string, number>();
  const withTokens = (plan: Plan, counted: number): Plan => ({
    ...plan,
    estimate: countedEstimate(counted, plan, means.time.now()),
  });
  return {
    async known(plan) {
      // To tell by its hash what a long text is takes a while.
      if (tokens.size === 0) return null;
      const { key } = await bodyOf(means, plan);
      const counted = tokens.get(key);
      return counted === undefined ? null : withTokens(plan, counted);
    },
    async count(plan, secret, stop) {
      const { count } = means.open(plan.endpoint);
      if (!count) return null;
      const { key, request, missing } = await bodyOf(means, plan);
      if (missing) throw new Failure(missing);
      const counted = tokens.get(key) ?? (await count(request, secret, stop));
      if (!isBelievable(counted, plan.estimate)) throw new Failure({ kind: 'unreadable-reply' });
      remember(tokens, key, counted);
      return withTokens(plan, counted);
    },
  };
}

async function bodyOf(means: Needs, plan: Plan) {
  const { request, requestHash, missing } = await wholeRequest(means, plan);
  return { key: `${plan.endpoint.id} ${requestHash}`, request, missing };
}

function remember(tokens: Map<string, number>, key: string, counted: number): void {
  tokens.delete(key);
  tokens.set(key, counted);
  const [oldest] = tokens.keys();
  if (tokens.size > most && oldest !== undefined) tokens.delete(oldest);
}
