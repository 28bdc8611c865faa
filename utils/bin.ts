import { endsWritten } from './ends';
import { drop, type NewsDesk } from './news';
import { type Stored, shelf } from './store/delete-runs';

/** ms within which a deletion can be undone. What is deleted is off the disk at once; until then memory alone has it. */
const undoable = 15_000;

/** Where runs are deleted; those that are live are not. */
export interface Bin {
  delete(runId: string): Promise<void>;
  /** Puts a run back; false: it is too late. */
  undo(runId: string): Promise<boolean>;
  deleteAll(): Promise<void>;
}

/** `ready`: what the last background left live has been ended, and is written no more. */
export function createBin(desk: NewsDesk, ready: Promise<void>): Bin {
  const { lives, volatile, tabRuns } = desk;
  const binned = new Map<string, Stored>();
  return {
    async delete(runId) {
      await ready;
      // Else it would come back.
      await endsWritten(lives.values());
      if (lives.has(runId)) return;
      binned.set(runId, await shelf.take(runId));
      setTimeout(() => binned.delete(runId), undoable);
      await volatile.delete(runId);
      const tabId = await tabRuns.tabOf(runId);
      if (tabId !== null) await drop(desk, tabId, runId);
    },
    async undo(runId) {
      const stored = binned.get(runId);
      if (!stored) return false;
      await shelf.putBack(stored);
      binned.delete(runId);
      return true;
    },
    async deleteAll() {
      await ready;
      await endsWritten(lives.values());
      binned.clear();
      volatile.deleteAllBut(lives);
      await shelf.clear();
      for (const [tabId, runId] of await tabRuns.all())
        if (!lives.has(runId)) await drop(desk, tabId, runId);
    },
  };
}
