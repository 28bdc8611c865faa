import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import { headOf } from '../core/runs/head';
import { isLive, type Run } from '../core/runs/run';
import { database } from './database';
import { deleteRunsBefore } from './delete-runs';
import { toHeadRecord } from './head-record';
import { keptTexts } from './kept-texts';
import { tellChanged } from './run-changes';
import { fromRecord, toRecord } from './run-record';
import type { Schema } from './schema';

/** Where runs are kept. The runner is its one writer. */
export interface Journal {
  /** Resolves when the run is committed. */
  put(run: Run): Promise<void>;
  /** The same for a run that is there; one that was deleted meanwhile stays deleted. */
  replace(run: Run): Promise<void>;
  get(id: string): Promise<Run | null>;
  /** Runs that were live when they were last written. */
  live(): Promise<readonly Run[]>;
  /** Deletes the runs that have ended and were last asked before `time` (ms since 1970). */
  deleteBefore(time: number): Promise<void>;
}

/** The journal in IndexedDB. */
export const journal: Journal = {
  async put(run) {
    await write(run, await writing(run));
  },
  async replace(run) {
    const transaction = await writing(run);
    if ((await transaction.objectStore('runs').count(run.id)) > 0) await write(run, transaction);
  },
  async get(id) {
    const db = await database();
    return fromRecord(await db.get('runs', id), await db.get('sources', id));
  },
  async live() {
    const db = await database();
    const ids = await db.getAllKeysFromIndex('runs', 'live', 1);
    const runs = await Promise.all(ids.map((id) => journal.get(id)));
    return runs.flatMap((run) => run ?? []);
  },
  deleteBefore: deleteRunsBefore,
};

type Writing = IDBPTransaction<Schema, ('runs' | 'sources' | 'heads')[], 'readwrite'>;

async function writing(run: Run): Promise<Writing> {
  const db = await database();
  return db.transaction(['runs', 'sources', 'heads'], 'readwrite', {
    durability: durabilityOf(run),
  });
}

async function write(run: Run, transaction: Writing): Promise<void> {
  const keeping = keepText(transaction.objectStore('sources'), run);
  const putting = transaction.objectStore('runs').put(toRecord(run));
  const listing = transaction.objectStore('heads').put(toHeadRecord(headOf(run)));
  await Promise.all([keeping, putting, listing, transaction.done]);
  tellChanged(run.id);
}

/**
 * What has been paid for shall outlive a power failure. All else outlives the death of the browser's processes: to wait for
 * the disk as well takes several ms a write, and what is under way is written often.
 */
function durabilityOf(run: Run): IDBTransactionDurability {
  return !isLive(run) && run.turns.at(-1)?.receipt ? 'strict' : 'relaxed';
}

type Sources = IDBPObjectStore<Schema, StoreNames<Schema>[], 'sources', 'readwrite'>;

/** A source does not change once a run has it: its text is written with the first record that has one. */
async function keepText(sources: Sources, { id, source }: Run): Promise<void> {
  if (!source?.text || (await sources.count(id)) > 0) return;
  await sources.put(keptTexts(source), id);
}

/** Which of two keeps a run: what is of a private window, or found no room, is in memory. */
export function journalFor({ private: isPrivate, saved }: Run, disk: Journal, memory: Journal) {
  return isPrivate || !saved ? memory : disk;
}

export interface MemoryJournal extends Journal {
  all(): readonly Run[];
  delete(id: string): Promise<void>;
  /** Deletes all but these. */
  deleteAllBut(kept: { has(id: string): boolean }): void;
}

/** A journal that dies with the background: for private windows. */
export function memoryJournal(): MemoryJournal {
  const runs = new Map<string, Run>();
  return {
    async put(run) {
      runs.set(run.id, run);
    },
    async replace(run) {
      if (runs.has(run.id)) runs.set(run.id, run);
    },
    async get(id) {
      return runs.get(id) ?? null;
    },
    async live() {
      return [];
    },
    async deleteBefore() {},
    all: () => [...runs.values()],
    async delete(id) {
      runs.delete(id);
    },
    deleteAllBut(kept) {
      for (const id of runs.keys()) if (!kept.has(id)) runs.delete(id);
    },
  };
}
