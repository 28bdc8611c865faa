import { always, type Day, firstDayOf, lastDayOf, monthOf } from '../core/calendar';
import { sumsOver, type TimeSums } from '../core/ledger/ledger-days';
import type { SpentDay } from '../core/money/budget';
import { database } from './database';
import { daysIn, monthsIn } from './day-sums';

/** What the ledger has of some days, and of which turns. */
export interface SpentDays {
  readonly days: readonly SpentDay[];
  /** Of the turns that were asked about, those that the days contain. */
  readonly turnIds: ReadonlySet<string>;
}

/**
 * What was spent in the month of a day: before it, told as of the first; then day by day, also of later ones. One
 * transaction for sums and turns. `turnIds` is asked when that has begun: turns that end later are not in it. A month's sums
 * are read at once: its days are many records, and a request waits for this.
 */
export async function spentFrom(today: Day, turnIds: () => readonly string[]): Promise<SpentDays> {
  const transaction = (await database()).transaction(['ledger', 'days', 'months']);
  const asked = turnIds();
  const lines = transaction.objectStore('ledger');
  const month = monthOf(today);
  const [later, sums, ...found] = await Promise.all([
    daysIn(transaction, today, always.to),
    monthsIn(transaction, month, month),
    ...asked.map((id) => lines.getKey(id)),
  ]);
  const first = firstDayOf(month);
  const whole = sums.length > 0 ? sums : await daysIn(transaction, first, lastDayOf(month));
  const told = later.filter(({ time }) => monthOf(time) === month);
  return {
    days: [
      without(spentOn(first, whole), spentOn(first, told)),
      ...later.map((each) => spentOn(each.time, [each])),
    ],
    turnIds: new Set(found.filter((id) => id !== undefined)),
  };
}

function spentOn(day: Day, parts: readonly TimeSums[]): SpentDay {
  const { exact, atMost, unknown } = sumsOver(parts);
  return { day, atMost: exact + atMost, unpriced: unknown };
}

function without({ day, atMost, unpriced }: SpentDay, part: SpentDay): SpentDay {
  return { day, atMost: atMost - part.atMost, unpriced: unpriced - part.unpriced };
}
