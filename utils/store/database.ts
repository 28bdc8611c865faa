import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import { anthropicEndpoint, originOf } from '../core/endpoint';

/** What is stored in IndexedDB of the extension's origin, where no page and no content script can look. */
export interface Schema extends DBSchema {
  vault: { key: string; value: unknown };
  runs: { key: string; value: unknown; indexes: { createdAt: number; live: number } };
  ledger: { key: string; value: unknown; indexes: { at: number } };
}

export type Database = IDBPDatabase<Schema>;

const version = 2;

let opening: Promise<Database> | null = null;

/** The database, opened once; a failed opening is tried again by the next caller. */
export function database(): Promise<Database> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

function open(): Promise<Database> {
  return openDB<Schema>('gloss', version, {
    async upgrade(db, from, _to, transaction) {
      if (from < 1) createVersion1(db);
      else if (from < 2) await toVersion2(transaction);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
      opening = null;
    },
    terminated() {
      opening = null;
    },
  });
}

function createVersion1(db: Database): void {
  db.createObjectStore('vault');
  const runs = db.createObjectStore('runs', { keyPath: 'id' });
  runs.createIndex('createdAt', 'createdAt');
  runs.createIndex('live', 'live');
  const ledger = db.createObjectStore('ledger', { keyPath: 'id' });
  ledger.createIndex('at', 'at');
}

/** Version 1 had one key, for one origin; now each lies under its own. */
async function toVersion2(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): Promise<void> {
  const vault = transaction.objectStore('vault');
  const key = await vault.get('key');
  if (key === undefined) return;
  await vault.put(key, originOf(anthropicEndpoint));
  await vault.delete('key');
}
