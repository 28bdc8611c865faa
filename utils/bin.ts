import { endsWritten } from './ends';
import { drop, type NewsDesk } from './news';
import { type Stored, shelf } from './store/delete-runs';

/** ms within which a deletion can be undone. What is deleted is off the disk at once; until then memory alone has it. */
export const undoable = 15_000;

/** Where runs are deleted; those that are live are not. */
export interface Bin {
  /** Whether it is deleted. */
  delete(runId: string): Promise<boolean>;
  /** Puts a run back, once it is deleted; false: it is too late. */
  undo(runId: string): Promise<boolean>;
  deleteAll(): Promise<void>;
}

/** `ready`: what the last background left live has been ended, and is written no more. */
export function createBin(desk: NewsDesk, ready: () => Promise<void>): Bin {
  const { lives, volatile, tabRuns } = desk;
  const binned = createBinned();
  const underWay = new Map<string, Promise<boolean>>();
  return {
    async delete(runId) {
      const removal = ready().then(() => remove(desk, binned, runId));
      underWay.set(runId, removal);
      try {
        return await removal;
      } finally {
        if (underWay.get(runId) === removal) underWay.delete(runId);
      }
    },
    async undo(runId) {
      const isDeleted = await underWay.get(runId)?.catch(() => false);
      const stored = binned.of(runId);
      // What was not deleted is still there.
      if (!stored) return isDeleted === false;
      await shelf.putBack(stored);
      binned.drop(runId);
      return true;
    },
    async deleteAll() {
      await ready();
      await endsWritten(lives.values());
      binned.clear();
      volatile.deleteAllBut(lives);
      await shelf.clear();
      for (const [tabId, runId] of await tabRuns.all())
        if (!lives.has(runId)) await drop(desk, tabId, runId);
    },
  };
}

/** Whether it is deleted. */
async function remove(desk: NewsDesk, binned: Binned, runId: string): Promise<boolean> {
  const { lives, volatile, tabRuns } = desk;
  // Else it would come back.
  await endsWritten(lives.values());
  if (lives.has(runId)) return false;
  binned.keep(await shelf.take(runId));
  await volatile.delete(runId);
  for (const tabId of await tabRuns.tabsOf(runId)) await drop(desk, tabId, runId);
  return true;
}

type Binned = ReturnType<typeof createBinned>;

function createBinned() {
  const binned = new Map<string, { readonly stored: Stored; readonly timer: Timer }>();
  const drop = (runId: string) => {
    clearTimeout(binned.get(runId)?.timer);
    binned.delete(runId);
  };
  return {
    drop,
    of: (runId: string) => binned.get(runId)?.stored,
    keep(stored: Stored): void {
      // Deleted twice, as in two windows: what there was is what the first has taken.
      if (stored.run === undefined) return;
      drop(stored.id);
      binned.set(stored.id, { stored, timer: setTimeout(() => drop(stored.id), undoable) });
    },
    clear: () => [...binned.keys()].forEach(drop),
  };
}

type Timer = ReturnType<typeof setTimeout>;
