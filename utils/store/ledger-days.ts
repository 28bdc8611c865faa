import { always, type Day } from '../core/calendar';
import type { Book, Since } from '../core/ledger/ledger-book';
import type { TimeSums } from '../core/ledger/ledger-days';
import { database } from './database';
import { daysIn, monthsIn } from './day-sums';

/** The book as of one moment, since a day and a month; read-only. */
export async function readBook({ day, month }: Since): Promise<Book> {
  const stores = await reading();
  const [days, months, [first = null]] = await Promise.all([
    daysIn(stores, day, always.to),
    month === null ? [] : monthsIn(stores, month, always.to),
    stores.objectStore('days').getAllKeys(null, 1),
  ]);
  return { days, months, first };
}

/** The days from one to another, both included, on which anything was sent; in their order, read-only. */
export async function readDays(from: Day, to: Day): Promise<readonly TimeSums[]> {
  return daysIn(await reading(), from, to);
}

async function reading() {
  return (await database()).transaction(['ledger', 'days', 'months']);
}
