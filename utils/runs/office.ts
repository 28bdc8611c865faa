import type { Limits } from '../core/money/budget';
import { type Problem, problemIn } from '../core/problem';
import type { Run, RunEvent } from '../core/runs/run';
import type { InTurn } from '../store/in-turn';
import { type Journal, journalFor, type MemoryJournal } from '../store/runs';
import type { TabRuns } from '../store/tab-runs';
import type { ShowBadge } from './badge';
import type { Feeds } from './feeds';
import { waitsForRoom } from './late-saver';
import { createLiveRun, type LiveRun } from './live-run';
import type { Means } from './means';
import { announce, type NewsDesk } from './news';

export interface RunnerParts extends Omit<Means, 'budget'> {
  readonly journal: Journal;
  readonly limits: () => Promise<Limits>;
  readonly tabRuns: TabRuns;
  readonly feeds: Feeds;
  readonly showBadge: ShowBadge;
  /** Called when a run has ended and is stored: time to tidy up. */
  readonly rested: () => void;
  /** Keeps the background alive until the returned function is called. */
  readonly keepAwake: () => () => void;
}

/** What the runner works with: its parts, and the runs that live. */
export interface Office {
  readonly parts: RunnerParts & Means;
  readonly lives: Map<string, LiveRun>;
  /** The last run of each tab, as it began, and the tick at which it was last asked for: a double click is told by it. */
  readonly latest: Map<number, { readonly run: Run; readonly at: number }>;
  /** For private windows, and for what the journal would not take. */
  readonly volatile: MemoryJournal;
  /** Resolves when what the last background left behind has been ended, or cannot be yet. */
  readonly ready: () => Promise<void>;
  /** Runs are deleted, brought back, and kept late by one after the other: what is deleted while it is kept would come back. */
  readonly inOrder: InTurn;
  /** Tries again to keep what the journal would not take. */
  readonly saveLate: () => Promise<void>;
}

export function deskOf({ parts, lives, volatile }: Office): NewsDesk {
  const { journal, tabRuns, showBadge } = parts;
  return { lives, volatile, journal, tabRuns, showBadge };
}

export function adopt({ parts, lives, volatile }: Office, run: Run): LiveRun {
  const journal = journalFor(run, parts.journal, volatile);
  const lastTicket = [...lives.values()].at(-1)?.ticket ?? 0;
  const live = createLiveRun(run, journal, parts.feeds, lastTicket + 1);
  lives.set(run.id, live);
  return live;
}

const failedBy = (problem: Problem): RunEvent => ({ kind: 'failed', problem });

/** Keeps a run, and the background with it, alive while `work` is under way. `failed`: what is told of a problem in it. */
export async function attend(
  office: Office,
  live: LiveRun,
  work: () => Promise<void>,
  failed: (problem: Problem, run: Run) => RunEvent = failedBy,
): Promise<void> {
  const rest = office.parts.keepAwake();
  try {
    await work();
  } catch (error) {
    // What the network does are events.
    live.emit(failed(problemIn(error), live.current()));
  } finally {
    await live.settled();
    // What the journal would not take is still there for a view, and to be tried again.
    if (!live.current().saved) await office.volatile.put(live.current());
    office.lives.delete(live.current().id);
    live.close();
    await announce(deskOf(office), live.current());
    await clearMemory(office);
    office.parts.rested();
    void office.saveLate();
    rest();
  }
}

/**
 * Takes up a run to which nothing happens any more, as `ready` gives it; null: it is still under way, there is none, or it
 * is not ready. Who sees an end may act on it before a slow disk has written it down: that is waited for, unless the user
 * stops it meanwhile. Of two at once, one gets it.
 */
export async function takeUp(
  office: Office,
  runId: string,
  ready: (run: Run) => Run | null,
): Promise<LiveRun | null> {
  const before = office.lives.get(runId);
  if (before && !(await endOf(before))) return null;
  const run = await find(office, runId);
  const next = run && !office.lives.has(runId) ? ready(run) : null;
  return next && adopt(office, next);
}

/** Resolves when its end is written down; false: it has none yet, or the user has stopped it meanwhile. */
async function endOf({ isOver, stop: { signal }, closed }: LiveRun): Promise<boolean> {
  if (!isOver()) return false;
  const wasStopped = signal.aborted;
  await closed;
  return signal.aborted === wasStopped;
}

/**
 * Memory keeps what is live, what a tab leads to, what a view shows, and what may have been paid for and waits for room:
 * nobody could find the rest again.
 */
export async function clearMemory({ parts, lives, volatile }: Office): Promise<void> {
  const found = new Set((await parts.tabRuns.all()).map(([, runId]) => runId));
  for (const run of volatile.all()) if (waitsForRoom(run)) found.add(run.id);
  volatile.deleteAllBut({
    has: (runId) =>
      lives.has(runId) || found.has(runId) || parts.feeds.has({ tabId: noTab, runId }),
  });
}

/** A private run that no tab and no view leads to nobody finds again: what it would still cost is spared. */
export async function stopLost({ parts, lives }: Office): Promise<void> {
  for (const { current, stop } of lives.values()) {
    const { id: runId, private: isPrivate } = current();
    if (!isPrivate || (await parts.tabRuns.tabsOf(runId)).length > 0) continue;
    if (!parts.feeds.has({ tabId: noTab, runId })) stop.abort();
  }
}

/** The browsers' own number for it. */
const noTab = -1;

export async function find(
  { parts, lives, volatile, ready }: Office,
  runId: string,
): Promise<Run | null> {
  const live = lives.get(runId);
  if (live) return live.current();
  await ready();
  const stored = (await volatile.get(runId)) ?? (await parts.journal.get(runId).catch(() => null));
  return lives.get(runId)?.current() ?? stored;
}
