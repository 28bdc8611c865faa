import type { IDBPTransaction } from 'idb';
import * as v from 'valibot';
import { isLive, lastAsked, type Run } from '../core/runs/run';
import { committed } from './committed';
import { database } from './database';
import type { KeptTexts } from './kept-texts';
import { tellChanged } from './run-changes';
import { runWithoutText } from './run-record';
import type { Schema } from './schema';

const stores = ['runs', 'sources', 'heads', 'files', 'answers'] as const;

type WithRuns = IDBPTransaction<Schema, (typeof stores)[number][], 'readwrite'>;

/** All that is stored of one run, as it is stored. */
export interface Stored {
  readonly id: string;
  readonly run: unknown;
  readonly head: unknown;
  readonly text: KeptTexts | undefined;
  readonly file: unknown;
  /** What its turns have answered. */
  readonly answers: readonly unknown[];
}

const onFile = v.object({ file: v.string() });

/** Where runs are taken from for good, by one hand (`bin.ts`), or put back. */
export const shelf = {
  /** Deletes a run and answers what there was of it. */
  async take(id: string): Promise<Stored> {
    const stored = await withRuns((transaction) => deleteRun(transaction, id));
    tellChanged(id);
    return stored;
  },
  async putBack(stored: Stored): Promise<void> {
    await withRuns((transaction) => putRun(transaction, stored));
    tellChanged(stored.id);
  },
  /**
   * Deletes all runs but those of `kept`, which is asked once nothing else can be written, with all texts, and files, of the
   * others and of none.
   */
  async clear(kept: () => Iterable<string>): Promise<void> {
    await withRuns((transaction) => clearAllBut(transaction, kept()));
    tellChanged(null);
  },
};

async function clearAllBut(transaction: WithRuns, ids: Iterable<string>): Promise<void> {
  const kept: Stored[] = [];
  for (const id of ids) kept.push(await deleteRun(transaction, id));
  await Promise.all(stores.map((name) => transaction.objectStore(name).clear()));
  for (const stored of kept) await putRun(transaction, stored);
}

/** Runs that are deleted in one transaction: what else is to be written waits for some 10 ms. */
const step = 20;

/**
 * Deletes the runs that were last asked before `time` (ms since 1970) and have ended, also those that cannot be read; what is
 * broken off is taken up by the next call.
 */
export async function deleteRunsBefore(time: number): Promise<void> {
  const old = IDBKeyRange.upperBound(time, true);
  const ids = await (await database()).getAllKeysFromIndex('runs', 'createdAt', old);
  let deleted = 0;
  for (let at = 0; at < ids.length; at += step) {
    const some = ids.slice(at, at + step);
    deleted += await withRuns((transaction) => deleteUnneeded(transaction, some, time));
  }
  if (deleted > 0) tellChanged(null);
}

/** How many there were. */
async function deleteUnneeded(
  transaction: WithRuns,
  ids: readonly string[],
  time: number,
): Promise<number> {
  let deleted = 0;
  for (const id of ids) {
    if (isNeeded(runWithoutText(await transaction.objectStore('runs').get(id)), time)) continue;
    await deleteRun(transaction, id);
    deleted += 1;
  }
  return deleted;
}

/** A follow-up may have been asked, and paid, long after its run had begun. */
function isNeeded(run: Run | null, time: number): boolean {
  return run !== null && (isLive(run) || lastAsked(run) >= time);
}

/** Waits for the disk: no power failure brings back what was deleted. */
async function withRuns<T>(work: (transaction: WithRuns) => Promise<T>): Promise<T> {
  const how = { durability: 'strict' } as const;
  const transaction = (await database()).transaction([...stores], 'readwrite', how);
  return committed(transaction, work(transaction));
}

/** With its head, its text, and its file, if no other run is on that. */
async function deleteRun(transaction: WithRuns, id: string): Promise<Stored> {
  const runs = transaction.objectStore('runs');
  const sources = transaction.objectStore('sources');
  const heads = transaction.objectStore('heads');
  const files = transaction.objectStore('files');
  const answers = await takeAnswers(transaction, id);
  const [run, text, key] = await Promise.all([
    runs.get(id),
    sources.get(id),
    heads.index('id').getKey(id),
  ]);
  const named = v.safeParse(onFile, run);
  const fileId = named.success ? named.output.file : null;
  const head = key && (await heads.get(key));
  const file = fileId === null ? undefined : await files.get(fileId);
  await Promise.all([runs.delete(id), sources.delete(id), key && heads.delete(key)]);
  if (fileId !== null && (await runs.index('file').count(fileId)) === 0) await files.delete(fileId);
  return { id, run, head, text, file, answers };
}

async function takeAnswers(transaction: WithRuns, id: string): Promise<readonly unknown[]> {
  const store = transaction.objectStore('answers');
  const [told, keys] = await Promise.all([
    store.index('runId').getAll(id),
    store.index('runId').getAllKeys(id),
  ]);
  await Promise.all(keys.map((key) => store.delete(key)));
  return told;
}

async function putRun(transaction: WithRuns, stored: Stored): Promise<void> {
  const { id, run, head, text, file, answers } = stored;
  // Asked more just when it was deleted, it is there already, and newer.
  const isThere = (await transaction.objectStore('runs').count(id)) > 0;
  await Promise.all([
    !isThere && run !== undefined && transaction.objectStore('runs').put(run),
    !isThere && head !== undefined && transaction.objectStore('heads').put(head),
    text !== undefined && transaction.objectStore('sources').put(text, id),
    file !== undefined && transaction.objectStore('files').put(file),
    ...answers.map((answer) => transaction.objectStore('answers').put(answer)),
  ]);
}
