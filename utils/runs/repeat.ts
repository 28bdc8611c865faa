import { isDevice, originOf } from '../core/endpoint';
import { answerKey, isWorthRepeating, repeatedTurn } from '../core/runs/repeat';
import { otherwiseCached } from './cached';
import type { Choices } from './choices';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import { turnOf, wholeRequest } from './new-turn';
import type { Plan } from './plan';

/**
 * Answers a planned turn with what the very same request was answered before; false where there is no such answer. What
 * happens in a private window is neither looked up nor kept.
 */
export async function repeat(
  live: LiveRun,
  means: Means,
  plan: Plan,
  { freeRepeats }: Choices,
): Promise<boolean> {
  if (!freeRepeats || live.current().private || isDevice(plan.endpoint)) return false;
  // Whether it pays to cache may be decided otherwise by now: that is no other question.
  for (const request of [plan.request, otherwiseCached(plan.request)]) {
    const asked = { ...plan, request };
    const { requestHash, missing } = await wholeRequest(means, asked);
    if (missing || live.stop.signal.aborted) return false;
    const key = answerKey(plan.endpoint.id, originOf(plan.endpoint), requestHash);
    const before = await means.answers.find(key).catch(() => null);
    if (!before || !isWorthRepeating(before)) continue;
    const turn = turnOf(live, means, asked, requestHash);
    live.emit({ kind: 'queued', turn: repeatedTurn(turn, before) });
    return true;
  }
  return false;
}
