import type { Head } from '../core/runs/head';
import type { Run } from '../core/runs/run';
import { database } from './database';
import { fromHeadRecord } from './head-record';
import type { KeptTexts } from './kept-texts';
import { fromRecord } from './run-record';

/** Runs of the first portion, which shall be there at once, and of each that follows. */
const [first, further] = [50, 1000];

export interface Portion {
  readonly heads: readonly Head[];
  /** Ids of runs in it that cannot be read. */
  readonly unreadable: readonly string[];
  /** Some of these are heads that the background can make anew. */
  readonly spoilt: boolean;
}

type Key = [number, string];

/** The heads of all runs in portions, newest first; read-only, for views. What ended before it asked anything is left out. */
export async function* readHeads(): AsyncGenerator<Portion> {
  let before: Key | null = null;
  for (let size = first; ; size = further) {
    const records: readonly (readonly [Key, unknown])[] = await newest(before, size);
    yield portionOf(records);
    const [oldest] = records.at(-1) ?? [null];
    if (!oldest || records.length < size) return;
    before = oldest;
  }
}

async function newest(before: Key | null, size: number) {
  const { store } = (await database()).transaction('heads');
  const cursor = await store.openKeyCursor(before && IDBKeyRange.upperBound(before, true), 'prev');
  if (!cursor) return [];
  const to = cursor.key;
  const from = (await cursor.advance(size - 1))?.key;
  const range = from ? IDBKeyRange.bound(from, to) : IDBKeyRange.upperBound(to);
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.map((key, index) => [key, values[index]] as const).toReversed();
}

function portionOf(records: readonly (readonly [Key, unknown])[]): Portion {
  const read = records.map(([[, id], value]) => ({ id, head: fromHeadRecord(value) }));
  return {
    heads: read.flatMap(({ head }) => (head && isListed(head) ? head : [])),
    unreadable: read.flatMap(({ id, head }) => (head?.mark === 'unreadable' || !head ? id : [])),
    spoilt: read.some(({ head }) => !head),
  };
}

/** The head of one run as it is now; null when there is none to be listed. */
export async function readHead(id: string): Promise<Head | null> {
  const head = fromHeadRecord(await (await database()).getFromIndex('heads', 'id', id));
  return head && isListed(head) ? head : null;
}

function isListed({ mark }: Head): boolean {
  return mark !== 'unlisted' && mark !== 'unreadable';
}

/** Whether each run has its head: not yet after an update from a version that had none. */
export async function headsAreComplete(): Promise<boolean> {
  const db = await database();
  return (await db.count('runs')) === (await db.count('heads'));
}

/** A run that cannot be read, as it is stored. */
export interface Damaged {
  readonly run: unknown;
  /** Of its source. */
  readonly text: KeptTexts | undefined;
}

/** All runs that cannot be read. */
export async function readDamaged(): Promise<readonly Damaged[]> {
  const db = await database();
  const ids = await db.getAllKeys('runs');
  const damaged: Damaged[] = [];
  for (let at = 0; at < ids.length; at += further) {
    const stored = await Promise.all(ids.slice(at, at + further).map((id) => db.get('runs', id)));
    for (const [index, run] of stored.entries()) {
      const id = ids[at + index];
      if (id !== undefined && fromRecord(run, undefined) === null)
        damaged.push({ run, text: await db.get('sources', id) });
    }
  }
  return damaged;
}

/** Whole runs by their ids; one that is gone or cannot be read is left out. */
export async function readPastRuns(ids: readonly string[]): Promise<readonly Run[]> {
  const transaction = (await database()).transaction(['runs', 'sources']);
  const [runs, sources] = [transaction.objectStore('runs'), transaction.objectStore('sources')];
  const read = ids.map(async (id) => fromRecord(await runs.get(id), await sources.get(id)));
  return (await Promise.all(read)).flatMap((run) => run ?? []);
}
