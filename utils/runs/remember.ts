import { isDevice } from '../core/endpoint';
import { answerKey, isWorthRepeating } from '../core/runs/repeat';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import type { Plan } from './plan';

/** Remembers what answered a request. What is not in the journal could not be found again. */
export async function remember(live: LiveRun, { answers }: Means, plan: Plan): Promise<void> {
  const { id, turns, private: isPrivate, saved } = live.current();
  const turn = turns.at(-1);
  if (!turn || isPrivate || !saved || isDevice(plan.endpoint) || !isWorthRepeating(turn)) return;
  const key = answerKey(plan.endpoint, turn.requestHash);
  await answers.keep({ key, runId: id, turnId: turn.id }).catch(() => undefined);
}
