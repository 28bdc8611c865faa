import type { ShowBadge } from './badge';
import type { Capture } from './capture';
import { carryOn, carryOut, type Means } from './conduct';
import type { Instruction } from './core/action';
import type { Run } from './core/run';
import type { Aim } from './core/source';
import type { Feeds, Viewer } from './feeds';
import { createLiveRun, type LiveRun } from './live-run';
import type { Watch } from './messages';
import { announce, drop, isNews, markSeen, type NewsDesk } from './news';
import { recover } from './recovery';
import { type Journal, memoryJournal } from './store/runs';
import type { TabRuns } from './store/tab-runs';

export interface RunnerParts extends Means {
  readonly journal: Journal;
  readonly tabRuns: TabRuns;
  readonly feeds: Feeds;
  readonly showBadge: ShowBadge;
  /** Called when a run has ended and is stored: time to tidy up. */
  readonly rested: () => void;
  /** Keeps the background alive until the returned function is called. */
  readonly keepAwake: () => () => void;
}

/** What a run begins with; its text may still be on its way. */
export interface Start extends Instruction {
  readonly tabId: number;
  readonly private: boolean;
  /** False: the user wants the answer although it cannot be kept. */
  readonly saved: boolean;
  /** Where to ask instead of the usual endpoint. */
  readonly endpointId: string | null;
  /** Which model to ask instead of the endpoint's. */
  readonly model?: string | undefined;
  readonly aim: Aim;
  /** `stop`: the user does not want it any more. */
  readonly capture: (stop: AbortSignal) => Promise<Capture>;
}

/** The owner of all runs, and their only writer. */
export interface Runner {
  /** Registers a run in the same tick, so that a view that opens now finds it. A double click is one run. */
  begin(start: Start): void;
  find(runId: string): Promise<Run | null>;
  /** Sends what had waited for the user's consent. */
  confirm(runId: string): Promise<void>;
  stop(runId: string): void;
  /** A view has shown how a tab's run ended. `aside`: the tab shall not show it any more. */
  seen(runId: string, tabId: number, aside: boolean): Promise<void>;
  watch(viewer: Viewer, subject: Watch): Promise<void>;
  unwatch(viewer: Viewer): void;
  /** Whether a view shows a tab's runs, or this one. */
  isWatched(subject: { readonly tabId: number; readonly runId: string }): boolean;
  /** A tab is closed: its runs are found under *History*, and what was only in memory is gone. */
  forget(tabId: number): void;
}

interface Office {
  readonly parts: RunnerParts;
  readonly lives: Map<string, LiveRun>;
  /** The last run of each tab: a double click is told by it. */
  readonly latest: Map<number, Run>;
  /** For private windows, and for what the journal would not take. */
  readonly volatile: ReturnType<typeof memoryJournal>;
  /** Resolves when what the last background left behind has been ended. */
  readonly ready: Promise<void>;
}

/** ms within which the same action on the same tab is a double click. */
const doubleClick = 2_000;

export function createRunner(parts: RunnerParts): Runner {
  const recovered = recover(parts.journal, parts.ledger);
  const office: Office = {
    parts,
    lives: new Map(),
    latest: new Map(),
    volatile: memoryJournal(),
    ready: recovered.then(() => undefined),
  };
  void recovered.then((runs) => runs.forEach((run) => void announce(deskOf(office), run)));
  return {
    begin: (start) => begin(office, start),
    find: (runId) => find(office, runId),
    confirm: (runId) => confirm(office, runId),
    stop: (runId) => office.lives.get(runId)?.stop.abort(),
    seen: async (runId, tabId, aside) =>
      markSeen(deskOf(office), await find(office, runId), { runId, tabId, aside }),
    watch: (viewer, subject) => watch(office, viewer, subject),
    unwatch: parts.feeds.remove,
    isWatched: parts.feeds.has,
    forget: (tabId) => void forget(office, tabId),
  };
}

