import { lastQuestion } from '../core/runs/run';
import { nothingFits, type WhatFits } from '../core/source/fit';
import type { Command } from '../messages/messages';
import { askedAnew, firstPart, whatFits } from '../runs/fitting';
import { askedBefore } from '../runs/follow-up-plan';
import { choicesFor } from '../runs/respondent';
import { asCaptured, type Start } from '../runs/start';
import type { Staff } from './staff';

/** What can be done about a run whose text was too long. */
export async function whatFitsOf(runId: string, staff: Staff): Promise<WhatFits> {
  const { run, choices } = await remembered(runId, staff);
  return run ? whatFits(run, choices, staff.means.time.now()) : nothingFits;
}

/** What is asked again: the last follow-up of a larger model, in its run; or a new run. */
export type Again =
  | {
      readonly kind: 'here';
      readonly question: string;
      readonly model: string;
      readonly unsaved: boolean;
    }
  | (Pick<
      Start,
      'action' | 'controls' | 'question' | 'given' | 'endpointId' | 'model' | 'saved' | 'capture'
    > & { readonly kind: 'anew' });

/** What fits of a run that was too large, asked again; null when nothing does. */
export async function refitted(
  { runId, model }: Extract<Command, { kind: 'try-fitting' }>,
  staff: Staff,
): Promise<Again | null> {
  const { run, choices, endpointId } = await remembered(runId, staff);
  if (!run) return null;
  const followUp = lastQuestion(run);
  if (followUp !== null && model !== null)
    return { kind: 'here', question: followUp, model, unsaved: !run.saved };
  const at = staff.means.time.now();
  const asked = askedAnew(run) ?? run;
  const isWhole = model !== null || whatFits(run, choices, at).alone;
  const source = isWhole ? run.source : firstPart(asked, choices, at);
  if (!source) return null;
  const { action, controls, question, given, saved } = asked;
  const capture = asCaptured(source, asked);
  const chosen = model ?? (followUp === null ? run.model : choices.model);
  return {
    kind: 'anew',
    ...{ action, controls, question, given, saved, capture, endpointId, model: chosen },
  };
}

/** A run, and where its request is to go, be that gone: a follow-up's to the one that has answered before. */
async function remembered(runId: string, { runner, means }: Staff) {
  const run = await runner.find(runId);
  if (!run || lastQuestion(run) === null) {
    const choices = await choicesFor(run ?? { endpointId: null }, means);
    return { run, choices, endpointId: run?.endpointId ?? choices.endpoint.id };
  }
  const { endpointId, model } = askedBefore(run);
  const choices = { ...(await means.choices(endpointId)), model, language: run.language };
  return { run, choices, endpointId };
}
