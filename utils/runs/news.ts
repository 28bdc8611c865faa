import { isLive, type Run, reduce } from '../core/runs/run';
import type { Watch } from '../messages/run-port';
import { type Journal, journalFor, type MemoryJournal } from '../store/runs';
import type { TabRuns } from '../store/tab-runs';
import { badgeOf, type ShowBadge } from './badge';
import type { LiveRun } from './live-run';

/** Where it is told what of a run has been seen and what is still news. */
export interface NewsDesk {
  readonly lives: ReadonlyMap<string, LiveRun>;
  readonly journal: Journal;
  readonly volatile: MemoryJournal;
  readonly tabRuns: TabRuns;
  readonly showBadge: ShowBadge;
}

/** Badges the tabs that a run belongs to, as far as they are still open. */
export async function announce({ tabRuns, showBadge }: NewsDesk, run: Run): Promise<void> {
  for (const tabId of await tabRuns.tabsOf(run.id)) showBadge(tabId, badgeOf(run));
}

/** A view has shown how a run ended. `aside`: the tab shall not show it any more. */
export async function markSeen(
  desk: NewsDesk,
  run: Run | null,
  {
    runId,
    tabId,
    aside,
  }: { readonly runId: string; readonly tabId: number; readonly aside: boolean },
): Promise<void> {
  if (run && isLive(run)) return;
  if (run && !run.seen) await keepAsSeen(desk, run);
  if (aside || !run) await desk.tabRuns.clear(tabId, runId);
}

async function keepAsSeen(desk: NewsDesk, run: Run): Promise<void> {
  const live = desk.lives.get(run.id);
  if (live) return live.emit({ kind: 'seen' });
  const seen = reduce(run, { kind: 'seen' });
  const journal = journalFor(run, desk.journal, desk.volatile);
  // At once: what is asked of it from now on is written later. And it may just have been deleted.
  const kept = journal.replace(seen).catch(() => undefined);
  await announce(desk, seen);
  await kept;
}

/** What was only in memory is gone with the last background: its tab's badge must not tell of it any more. */
export async function drop(
  { journal, tabRuns, showBadge }: NewsDesk,
  tabId: number,
  runId: string,
) {
  // A database that is out of order has lost nothing, and a run that has begun meanwhile is another.
  if ((await journal.get(runId)) || (await tabRuns.get(tabId)) !== runId) return;
  await tabRuns.clear(tabId, runId);
  showBadge(tabId, null);
}

/** A popup opens anew with what could be sent now; a panel stays with the tab's last answer. */
export function isNews(run: Run, subject: Watch): boolean {
  return subject.kind === 'run' || subject.last || !run.seen;
}
