import { type IDBPDatabase, openDB } from 'idb';

/** All that a version of Gloss stores but keys, as JSON: the places in the database with their records, and `storage.local`. */
export interface Stored {
  readonly version: number;
  readonly stores: readonly Place[];
  readonly local: Readonly<Record<string, unknown>>;
}

interface Place {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
  readonly records: readonly (readonly [key: IDBValidKey, value: unknown])[];
}

/** JSON knows no list of numbers of its own kind. */
const told = (value: unknown) => (value instanceof Float64Array ? { float64: [...value] } : value);
const untold = (value: unknown) => {
  const { float64 } = Object(value) as { float64?: readonly number[] };
  return float64 ? new Float64Array(float64) : value;
};

/** As text: small enough to be kept for ever, one record a line. */
export async function dumpOf(db: IDBPDatabase, local: Stored['local']): Promise<string> {
  const stores: Place[] = [];
  for (const name of db.objectStoreNames) {
    const { store } = db.transaction(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    stores.push({
      name,
      keyPath: store.keyPath as Place['keyPath'],
      indexes: [...store.indexNames].map((index) => {
        const { keyPath } = store.index(index);
        return { name: index, keyPath: keyPath as string | string[] };
      }),
      // A key cannot be told in JSON, nor is it to be.
      records: name === 'vault' ? [] : keys.map((key, index) => [key, values[index]]),
    });
  }
  const dump: Stored = { version: db.version, stores, local };
  return JSON.stringify(dump, (_, value) => told(value)).replaceAll('],["', '],\n["');
}

/** Puts all of it back, as it was then. */
export async function load(text: string): Promise<Stored> {
  const stored = JSON.parse(text, (_, value) => untold(value)) as Stored;
  const db = await openDB('gloss', stored.version, {
    upgrade(opened) {
      for (const { name, keyPath, indexes } of stored.stores) {
        const store = opened.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
      }
    },
  });
  for (const { name, keyPath, records } of stored.stores)
    for (const [key, value] of records) await db.put(name, value, keyPath ? undefined : key);
  db.close();
  return stored;
}
