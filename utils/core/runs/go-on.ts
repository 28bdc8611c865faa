import type { Problem } from '../problem';
import { canBeAsked, wasAnswered } from './conversation';
import { nextCost } from './next-cost';
import { type Remedy, remedyFor } from './remedy';
import type { Run } from './run';

/**
 * What to do about a run's problem. An answer that broke off goes on where it did: what is there is not paid for once more,
 * and all of it anew would reach its limit at the same place. `question`: by which it is asked to; `at` in ms since 1970.
 */
export function remedyIn(run: Run, problem: Problem, question: string, at: number): Remedy {
  return canGoOn(run, problem)
    ? { kind: 'go-on', question, cost: nextCost(run, question, at) }
    : remedyFor(problem);
}

/** Whether an answer broke off and can go on; not where it is to take the place of a text, where it must be whole. */
export function canGoOn(run: Run, problem: Problem): boolean {
  const turn = run.turns.at(-1);
  if (remedyFor(problem).kind !== 'try-again-paid' || !turn || !wasAnswered(turn)) return false;
  return canBeAsked(run) && (run.action.output === 'read' || run.source?.place === undefined);
}
