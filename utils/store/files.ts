import * as v from 'valibot';
import { database } from './database';

/** The bytes (base64) of images and PDFs that runs are on, or may come to be on. */
export interface Files {
  /**
   * Keeps bytes, the same ones once, and resolves with the id under which they are found; those of a private window in
   * memory only.
   */
  keep(data: string, isPrivate: boolean): Promise<string>;
  /** Null when they are not here any more. */
  get(id: string): Promise<string | null>;
  /** Deletes what was kept before `time` (ms since 1970) and no run is on. */
  deleteStrays(time: number): Promise<void>;
}

const record = v.object({ id: v.string(), data: v.string() });

/** UTF-16 units of files that memory holds, and the last one whatever its size: what was kept longest ago goes first. */
const mostInMemory = 64_000_000;

/** Captures are their one writer; with a run that is deleted goes its file (`delete-runs.ts`). */
export function createFiles(
  digest: (data: string) => Promise<string>,
  now: () => number,
  most = mostInMemory,
): Files {
  const volatile = new Map<string, string>();
  return {
    async keep(data, isPrivate) {
      const id = await digest(data);
      // What a full disk does not take can still be sent.
      if (isPrivate || !(await stored(id, data, now()))) keepInMemory(volatile, id, data, most);
      return id;
    },
    async get(id) {
      return volatile.get(id) ?? (await read(id).catch(() => null));
    },
    deleteStrays,
  };
}

function keepInMemory(files: Map<string, string>, id: string, data: string, most: number): void {
  files.delete(id);
  files.set(id, data);
  let units = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of files) {
    if (units <= most || oldest === id) return;
    files.delete(oldest);
    units -= length;
  }
}

async function stored(id: string, data: string, createdAt: number): Promise<boolean> {
  try {
    await (await database()).put('files', { id, createdAt, data });
    return true;
  } catch {
    return false;
  }
}

async function read(id: string): Promise<string | null> {
  const parsed = v.safeParse(record, await (await database()).get('files', id));
  return parsed.success ? parsed.output.data : null;
}

async function deleteStrays(time: number): Promise<void> {
  const db = await database();
  const old = await db.getAllKeysFromIndex(
    'files',
    'createdAt',
    IDBKeyRange.upperBound(time, true),
  );
  for (const id of old) {
    if ((await db.countFromIndex('runs', 'file', id)) === 0) await db.delete('files', id);
  }
}
