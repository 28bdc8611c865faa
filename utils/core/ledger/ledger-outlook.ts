import { type Day, dayAfter, daysFrom, firstDayOf, lastDayOf, monthOf } from '../calendar';
import type { Range } from '../money/money';
import type { Book } from './ledger-book';
import { sumsOver } from './ledger-days';
import type { Sums } from './ledger-sums';
import { most } from './ledger-view';

/** Today, this month, and what this month may come to. */
export interface Outlook {
  readonly today: Sums;
  readonly month: Sums;
  readonly projected: Projection;
}

/**
 * `total`: nano-dollars; `unknown`: some of it has no price; `perDay`: of the average day, by upper bounds; `days`: of how
 * many; `left`: days after today.
 */
export interface Projection {
  readonly total: Range;
  readonly unknown: boolean;
  readonly perDay: number;
  readonly days: number;
  readonly left: number;
}

const longest = 30;

/**
 * This month so far, and for each day that is left the average of the last 30 days, today included; of all days since the
 * first one where those are fewer.
 */
export function outlookOf({ days, first }: Pick<Book, 'days' | 'first'>, today: Day): Outlook {
  const between = (from: Day) => sumsOver(days.filter(({ time }) => time >= from && time <= today));
  const month = between(firstDayOf(monthOf(today)));
  const since = dayAfter(today, 1 - longest);
  const from = first !== null && first > since && first <= today ? first : since;
  const count = daysFrom(from, today).length;
  const left = daysFrom(today, lastDayOf(monthOf(today))).length - 1;
  const recent = between(from);
  const ahead = (spent: number) => Math.round((spent * left) / count);
  return {
    today: between(today),
    month,
    projected: {
      total: {
        low: least(month) + ahead(least(recent)),
        high: most(month) + ahead(most(recent)),
      },
      unknown: month.unknown > 0 || (left > 0 && recent.unknown > 0),
      perDay: Math.round(most(recent) / count),
      days: count,
      left,
    },
  };
}

function least({ exact, atLeast }: Sums): number {
  return exact + atLeast;
}
