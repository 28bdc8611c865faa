import { type Day, monthOf } from '../core/calendar';
import { linesByDay, withLine } from '../core/ledger/ledger-days';
import type { Line } from '../core/ledger/ledger-line';
import { isAskedFor, isForAll, type LineQuery } from '../core/ledger/ledger-query';
import { committed } from './committed';
import { database } from './database';
import { daySums, keepDay, keepMonth, linesOfDay, type Writable } from './day-sums';
import { tellLedgerChanged } from './ledger-changes';
import { fromLineRecord, toLineRecord } from './line-record';
import { readSettings } from './settings';
import { type SpentDays, spentFrom } from './spent';

/** Where lines are written, taken from, and put back. The background is its one writer. */
export interface Ledger {
  write(line: Line): Promise<void>;
  /** What was spent in the month of a day and later, and which of some turns are a part of it. */
  spentFrom(today: Day, turnIds: () => readonly string[]): Promise<SpentDays>;
}

export interface WholeLedger extends Ledger {
  /** Deletes the line of a turn, or all that a query is for, and answers what there was. */
  take(which: string | LineQuery): Promise<readonly Line[]>;
  putBack(lines: readonly Line[]): Promise<void>;
  /** Deletes the lines of before a day, also those that cannot be read. */
  deleteBefore(day: Day): Promise<void>;
}

/** The ledger in IndexedDB: lines, and what each day and each month comes to. */
export const ledger: WholeLedger = {
  async write(line) {
    const { ledgerSites } = await readSettings();
    await writing((stores) => add(stores, [ledgerSites ? line : { ...line, site: '' }]));
  },
  spentFrom,
  take: (which) =>
    writing((stores) =>
      typeof which === 'string' ? takeOne(stores, which) : takeAll(stores, which),
    ),
  putBack: (lines) => writing((stores) => add(stores, lines)),
  async deleteBefore(day) {
    await writing((stores) => deleteSumsBefore(stores, day));
    // In steps: a line that is to be written, and what asks for what was spent, wait for one of them.
    while (await writing((stores) => deleteSomeBefore(stores, day)));
  },
};

/** Lines that are deleted in one transaction. */
const step = 500;

async function deleteSumsBefore(stores: Writable, day: Day): Promise<void> {
  await stores.objectStore('days').delete(IDBKeyRange.upperBound(day, true));
  await stores.objectStore('months').delete(IDBKeyRange.upperBound(monthOf(day), true));
  await keepMonth(stores, monthOf(day));
}

/** Answers whether there may be more. */
async function deleteSomeBefore(stores: Writable, day: Day): Promise<boolean> {
  const lines = stores.objectStore('ledger');
  const old = await lines.index('day').getAllKeys(IDBKeyRange.upperBound([day], true), step);
  await Promise.all(old.map((id) => lines.delete(id)));
  return old.length === step;
}

/** Waits for the disk: no power failure makes less of what was spent, or brings back what was deleted. */
async function writing<T>(work: (stores: Writable) => Promise<T>): Promise<T> {
  const transaction = (await database()).transaction(['ledger', 'days', 'months'], 'readwrite', {
    durability: 'strict',
  });
  const result = await committed(transaction, work(transaction));
  tellLedgerChanged();
  return result;
}

/** Adds the lines of turns that have none. */
async function add(stores: Writable, lines: readonly Line[]): Promise<void> {
  const store = stores.objectStore('ledger');
  const there = await Promise.all(lines.map(({ id }) => store.getKey(id)));
  const fresh = lines.filter((_, index) => there[index] === undefined);
  // In this order: where a day's sums cannot be read they are made of the lines that are there.
  await count(stores, fresh, 1);
  await Promise.all(fresh.map((line) => store.add(toLineRecord(line))));
  await keepMonths(stores, [...linesByDay(fresh).keys()]);
}

/** Adds lines to the sums of their days, or takes them away. */
async function count(stores: Writable, lines: readonly Line[], times: 1 | -1): Promise<void> {
  for (const [day, among] of linesByDay(lines)) {
    const before = await daySums(stores, day);
    await keepDay(
      stores,
      among.reduce((sums, line) => withLine(sums, line, times), before),
    );
  }
}

/** Once days have changed, their months. */
async function keepMonths(stores: Writable, days: readonly Day[]): Promise<void> {
  for (const month of new Set(days.map(monthOf))) await keepMonth(stores, month);
}

async function takeOne(stores: Writable, id: string): Promise<readonly Line[]> {
  const store = stores.objectStore('ledger');
  const line = fromLineRecord(await store.get(id));
  if (!line) return [];
  await count(stores, [line], -1);
  await store.delete(id);
  await keepMonths(stores, [line.day]);
  return [line];
}

async function takeAll(stores: Writable, query: LineQuery): Promise<readonly Line[]> {
  const asked = IDBKeyRange.bound(query.from, query.to);
  const days = await stores.objectStore('days').getAllKeys(asked);
  const taken: Line[] = [];
  for (const day of days) taken.push(...(await takeOfDay(stores, day, query)));
  await keepMonths(stores, days);
  return taken;
}

/** Of a day of which all is taken, also what cannot be read. */
async function takeOfDay(stores: Writable, day: Day, query: LineQuery): Promise<readonly Line[]> {
  const store = stores.objectStore('ledger');
  const lines = await linesOfDay(stores, day);
  const asked = lines.filter((line) => isAskedFor(line, query));
  if (isForAll(query)) {
    const ids = await store.index('day').getAllKeys(IDBKeyRange.bound([day], [day, []]));
    await Promise.all([
      ...ids.map((id) => store.delete(id)),
      stores.objectStore('days').delete(day),
    ]);
  } else {
    await count(stores, asked, -1);
    await Promise.all(asked.map(({ id }) => store.delete(id)));
  }
  return asked;
}
