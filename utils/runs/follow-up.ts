import type { Estimate } from '../core/estimate/estimate';
import type { Problem } from '../core/problem';
import type { Run, Terms } from '../core/runs/run';
import type { Choices } from './choices';
import { askedBefore, plannedFollowUp, withoutRepeat } from './follow-up-plan';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import { repeat } from './repeat';
import { refuseTurn, sendTurn } from './send-turn';
import { weigh } from './weigh';

/** On what terms a follow-up is asked. */
interface FollowUpTerms extends Terms {
  /** What the user has agreed to. */
  readonly consented?: Estimate | null;
  /** Another model. */
  readonly wanted?: string | undefined;
}

/**
 * Asks a follow-up of a run that has ended: of the same endpoint and model, in the same language, about the same text.
 * Throws when storage fails.
 */
export async function followUp(
  live: LiveRun,
  means: Means,
  asked: string,
  { consented = null, wanted, anyway = false, fresh = false, cheaper }: FollowUpTerms,
): Promise<void> {
  const run = fresh ? withoutRepeat(live.current()) : live.current();
  if (!run.source) return;
  live.emit({ kind: 'planning', question: asked });
  const { endpointId } = askedBefore(run);
  const asks = consented?.model ?? wanted;
  const planned = await plannedFollowUp(run, run.source, asked, means, asks);
  const { plan: rough, found, choices } = planned;
  if (found) live.emit({ kind: 'shielded', found });
  if (!fresh && (await repeat(live, means, rough, choices))) return;
  const access = await means.findAccess(choices.endpoint);
  const { signal: stop } = live.stop;
  // Stopped before it left, it ends as a turn that never did.
  if (stop.aborted) return sendTurn(live, means, rough, null);
  const problem =
    placeProblem(run, endpointId, choices) ?? (access.kind === 'problem' ? access.problem : null);
  if (problem) return refuseTurn(live, means, rough, problem);
  const key = access.kind === 'granted' ? access.key : null;
  const scales = { run, choices, key, stop, anyway, consented, cheaper };
  const { plan, verdict } = await weigh(rough, scales, means);
  if (stop.aborted || verdict.kind === 'sends') return sendTurn(live, means, plan, key, anyway);
  if (verdict.kind === 'fails') return refuseTurn(live, means, plan, verdict.problem);
  const { thresholds } = choices;
  const { estimate } = plan;
  const question = plan.question ?? '';
  live.emit({ kind: 'asked', estimate, thresholds, question, anyway, fresh, cheaper });
}

/** The user's rule for private windows may be another now; of another endpoint they have not asked it. */
function placeProblem(run: Run, endpointId: string, choices: Choices): Problem | null {
  if (run.private && !choices.inPrivateWindows) return { kind: 'private-window-off' };
  return choices.endpoint.id === endpointId ? null : { kind: 'endpoint-gone' };
}
