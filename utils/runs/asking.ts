import type { Problem } from '../core/problem';
import { canBeAsked } from '../core/runs/conversation';
import { type Run, type RunEvent, type Terms, waitsForConsent } from '../core/runs/run';
import { hasEnded, type Turn, unsent } from '../core/runs/turn';
import { carryOn } from './conduct';
import { followUp } from './follow-up';
import { attend, type Office, takeUp } from './office';

/** A follow-up as a view asks it; what it costs is found when it is asked. */
export interface Question extends Terms {
  readonly runId: string;
  readonly tabId: number;
  readonly question: string;
  /** The user wants the answer although it cannot be kept. */
  readonly unsaved: boolean;
  /** Asked instead of the one that has answered so far. */
  readonly model?: string | undefined;
}

/** Sends what had waited for the user's consent. */
export async function confirm(office: Office, runId: string): Promise<void> {
  const live = await takeUp(office, runId, (run) => (waitsForConsent(run) ? run : null));
  const state = live?.current().state;
  if (!live || state?.kind !== 'confirming') return;
  const { question, estimate, anyway, fresh } = state;
  const terms = { consented: estimate, anyway, fresh };
  if (question === undefined) return void attend(office, live, () => carryOn(live, office.parts));
  const work = () => followUp(live, office.parts, question, terms);
  void attend(office, live, work, failedFollowUp(question, office.parts.newId));
}

/** Asks a follow-up of a run that has ended. False: it is gone, or a second one while the first is under way. */
export async function ask(
  office: Office,
  { runId, tabId, question, unsaved, model, ...terms }: Question,
): Promise<boolean> {
  const { tabRuns, showBadge } = office.parts;
  const text = question.toWellFormed().trim();
  if (text === '') return false;
  const live = await takeUp(office, runId, (run) => {
    if (!canBeAsked(run)) return null;
    return unsaved ? { ...run, saved: false } : run;
  });
  if (!live) return false;
  // The tab where it was asked shows the answer, or that there is one.
  void tabRuns.set(tabId, runId);
  showBadge(tabId, 'running');
  if (unsaved) live.emit({ kind: 'saved', saved: false });
  const work = () => followUp(live, office.parts, text, { wanted: model, ...terms });
  void attend(office, live, work, failedFollowUp(text, office.parts.newId));
  return true;
}

/** What came before stays on the screen, and below it why nothing more did. */
function failedFollowUp(question: string, newId: () => string) {
  return (problem: Problem, run: Run): RunEvent => {
    const state = { kind: 'failed', problem } as const;
    const last = run.turns.at(-1);
    if (!last) return state;
    if (!hasEnded(last.state)) return { kind: 'ended', state, receipt: null, requestId: null };
    return { kind: 'queued', turn: { ...neverMade(last), id: newId(), question, state } };
  };
}

/** A turn whose request was not made, to where the one before it went. */
function neverMade({ asked, service, pricing, model, prompt, maxOutput }: Turn) {
  return {
    ...{ asked, service, pricing, model, prompt, maxOutput },
    ...unsent,
    requestHash: '',
    cached: null,
  };
}

/** Drops the follow-up that had waited for consent. */
export async function withdraw(office: Office, runId: string): Promise<void> {
  const live = await takeUp(office, runId, (run) =>
    waitsForConsent(run) === 'follow-up' ? run : null,
  );
  if (live) await attend(office, live, async () => live.emit({ kind: 'withdrawn' }));
}
