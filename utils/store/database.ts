import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What is stored in IndexedDB of the extension's origin, where no page and no content script can look. */
export interface Schema extends DBSchema {
  vault: { key: string; value: unknown };
  runs: { key: string; value: unknown; indexes: { createdAt: number; live: number } };
  ledger: { key: string; value: unknown; indexes: { at: number } };
}

export type Database = IDBPDatabase<Schema>;

const version = 1;

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
    upgrade(db, from) {
      if (from < 1) createVersion1(db);
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
