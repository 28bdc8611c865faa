import { type Estimate, isAsAgreed, needsConsent } from '../core/estimate/estimate';
import { atBest, isNearTier } from '../core/estimate/exact';
import type { Problem } from '../core/problem';
import type { Run, Terms } from '../core/runs/run';
import { askedModel, type Choices } from './choices';
import type { Means } from './means';
import { obstacle } from './obstacle';
import type { Plan } from './plan';
import { overLimit } from './spending';

/** What becomes of a plan. */
export type Verdict =
  | { readonly kind: 'sends' }
  /** Nothing is sent without the user's consent. */
  | { readonly kind: 'asks' }
  | { readonly kind: 'fails'; readonly problem: Problem };

/** What a plan is weighed with. */
export interface Scales extends Pick<Terms, 'anyway' | 'cheaper'> {
  readonly run: Run;
  readonly choices: Choices;
  readonly key: string | null;
  readonly stop: AbortSignal;
  /** What the user has agreed to; null: nothing yet. */
  readonly consented: Estimate | null;
  /** Nothing can be hidden in it, which the user wants there: they are asked first, whatever it costs. */
  readonly unshielded?: boolean | undefined;
}

/** Longest wait for a count that something hangs on, in ms: then the estimate's upper bound decides. */
const patience = 3_000;

/**
 * What becomes of a plan, by the most that it can take. Where that hangs on where in the estimate's range the truth lies, the
 * service is asked to count first, and the count decides. No PDF is counted by itself.
 */
export async function weigh(
  rough: Plan,
  scales: Scales,
  means: Means,
): Promise<{ readonly plan: Plan; readonly verdict: Verdict }> {
  const verdictOn = (plan: Plan) => verdict(plan, scales, means);
  const { key, stop } = scales;
  const known = await means.counts.known(rough).catch(() => null);
  if (known) return { plan: known, verdict: await verdictOn(known) };
  const first = await verdictOn(rough);
  if (!(await hangsOnCount(rough, first, scales, means))) return { plan: rough, verdict: first };
  const signal = AbortSignal.any([stop, AbortSignal.timeout(patience)]);
  const counted = await means.counts.count(rough, key, signal).catch(() => null);
  return counted
    ? { plan: counted, verdict: await verdictOn(counted) }
    : { plan: rough, verdict: first };
}

async function verdict(plan: Plan, scales: Scales, means: Means): Promise<Verdict> {
  const { run, choices, anyway, consented, unshielded, cheaper } = scales;
  const problem = obstacle(plan, choices, means) ?? (await overLimit(run, plan, means, anyway));
  if (problem) return { kind: 'fails', problem };
  const { estimate } = plan;
  const asks = consented
    ? !isAsAgreed(estimate, consented)
    : unshielded || cheaper || needsConsent(estimate, choices.thresholds);
  return { kind: asks ? 'asks' : 'sends' };
}

/** Whether a limit, the user's or the model's, a dearer tier or a threshold lies within the estimate's range. */
async function hangsOnCount(
  plan: Plan,
  atMost: Verdict,
  scales: Scales,
  means: Means,
): Promise<boolean> {
  // What cannot be sent at all needs no count.
  if (atMost.kind === 'fails' && atMost.problem.kind !== 'over-limit') return false;
  const { choices, unshielded } = scales;
  // To be counted it would leave before the user has agreed.
  if (unshielded) return false;
  // To be counted a PDF would have to travel twice, up to 32 MB each time: its upper bound decides, or the user's own count.
  if (plan.source.media?.kind === 'pdf') return false;
  const at = means.time.now();
  const best = await verdict({ ...plan, estimate: atBest(plan, at) }, scales, means);
  // Above a limit at best, it is not sent, nor for that.
  if (best.kind === 'fails' && best.problem.kind === 'over-limit') return false;
  const { prompt } = plan.estimate;
  const { maxInput } = askedModel(choices);
  if (maxInput !== null && prompt.high > maxInput) return true;
  return isNearTier(plan, at) || best.kind !== atMost.kind;
}
