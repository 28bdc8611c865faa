import type { Run } from '../core/run';
import { database } from './database';
import { fromRecord, toRecord } from './run-record';

/** Where runs are kept. The runner is its one writer. */
export interface Journal {
  /** Resolves when the run is committed. */
  put(run: Run): Promise<void>;
  get(id: string): Promise<Run | null>;
  /** Runs that were live when they were last written. */
  live(): Promise<readonly Run[]>;
  /** Deletes the runs of before `time` (ms since 1970). */
  deleteBefore(time: number): Promise<void>;
}

/** The journal in IndexedDB. */
export const journal: Journal = {
  async put(run) {
    const db = await database();
    // Survives the death of the browser's processes; `strict` would also wait for the disk, at several ms a write.
    const transaction = db.transaction('runs', 'readwrite', { durability: 'relaxed' });
    await Promise.all([transaction.store.put(toRecord(run)), transaction.done]);
  },
  async get(id) {
    return fromRecord(await (await database()).get('runs', id));
  },
  async live() {
    const records = await (await database()).getAllFromIndex('runs', 'live', 1);
    return records.flatMap((stored) => fromRecord(stored) ?? []);
  },
  async deleteBefore(time) {
    const store = (await database()).transaction('runs', 'readwrite').store;
    const old = IDBKeyRange.upperBound(time, true);
    for await (const cursor of store.index('createdAt').iterate(old)) await cursor.delete();
  },
};

/** A journal that dies with the background: for private windows. */
export function memoryJournal(): Journal & { delete(id: string): Promise<void> } {
  const runs = new Map<string, Run>();
  return {
    async put(run) {
      runs.set(run.id, run);
    },
    async get(id) {
      return runs.get(id) ?? null;
    },
    async live() {
      return [];
    },
    async deleteBefore() {},
    async delete(id) {
      runs.delete(id);
    },
  };
}
