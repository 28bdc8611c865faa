import type { IDBPTransaction, StoreNames } from 'idb';
import { type Day, firstDayOf, lastDayOf, type Month } from '../core/calendar';
import { sumsOfDay, sumsOfMonth, type TimeSums } from '../core/ledger/ledger-days';
import type { Line } from '../core/ledger/ledger-line';
import { fromDayRecord, toDayRecord } from './day-record';
import { fromLineRecord } from './line-record';
import type { Schema } from './schema';

/** At least those of the ledger. */
type Stores<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreNames<Schema>[], Mode>;

/** Where the ledger can be written. */
export type Writable = Stores<'readwrite' | 'versionchange'>;
type Readable = Stores<IDBTransactionMode>;

/** What a day comes to; where its record cannot be read, its lines tell. */
export async function daySums(stores: Readable, day: Day): Promise<TimeSums> {
  const stored = await stores.objectStore('days').get(day);
  if (stored === undefined) return { time: day, cells: [] };
  return fromDayRecord(stored) ?? fromLines(stores, day);
}

async function fromLines(stores: Readable, day: Day): Promise<TimeSums> {
  return sumsOfDay(day, await linesOfDay(stores, day));
}

/** All lines of a day that can be read. */
export async function linesOfDay(stores: Readable, day: Day): Promise<readonly Line[]> {
  const ofDay = IDBKeyRange.bound([day], [day, []]);
  const stored = await stores.objectStore('ledger').index('day').getAll(ofDay);
  return stored.flatMap((each) => fromLineRecord(each) ?? []);
}

/** The days from one to another, both included, on which anything was sent; in their order. */
export async function daysIn(stores: Readable, from: Day, to: Day): Promise<readonly TimeSums[]> {
  const stored = await stores.objectStore('days').getAll(IDBKeyRange.bound(from, to));
  return Promise.all(
    stored.map((record) => fromDayRecord(record) ?? fromLines(stores, timeOf(record))),
  );
}

/** The months from one to another, both included; where a record cannot be read, its days tell. */
export async function monthsIn(
  stores: Readable,
  from: Month,
  to: Month,
): Promise<readonly TimeSums[]> {
  const stored = await stores.objectStore('months').getAll(IDBKeyRange.bound(from, to));
  return Promise.all(
    stored.map((record) => fromDayRecord(record) ?? fromDays(stores, timeOf(record))),
  );
}

async function fromDays(stores: Readable, month: Month): Promise<TimeSums> {
  return sumsOfMonth(month, await daysIn(stores, firstDayOf(month), lastDayOf(month)));
}

/** Both stores' key path says that there is one. */
function timeOf(record: unknown): Day | Month {
  return (record as { readonly day: Day | Month }).day;
}

export async function keepDay(stores: Writable, sums: TimeSums): Promise<void> {
  const days = stores.objectStore('days');
  await (sums.cells.length > 0 ? days.put(toDayRecord(sums)) : days.delete(sums.time));
}

/** Sums a month anew, once its days are written: so it is never anything but what they come to. */
export async function keepMonth(stores: Writable, month: Month): Promise<void> {
  const sums = await fromDays(stores, month);
  const months = stores.objectStore('months');
  await (sums.cells.length > 0 ? months.put(toDayRecord(sums)) : months.delete(month));
}
