import { runLanguage } from '../core/actions/instruction';
import { isDevice } from '../core/endpoint';
import { type CheaperWays, noCheaperWays } from '../core/money/cheaper';
import { wordsFor } from '../core/shield/shield-source';
import { type Source, usualAim } from '../core/source/source';
import type { Beginning } from '../messages/beginning';
import { controlsFor } from '../runs/choices';
import { startedBy } from '../runs/planned';
import { estimateOn, leftFor, partOf, type Stopped, selectionIn, waysOf } from './cheaper';
import type { Staff } from './staff';

/** What costs less than a start that a limit would stop; nothing where none would. Nothing is begun, and nothing sent. */
export async function cheaperBefore(start: Beginning, staff: Staff): Promise<CheaperWays> {
  const stopped = await stoppedStart(start, staff);
  return stopped ? waysOf(stopped, start.tabId, staff) : noCheaperWays;
}

/** What such a start would be about instead; null: it is there no more. */
export async function sourceBefore(
  start: Beginning,
  way: 'selection' | 'part',
  staff: Staff,
): Promise<Source | null> {
  const stopped = await stoppedStart(start, staff);
  if (!stopped) return null;
  if (way === 'selection') return selectionIn(stopped.run, start.tabId, staff);
  const part = await partOf(stopped, staff);
  // Other actions that are offered may read the page around it as well.
  return part && { around: start.source.around, ...part };
}

async function stoppedStart(start: Beginning, staff: Staff): Promise<Stopped | null> {
  const would = await wouldBegin(start, staff);
  if (!would) return null;
  const { run, words, choices } = would;
  const [left, cost] = [
    await leftFor(run, staff),
    estimateOn(run.source, { run, words }, choices, staff).cost?.high ?? 0,
  ];
  return left === null || left === 0 || cost <= left ? null : { run, words, cost, left };
}

/** The run that a start would begin, by the same steps; null: there is no such action, or the device does it. */
async function wouldBegin(start: Beginning, { means }: Staff) {
  const at = means.time.now();
  const started = await startedBy(start, means, at);
  if (!started || isDevice(started.usual.endpoint)) return null;
  const { asked, usual: here, about: source } = started;
  const controls = controlsFor(asked.action, here, start.controls);
  const language = runLanguage(controls, here.language);
  const run = {
    ...asked,
    ...{ controls, language, source, id: '', endpointId: here.endpoint.id },
    question: start.question,
    ...{ model: here.model, aim: usualAim, found: null, turns: [], createdAt: at },
    ...{ private: false, saved: true, seen: false, state: { kind: 'capturing' } as const },
  };
  const words = wordsFor(source, here.shield, start.shielded);
  return { run, words, choices: { ...here, language } };
}
