import type { SpentDay } from '../core/budget';
import type { Day } from '../core/calendar';
import { totalOf } from '../core/ledger-days';
import { database } from './database';
import { daysIn } from './day-sums';

/** What the ledger has of some days, and of which turns. */
export interface SpentDays {
  readonly days: readonly SpentDay[];
  /** Of the turns that were asked about, those that the days contain. */
  readonly turnIds: ReadonlySet<string>;
}

/** Later than any day of any clock. */
const lastDay: Day = '9999-12-31';

/**
 * What was spent from a day on, one transaction for days and turns. `turnIds` is asked when that has begun: turns that end
 * later are not in it.
 */
export async function spentFrom(day: Day, turnIds: () => readonly string[]): Promise<SpentDays> {
  const transaction = (await database()).transaction(['ledger', 'days']);
  const asked = turnIds();
  const lines = transaction.objectStore('ledger');
  const [days, ...found] = await Promise.all([
    daysIn(transaction, day, lastDay),
    ...asked.map((id) => lines.getKey(id)),
  ]);
  return {
    days: days.map((each) => {
      const { exact, atMost, unknown } = totalOf([each]);
      return { day: each.time, atMost: exact + atMost, unpriced: unknown };
    }),
    turnIds: new Set(found.filter((id) => id !== undefined)),
  };
}
