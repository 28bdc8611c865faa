import type { Run } from '../core/runs/run';
import { type Stored, shelf } from '../store/delete-runs';
import { endsWritten } from './ends';
import { drop, type NewsDesk } from './news';
import type { Office } from './office';

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

export function createBin(
  desk: NewsDesk,
  { ready, inOrder, saveLate }: Pick<Office, 'ready' | 'inOrder' | 'saveLate'>,
): Bin {
  const binned = createBinned();
  const underWay = new Map<string, Promise<boolean>>();
  return {
    async delete(runId) {
      const removal = ready().then(() => inOrder(() => remove(desk, binned, runId)));
      underWay.set(runId, removal);
      try {
        return await removal;
      } finally {
        if (underWay.get(runId) === removal) underWay.delete(runId);
      }
    },
    async undo(runId) {
      const isDeleted = await underWay.get(runId)?.catch(() => false);
      return inOrder(async () => {
        const deleted = binned.of(runId);
        // What was not deleted is still there.
        if (!deleted) return isDeleted === false;
        await putBack(desk, deleted);
        binned.drop(runId);
        void saveLate();
        return true;
      });
    },
    async deleteAll() {
      await ready();
      await inOrder(() => removeAll(desk, binned));
    },
  };
}

/** Whether it is deleted. */
async function remove(desk: NewsDesk, binned: Binned, runId: string): Promise<boolean> {
  const { lives, volatile, tabRuns } = desk;
  // Else it would come back.
  await endsWritten(lives.values());
  if (lives.has(runId)) return false;
  const unsaved = await volatile.get(runId);
  binned.keep({ stored: await shelf.take(runId), unsaved });
  await volatile.delete(runId);
  for (const tabId of await tabRuns.tabsOf(runId)) await drop(desk, tabId, runId);
  return true;
}

/** What waited for room waits again, whether there is room for what was stored of it or not. */
async function putBack({ volatile }: NewsDesk, { stored, unsaved }: Deleted): Promise<void> {
  if (unsaved) await volatile.put(unsaved);
  await shelf.putBack(stored).catch((error: unknown) => {
    if (!unsaved) throw error;
  });
}

async function removeAll(desk: NewsDesk, binned: Binned): Promise<void> {
  const { lives, volatile, tabRuns } = desk;
  await endsWritten(lives.values());
  binned.clear();
  volatile.deleteAllBut(lives);
  // What the journal has as live may have ended where there was no room to write that down.
  await shelf.clear(() => lives.keys());
  for (const [tabId, runId] of await tabRuns.all())
    if (!lives.has(runId)) await drop(desk, tabId, runId);
}

/** `unsaved`: what waited in memory for room, newer than what is stored; null: nothing did. */
interface Deleted {
  readonly stored: Stored;
  readonly unsaved: Run | null;
}

type Binned = ReturnType<typeof createBinned>;

function createBinned() {
  const binned = new Map<string, { readonly deleted: Deleted; readonly timer: Timer }>();
  const drop = (runId: string) => {
    clearTimeout(binned.get(runId)?.timer);
    binned.delete(runId);
  };
  return {
    drop,
    of: (runId: string) => binned.get(runId)?.deleted,
    keep(deleted: Deleted): void {
      const { stored, unsaved } = deleted;
      // Deleted twice, as in two windows: what there was is what the first has taken.
      if (stored.run === undefined && !unsaved) return;
      drop(stored.id);
      binned.set(stored.id, { deleted, timer: setTimeout(() => drop(stored.id), undoable) });
    },
    clear: () => [...binned.keys()].forEach(drop),
  };
}

type Timer = ReturnType<typeof setTimeout>;
