import { type IDBPTransaction, type StoreNames, unwrap, wrap } from 'idb';
import { monthOf } from '../core/calendar';
import { anthropicEndpoint, originOf } from '../core/endpoint';
import { databaseName, databasePlace } from './database-place';
import { keepMonth } from './day-sums';
import { renewed } from './renew-ledger';
import type { Database, Schema } from './schema';

const version = 7;

let opening: Promise<Database> | null = null;

let block = newBlock();

/** The database, opened once; a failed opening is tried again by the next caller. */
export function database(): Promise<Database> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Resolves when the opening has to wait for another page of ours, which keeps an older version open. */
export function whenBlocked(): Promise<void> {
  return block.told;
}

function newBlock() {
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell };
}

async function open(): Promise<Database> {
  block = newBlock();
  const request = (await databasePlace()).open(databaseName, version);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (request.transaction) upgradeIn(request.transaction, oldVersion);
  };
  request.onblocked = () => block.tell();
  const db = (await wrap(request)) as unknown as Database;
  const plain = unwrap(db);
  plain.onversionchange = () => {
    plain.close();
    opening = null;
  };
  plain.onclose = () => {
    opening = null;
  };
  return db;
}

/** Whether it worked is told by the opening. */
function upgradeIn(transaction: IDBTransaction, from: number): void {
  const wrapped = wrap(transaction) as unknown as Upgrade;
  wrapped.done.catch(() => undefined);
  upgrade(wrapped, from).catch(() => abort(transaction));
}

/** Half an upgrade would be kept else. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, on a full disk.
  }
}

async function upgrade(transaction: Upgrade, from: number): Promise<void> {
  const { db } = transaction;
  if (from < 1) createVersion1(db);
  else if (from < 2) await toVersion2(transaction);
  if (from < 3) toVersion3(db, transaction);
  if (from < 4) toVersion4(db);
  if (from < 5) await toVersion5(db, transaction);
  if (from < 6) toVersion6(db);
  if (from < 7) await toVersion7(db, transaction);
}

function createVersion1(db: Database): void {
  db.createObjectStore('vault');
  const runs = db.createObjectStore('runs', { keyPath: 'id' });
  runs.createIndex('createdAt', 'createdAt');
  runs.createIndex('live', 'live');
  const ledger = db.createObjectStore('ledger', { keyPath: 'id' });
  ledger.createIndex('at', 'at');
}

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Version 1 had one key, for one origin; now each lies under its own. */
async function toVersion2(transaction: Upgrade): Promise<void> {
  const vault = transaction.objectStore('vault');
  const key = await vault.get('key');
  if (key === undefined) return;
  await vault.put(key, originOf(anthropicEndpoint));
  await vault.delete('key');
}

/** Version 2 had the source in each run's record; what was stored so is still read (`run-record.ts`). */
function toVersion3(db: Database, transaction: Upgrade): void {
  transaction.objectStore('runs').createIndex('file', 'file');
  db.createObjectStore('sources');
  db.createObjectStore('files', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
}

/** The heads of runs that are there already are made later, in steps (`fill-heads.ts`): an upgrade would keep all waiting. */
function toVersion4(db: Database): void {
  db.createObjectStore('heads', { keyPath: ['createdAt', 'id'] }).createIndex('id', 'id');
}

/** Lines knew no day, and there were no sums. Nobody had more than some hundred lines before there was a view of them. */
async function toVersion5(db: Database, transaction: Upgrade): Promise<void> {
  const days = db.createObjectStore('days', { keyPath: 'day' });
  const ledger = transaction.objectStore('ledger');
  ledger.deleteIndex('at');
  ledger.createIndex('day', ['day', 'at', 'id']);
  const { records, sums } = renewed(await ledger.getAll());
  await Promise.all([
    ...records.map((each) => ledger.put(each)),
    ...sums.map((each) => days.put(each)),
  ]);
}

/** Of what was answered before, nothing is told again. */
function toVersion6(db: Database): void {
  db.createObjectStore('answers', { keyPath: 'key' }).createIndex('runId', 'runId');
}

/** Months were summed of their days each time that they were looked at. */
async function toVersion7(db: Database, transaction: Upgrade): Promise<void> {
  db.createObjectStore('months', { keyPath: 'day' });
  const days = await transaction.objectStore('days').getAllKeys();
  for (const month of new Set(days.map(monthOf))) await keepMonth(transaction, month);
}
