import { lastQuestion } from '../core/runs/run';
import type { Command } from '../messages/messages';
import { askedBefore } from '../runs/follow-up-plan';
import { asCaptured } from '../runs/start';
import { cheaperWays, sourceOf } from './cheaper';
import { cheaperBefore, sourceBefore } from './cheaper-before';
import { begin } from './run-commands';
import type { Orders, Staff } from './staff';

type Kind = 'cheaper-ways' | 'take-cheaper' | 'cheaper-before' | 'source-before';

/** What views ask about what a limit has stopped, or would. */
export const cheaperCommands: Orders<Kind> = {
  'cheaper-ways': ({ runId, tabId }, staff) => cheaperWays(runId, tabId, staff),
  'take-cheaper': takeCheaper,
  'cheaper-before': cheaperBefore,
  'source-before': (start, staff) => sourceBefore(start, start.way, staff),
};

/** A follow-up is asked again in its run, anything else in a new one; what that takes is shown first. */
async function takeCheaper(
  { runId, tabId, way }: Extract<Command, { kind: 'take-cheaper' }>,
  staff: Staff,
): Promise<boolean> {
  const run = await staff.runner.find(runId);
  if (!run?.source) return run !== null;
  const asked = lastQuestion(run);
  if (asked !== null) {
    if (way.kind !== 'model' || way.endpointId !== askedBefore(run).endpointId) return true;
    const { model } = way;
    const unsaved = !run.saved;
    const again = { runId, tabId, question: asked, unsaved, model, cheaper: true };
    return staff.runner.ask(again);
  }
  const source = await sourceOf(way, { ...run, source: run.source }, tabId, staff);
  if (!source) return true;
  const { action, question, given, saved } = run;
  const shorter = way.kind === 'shorter' && { length: way.length };
  const controls = { ...run.controls, ...shorter };
  const { endpointId, model } = way.kind === 'model' ? way : run;
  const capture = asCaptured(source, run);
  const again = { action, controls, question, given, endpointId, model, saved, capture };
  return begin(staff, { tabId, ...again, cheaper: true });
}
