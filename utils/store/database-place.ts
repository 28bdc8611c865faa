import { deleteDB } from 'idb';

/** As much of the Storage Buckets API as is used: Chromium has it, TypeScript does not know it yet. */
interface Buckets {
  keys(): Promise<readonly string[]>;
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

export const databaseName = 'gloss';

function buckets(): Buckets | undefined {
  const { navigator } = globalThis as { navigator?: { readonly storageBuckets?: Buckets } };
  return navigator?.storageBuckets;
}

/** Where the database lies: the usual place, or one apart, once it had to be begun there. */
export async function databasePlace(): Promise<IDBFactory> {
  const known = buckets();
  if (!known || !(await known.keys()).includes(databaseName)) return indexedDB;
  // It should have been deleted when the other was begun.
  void deleteUsual();
  return (await known.open(databaseName)).indexedDB;
}

/** Deletes the database, wherever it lies; whether that worked is told by the next opening. */
export async function clearPlace(): Promise<void> {
  await buckets()
    ?.delete(databaseName)
    .catch(() => undefined);
  await deleteUsual();
}

/**
 * From now on the database lies apart. Chromium (156, measured) can then open one even where the usual place can neither
 * be opened nor deleted, for a folder that it cannot write to. Others have no such place.
 */
export async function goApart(): Promise<void> {
  await buckets()?.open(databaseName);
}

async function deleteUsual(): Promise<void> {
  await deleteDB(databaseName).catch(() => undefined);
}
