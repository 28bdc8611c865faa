import type { Staff } from './commands/staff';
import { choicesFor } from './conduct';
import type { Source } from './core/source';
import { firstPart, nothingFits, type WhatFits, whatFits } from './fitting';
import type { Command } from './messages';
import type { Start } from './runner';

/** What can be done about a run whose text was too long. */
export async function whatFitsOf(runId: string, staff: Staff): Promise<WhatFits> {
  const { run, choices } = await remembered(runId, staff);
  return run ? whatFits(run, choices, staff.means.time.now()) : nothingFits;
}

type Again = Pick<
  Start,
  'action' | 'controls' | 'question' | 'given' | 'endpointId' | 'model' | 'saved'
> & {
  readonly source: Source;
  /** What was hidden stays hidden. */
  readonly shielded: true | undefined;
};

/** A new run on what fits: the same text for a larger model, or its first part; null when nothing does. */
export async function refitted(
  { runId, model }: Extract<Command, { kind: 'try-fitting' }>,
  staff: Staff,
): Promise<Again | null> {
  const { run, choices } = await remembered(runId, staff);
  if (!run) return null;
  const source = model === null ? firstPart(run, choices, staff.means.time.now()) : run.source;
  if (!source) return null;
  const { action, controls, question, given, saved, found } = run;
  const shielded = found ? true : undefined;
  const { id: endpointId } = choices.endpoint;
  const asked = { action, controls, question, given, saved, endpointId, model: model ?? run.model };
  return { ...asked, source, shielded };
}

/** A run, and where its request would go now. */
async function remembered(runId: string, { runner, means }: Staff) {
  const run = await runner.find(runId);
  return { run, choices: await choicesFor(run ?? { endpointId: null }, means) };
}
