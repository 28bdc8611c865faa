import type { IDBPTransaction } from 'idb';
import type { Day } from '../core/calendar';
import { type DaySums, sumsOfDay, totalOfDays } from '../core/ledger-days';
import type { Line } from '../core/ledger-line';
import type { Sums } from '../core/ledger-sums';
import { database, type Schema } from './database';
import { fromDayRecord } from './day-record';
import { fromLineRecord } from './line-record';

/** Where both stores can be read. */
type WithBoth = IDBPTransaction<Schema, ('ledger' | 'days')[], 'readonly' | 'readwrite'>;

/** What a day comes to; where its record cannot be read, its lines tell. */
export async function daySums(transaction: WithBoth, day: Day): Promise<DaySums> {
  const stored = await transaction.objectStore('days').get(day);
  if (stored === undefined) return { day, cells: [] };
  return fromDayRecord(stored) ?? fromLines(transaction, day);
}

async function fromLines(transaction: WithBoth, day: Day): Promise<DaySums> {
  return sumsOfDay(day, await linesOfDay(transaction, day));
}

/** All lines of a day that can be read. */
export async function linesOfDay(transaction: WithBoth, day: Day): Promise<readonly Line[]> {
  const ofDay = IDBKeyRange.bound([day], [day, []]);
  const stored = await transaction.objectStore('ledger').index('day').getAll(ofDay);
  return stored.flatMap((each) => fromLineRecord(each) ?? []);
}

/** The days from one to another, both included, on which anything was sent; in their order, read-only. */
export async function readDays(from: Day, to: Day): Promise<readonly DaySums[]> {
  return daysIn((await database()).transaction(['ledger', 'days']), from, to);
}

/** The same within a transaction. */
export async function daysIn(
  transaction: WithBoth,
  from: Day,
  to: Day,
): Promise<readonly DaySums[]> {
  const stored = await transaction.objectStore('days').getAll(IDBKeyRange.bound(from, to));
  return Promise.all(
    stored.map((record) => fromDayRecord(record) ?? fromLines(transaction, dayOf(record))),
  );
}

/** The store's key path says that there is one. */
function dayOf(record: unknown): Day {
  return (record as { readonly day: Day }).day;
}

/**
 * What was spent from one day to another, both included, as the user's clock showed them (`dayAt`): of a month, at most
 * 31 records. What is on its way has no line yet.
 */
export async function readSums(from: Day, to: Day): Promise<Sums> {
  return totalOfDays(await readDays(from, to));
}

/** The first day of which there is any line. */
export async function readFirstDay(): Promise<Day | null> {
  const [first] = await (await database()).getAllKeys('days', null, 1);
  return first ?? null;
}
