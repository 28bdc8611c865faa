import { isToBeSent, type Run } from '../core/runs/run';
import type { Viewer, Watch } from '../messages/run-port';
import { inTurn } from '../store/in-turn';
import { createPendingLines, type PendingLines } from '../store/pending-lines';
import { memoryJournal } from '../store/runs';
import { ask, confirm, type Question, withdraw } from './asking';
import { type Bin, createBin } from './bin';
import { type Budget, createBudget } from './budget';
import { carryOut } from './conduct';
import { isDoubleClick } from './double-click';
import { isDone, withUnwritten } from './ends';
import { createLateSaver } from './late-saver';
import { announce, drop, isNews, markSeen } from './news';
import {
  adopt,
  attend,
  clearMemory,
  deskOf,
  find,
  type Office,
  type RunnerParts,
  stopLost,
} from './office';
import { settling, withPending, writePending } from './pending';
import { choosePages, type Pages } from './rechoose';
import { recover } from './recovery';
import type { Start } from './start';
import { untilDone } from './until-done';

/** The owner of all runs, and their only writer. */
export interface Runner {
  /** Registers a run in the same tick, so that a view that opens now finds it. A double click is one run. */
  begin(start: Start): void;
  find(runId: string): Promise<Run | null>;
  /** Sends what had waited for the user's consent. */
  confirm(runId: string): Promise<void>;
  /** Asks for consent to other pages of the PDF that waits for it. */
  choosePages(runId: string, pages: Pages): Promise<void>;
  /** Asks a follow-up of a run that has ended; twice at once is once. Whether it was asked. */
  ask(asked: Question): Promise<boolean>;
  /** Drops the follow-up that had waited for the user's consent. */
  withdraw(runId: string): Promise<void>;
  stop(runId: string): void;
  /** Stops all that has not left yet. */
  stopWaiting(): void;
  /** A view has shown how a tab's run ended. `aside`: the tab shall not show it any more. */
  seen(runId: string, tabId: number, aside: boolean): Promise<void>;
  watch(viewer: Viewer, subject: Watch): Promise<void>;
  unwatch(viewer: Viewer): void;
  /** Whether a view shows a tab's runs, or this one. */
  isWatched(subject: { readonly tabId: number; readonly runId: string }): boolean;
  /** A tab is closed: its runs go on and are found under *History*; what was of a private window is stopped, and gone. */
  forget(tabId: number): void;
  /** The browser has put another tab in the place of one, as Chromium does when it discards it. */
  replace(tabId: number, by: number): Promise<void>;
  readonly bin: Bin;
  readonly budget: Pick<Budget, 'state' | 'forget'>;
}

export function createRunner(parts: RunnerParts, pending = createPendingLines()): Runner {
  const office = openOffice(parts, pending);
  void office.ready();
  return {
    begin: (start) =>
      isDoubleClick(office, start) ? showLatest(office, start.tabId) : begin(office, start),
    find: (runId) => find(office, runId),
    choosePages: (runId, pages) => choosePages(office, runId, pages),
    confirm: (runId) => confirm(office, runId),
    ask: (asked) => ask(office, asked),
    withdraw: (runId) => withdraw(office, runId),
    stop: (runId) => office.lives.get(runId)?.stop.abort(),
    stopWaiting: () => stopWaiting(office),
    seen: async (runId, tabId, aside) =>
      markSeen(deskOf(office), await find(office, runId), { runId, tabId, aside }),
    watch: (viewer, subject) => watch(office, viewer, subject),
    unwatch(viewer) {
      parts.feeds.remove(viewer);
      void stopLost(office);
    },
    isWatched: parts.feeds.has,
    forget: (tabId) => void forget(office, tabId),
    replace: (tabId, by) => replace(office, tabId, by),
    bin: createBin(deskOf(office), office),
    budget: office.parts.budget,
  };
}

function openOffice(parts: RunnerParts, pending: PendingLines): Office {
  const ledger = settling(parts.ledger, pending);
  const lives: Office['lives'] = new Map();
  const volatile = withPending(memoryJournal(), pending);
  const inOrder = inTurn();
  const records = { ...parts, ledger, lives, volatile, inOrder };
  const ready = untilDone(async () => {
    await writePending(ledger, pending);
    try {
      for (const run of await recover(records)) void announce(deskOf(office), run);
    } finally {
      void office.saveLate();
    }
  });
  const budget = budgetOf({ ...parts, ledger }, ready);
  const office: Office = {
    parts: { ...parts, ledger, budget, answers: withUnwritten(parts.answers, lives, volatile) },
    lives,
    latest: new Map(),
    volatile,
    ready,
    inOrder,
    saveLate: createLateSaver(records),
  };
  return office;
}

/** What the last background has spent is known only when its ends are. */
function budgetOf({ time, limits, ledger }: RunnerParts, ready: Office['ready']): Budget {
  return createBudget({
    now: () => time.now(),
    limits,
    read: async (...asked) => {
      await ready();
      return ledger.spentFrom(...asked);
    },
  });
}

function begin(office: Office, start: Start): void {
  const { feeds, tabRuns, time } = office.parts;
  const run = newRun(office, start);
  office.latest.set(start.tabId, { run, at: time.ticks() });
  const live = adopt(office, run);
  void tabRuns.set(start.tabId, run.id);
  feeds.replace(start.tabId, run);
  office.parts.showBadge(start.tabId, 'running');
  void attend(office, live, () => carryOut(live, office.parts, start.capture)).then(() => {
    // What has come to nothing may be asked for again at once.
    if (!isDone(live) && office.latest.get(start.tabId)?.run === run)
      office.latest.delete(start.tabId);
  });
}

/** Whoever clicked may see what could be sent, and not yet what the first click has led to. */
function showLatest(office: Office, tabId: number): void {
  const runId = office.latest.get(tabId)?.run.id;
  if (runId === undefined) return;
  void find(office, runId).then((run) => run && office.parts.feeds.replace(tabId, run));
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

function stopWaiting({ lives }: Office): void {
  for (const { current, stop } of lives.values()) if (isToBeSent(current())) stop.abort();
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
  void office.saveLate();
}

async function replace(office: Office, tabId: number, by: number): Promise<void> {
  const { tabRuns } = office.parts;
  const runId = await tabRuns.get(tabId);
  if (runId === null) return;
  await tabRuns.set(by, runId);
  await tabRuns.clear(tabId, runId);
  const run = await find(office, runId);
  if (run) await announce(deskOf(office), run);
}

async function forget(office: Office, tabId: number): Promise<void> {
  const { parts, latest } = office;
  latest.delete(tabId);
  const runId = await parts.tabRuns.get(tabId);
  if (runId !== null) await parts.tabRuns.clear(tabId, runId);
  await stopLost(office);
  await clearMemory(office);
}