function deskOf({ parts, lives, volatile }: Office): NewsDesk {
  const { journal, tabRuns, showBadge } = parts;
  return { lives, volatile, journal, tabRuns, showBadge };
}

function begin(office: Office, start: Start): void {
  const { feeds, tabRuns } = office.parts;
  if (isDoubleClick(office, start)) return;
  const run = newRun(office, start);
  office.latest.set(start.tabId, run);
  const live = adopt(office, run);
  void tabRuns.set(start.tabId, run.id).catch(() => undefined);
  feeds.replace(start.tabId, run);
  office.parts.showBadge(start.tabId, 'running');
  void attend(office, live, () => carryOut(live, office.parts, start.capture));
}

function isDoubleClick({ parts, lives, latest }: Office, start: Start): boolean {
  const previous = latest.get(start.tabId);
  return (
    previous?.action.id === start.action.id &&
    previous.question === start.question &&
    lives.has(previous.id) &&
    parts.time.now() - previous.createdAt < doubleClick
  );
}

function newRun({ parts }: Office, { capture: _, tabId: __, ...start }: Start): Run {
  return {
    ...start,
    id: parts.newId(),
    state: { kind: 'capturing' },
    source: null,
    found: null,
    language: '',
    turns: [],
    createdAt: parts.time.now(),
    seen: false,
  };
}

function adopt({ parts, lives, volatile }: Office, run: Run): LiveRun {
  const live = createLiveRun(
    run,
    run.private || !run.saved ? volatile : parts.journal,
    parts.feeds,
  );
  lives.set(run.id, live);
  return live;
}

/** Keeps a run, and the background with it, alive while `work` is under way. */
async function attend(office: Office, live: LiveRun, work: () => Promise<void>): Promise<void> {
  const rest = office.parts.keepAwake();
  try {
    await work();
  } catch {
    // Storage alone throws up to here: what the network does are events.
    live.emit({ kind: 'failed', problem: { kind: 'storage-failing' } });
  } finally {
    await live.settled();
    // What the journal would not take is still there for a view, and to be tried again.
    if (!live.current().saved) await office.volatile.put(live.current());
    office.lives.delete(live.current().id);
    await announce(deskOf(office), live.current());
    office.parts.rested();
    rest();
  }
}

async function find({ parts, lives, volatile, ready }: Office, runId: string): Promise<Run | null> {
  const live = lives.get(runId);
  if (live) return live.current();
  await ready;
  const stored = (await volatile.get(runId)) ?? (await parts.journal.get(runId).catch(() => null));
  return lives.get(runId)?.current() ?? stored;
}

async function confirm(office: Office, runId: string): Promise<void> {
  const run = await find(office, runId);
  if (run?.state.kind !== 'confirming' || office.lives.has(runId)) return;
  const live = adopt(office, run);
  void attend(office, live, () => carryOn(live, office.parts));
}

async function watch(office: Office, viewer: Viewer, subject: Watch): Promise<void> {
  const { tabRuns, feeds } = office.parts;
  feeds.add(viewer, subject);
  const runId = subject.kind === 'run' ? subject.runId : await tabRuns.get(subject.tabId);
  const found = runId === null ? null : await find(office, runId);
  if (subject.kind === 'tab' && runId !== null && !found)
    await drop(deskOf(office), subject.tabId, runId).catch(() => undefined);
  const run = found && isNews(found, subject) ? found : null;
  // Looked up once more in this tick: what the run has done since `find` is not told again.
  feeds.introduce(viewer, (run && office.lives.get(run.id)?.current()) ?? run);
}

async function forget({ parts, latest, lives, volatile }: Office, tabId: number): Promise<void> {
  latest.delete(tabId);
  const runId = await parts.tabRuns.get(tabId);
  if (runId === null) return;
  await parts.tabRuns.clear(tabId, runId);
  if (!lives.has(runId)) await volatile.delete(runId);
}
