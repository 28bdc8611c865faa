import * as v from 'valibot';
import { headOf, unreadableHead } from '../core/runs/head';
import { database } from './database';
import { fromHeadRecord, toHeadRecord } from './head-record';
import { runWithoutText } from './run-record';

/** Runs whose heads are made in one transaction: what else is to be written waits for about 10 ms. */
const step = 50;

const dated = v.object({ createdAt: v.number() });

/**
 * Makes the heads that are missing: of runs that an older version stored, and of what cannot be read. Newest first; it
 * can be broken off at any time and is taken up again by the next call.
 */
export async function fillHeads(): Promise<void> {
  const db = await database();
  if ((await db.count('runs')) === (await db.count('heads'))) return;
  const there = new Set((await db.getAllKeys('heads')).map(([, id]) => id));
  const byAge = await db.getAllKeysFromIndex('runs', 'createdAt');
  const missing = byAge.filter((id) => !there.has(id)).toReversed();
  for (let at = 0; at < missing.length; at += step) await fill(missing.slice(at, at + step));
}

/** Makes the heads anew that cannot be read, of their runs, and those that are missing. */
export async function mendHeads(): Promise<void> {
  const transaction = (await database()).transaction('heads', 'readwrite');
  const { store } = transaction;
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const spoilt = keys.filter((_, index) => !fromHeadRecord(values[index]));
  await Promise.all([...spoilt.map((key) => store.delete(key)), transaction.done]);
  await fillHeads();
}

async function fill(ids: readonly string[]): Promise<void> {
  const transaction = (await database()).transaction(['runs', 'heads'], 'readwrite');
  const [runs, heads] = [transaction.objectStore('runs'), transaction.objectStore('heads')];
  const records = await Promise.all(ids.map((id) => runs.get(id)));
  // One that was deleted meanwhile has no record; of one that was written meanwhile the same head is made again.
  const made = ids.flatMap((id, index) => headOfRecord(id, records[index]) ?? []);
  await Promise.all([...made.map((head) => heads.put(toHeadRecord(head))), transaction.done]);
}

function headOfRecord(id: string, record: unknown) {
  const run = runWithoutText(record);
  const at = v.safeParse(dated, record);
  if (!at.success) return null;
  return run
    ? headOf({ ...run, createdAt: at.output.createdAt })
    : unreadableHead(id, at.output.createdAt);
}
