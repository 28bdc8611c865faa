import { aborted } from '../aborted';
import type { Capture } from '../capture/capture';
import { saidIn, saying } from '../core/actions/action';
import { runLanguage } from '../core/actions/instruction';
import { asRead, cannotRead } from '../core/actions/reads';
import type { Estimate } from '../core/estimate/estimate';
import { withinLimits } from '../core/pdf/limits';
import type { Problem } from '../core/problem';
import { cannotBeShielded, leavingSteps, wordsFor, wordsIn } from '../core/shield/shield-source';
import type { Source } from '../core/source/source';
import { backgroundSlice, inSlices } from '../page/slices';
import { askedModel, type Choices, controlsFor, hiddenBefore, onSite } from './choices';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import { planOf } from './plan';
import { repeat } from './repeat';
import { accessFor, choicesFor } from './respondent';
import { sendTurn } from './send-turn';
import type { Start } from './start';
import { weigh } from './weigh';

/** Carries out a run from its capture on, until it has ended or waits for the user. Throws when storage fails. */
export async function carryOut(
  live: LiveRun,
  means: Means,
  capture: Start['capture'],
): Promise<void> {
  const run = live.current();
  const choosing = choicesFor(run, means);
  // In a private window nothing is read before the user's rule is known.
  if (run.private && !(await choosing).inPrivateWindows) return fail(live, privateWindowOff);
  // Elsewhere the choices are read while the page is: the request leaves that much sooner.
  const [captured, usual] = await Promise.all([untilStopped(capture, live), choosing]);
  if (captured.kind === 'problem') return fail(live, captured.problem);
  const choices = onSite(usual, captured.source, run);
  // What was shown to the user is gone: to another endpoint they did not agree.
  if (run.endpointId !== null && run.endpointId !== choices.endpoint.id) {
    return fail(live, { kind: 'endpoint-gone' });
  }
  const unread = cannotRead(run.action, captured.source);
  if (unread) return fail(live, unread);
  const read = asRead(run.action, captured.source);
  const source = withinLimits(read, askedModel(choices));
  const controls = controlsFor(run.action, choices, run.controls);
  const language = runLanguage(controls, choices.language);
  live.emit({ kind: 'captured', source, language, controls });
  const words = wordsFor(source, choices.shield, captured.shielded);
  const unshielded =
    captured.shielded === undefined && cannotBeShielded(source, choices.shield) ? true : undefined;
  await proceed(live, means, { source, words, unshielded }, choices, null);
}

/** A page may take its time; who stops it waits no longer, whatever is still read. */
async function untilStopped(
  capture: Start['capture'],
  { stop: { signal } }: LiveRun,
): Promise<Capture> {
  const captured = await Promise.race([capture(signal), aborted(signal)]);
  return captured ?? { kind: 'problem', problem: { kind: 'stopped' } };
}

/** Carries out a run that had waited for consent: to the endpoint, language, model and price that were shown. */
export async function carryOn(live: LiveRun, means: Means): Promise<void> {
  const { source, found, language, state } = live.current();
  if (!source || state.kind !== 'confirming') return;
  const { endpointId, model } = state.estimate;
  live.emit({ kind: 'planning', question: null });
  const now = await means.choices(endpointId);
  if (live.current().private && !now.inPrivateWindows) return fail(live, privateWindowOff);
  // The user agreed to one that is gone: to another they did not.
  if (now.endpoint.id !== endpointId) return fail(live, { kind: 'endpoint-gone' });
  const subject = { source, words: wordsIn(found) };
  await proceed(live, means, subject, { ...now, language, model }, state.estimate);
}

const privateWindowOff: Problem = { kind: 'private-window-off' };

function fail(live: LiveRun, problem: Problem): void {
  live.emit({ kind: 'failed', problem });
}

/** What it is about; `words`: to hide beside all that is personal, null when nothing is to be hidden. */
interface Subject {
  readonly source: Source;
  readonly words: readonly string[] | null;
  /** The user hides such data there, but nothing can be hidden in this, and has not been asked about it. */
  readonly unshielded?: true | undefined;
}

async function proceed(
  live: LiveRun,
  means: Means,
  subject: Subject,
  wanted: Choices,
  consented: Estimate | null,
): Promise<void> {
  const run = live.current();
  const { choices, access } = consented
    ? { choices: wanted, access: await means.findAccess(wanted.endpoint) }
    : await accessFor(run.action, subject.source, wanted, means);
  const words = hiddenBefore(choices, subject.words);
  const { source, said, found } = await inSlices(
    leavingSteps(subject.source, saidIn(run, subject.source), words),
    backgroundSlice,
  );
  // What the device is given is to be hidden from whoever is asked the same later.
  if (subject.words) live.emit({ kind: 'shielded', found: found ?? [] });
  const rough = planOf({ ...run, ...saying(run, said) }, source, choices, means.time.now());
  if (!run.fresh && (await repeat(live, means, rough, choices))) return;
  const { signal: stop } = live.stop;
  // A stopped run ends as a turn that never left, whatever else would have come.
  if (stop.aborted) return sendTurn(live, means, rough, null);
  if (access.kind === 'problem') return fail(live, access.problem);
  const { key } = access;
  const { unshielded } = subject;
  const { anyway, cheaper } = run;
  const scales = { run, choices, key, stop, anyway, consented, unshielded, cheaper };
  const { plan, verdict } = await weigh(rough, scales, means);
  if (stop.aborted || verdict.kind === 'sends') return sendTurn(live, means, plan, key);
  if (verdict.kind === 'fails') return fail(live, verdict.problem);
  const { estimate } = plan;
  live.emit({ kind: 'asked', estimate, thresholds: choices.thresholds, unshielded, cheaper });
}
