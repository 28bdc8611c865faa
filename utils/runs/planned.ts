import { saidIn, saying } from '../core/actions/action';
import { asRead } from '../core/actions/reads';
import { withinLimits } from '../core/pdf/limits';
import type { Run } from '../core/runs/run';
import { leavingTogether, wordsFor, wordsIn } from '../core/shield/shield-source';
import type { Beginning } from '../messages/beginning';
import { findAction } from '../own';
import { askedModel, controlsFor, hiddenBefore, onSite } from './choices';
import { plannedConsent } from './follow-up-plan';
import type { Means } from './means';
import { type Plan, planOf } from './plan';
import { accessFor, choicesFor } from './respondent';

type Needs = Pick<Means, 'choices' | 'findAccess' | 'time'>;

/**
 * What a start asks, what about, and where that goes unless the device does it; null: there is no such action. `at` in ms
 * since 1970.
 */
export async function startedBy(command: Beginning, means: Pick<Means, 'choices'>, at: number) {
  const asked = await findAction(command.actionId, command.answers, at);
  if (!asked) return null;
  const wanted = { ...command, action: asked.action };
  const usual = onSite(await choicesFor(wanted, means), command.source, wanted);
  const read = asRead(asked.action, command.source);
  return { asked, usual, about: withinLimits(read, askedModel(usual)) };
}

/**
 * What a start would send, by the same steps as a run that is started; null: there is no such action. `leave`: hides what
 * is personal.
 */
export async function plannedStart(
  command: Beginning,
  means: Needs,
  leave = leavingTogether,
): Promise<Plan | null> {
  const at = means.time.now();
  const started = await startedBy(command, means, at);
  if (!started) return null;
  const { asked, about, usual } = started;
  const { action } = asked;
  const { choices } = await accessFor(action, about, usual, means);
  const controls = controlsFor(action, choices, command.controls);
  const instruction = { ...asked, controls, question: command.question };
  const words = hiddenBefore(choices, wordsFor(about, choices.shield, command.shielded));
  const { source, said } = leave(about, saidIn(instruction, about), words);
  return planOf({ ...instruction, ...saying(instruction, said) }, source, choices, at);
}

/** What a run that waits for consent would send; null where none waits. */
export async function plannedRun(run: Run, means: Needs): Promise<Plan | null> {
  const { state, source: about } = run;
  if (state.kind !== 'confirming' || !about) return null;
  const { question, estimate, fresh } = state;
  if (question !== undefined)
    return plannedConsent(run, about, { question, estimate, fresh }, means);
  const { endpointId, model } = estimate;
  const now = await means.choices(endpointId);
  if (now.endpoint.id !== endpointId) return null;
  const choices = { ...now, model, language: run.language };
  const { source, said } = leavingTogether(about, saidIn(run, about), wordsIn(run.found));
  return planOf({ ...run, ...saying(run, said) }, source, choices, means.time.now());
}
