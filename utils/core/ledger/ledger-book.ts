import { always, type Day, dayAfter, firstDayOf, type Month, monthOf } from '../calendar';
import { type TimeSums, withLine } from './ledger-days';
import type { Line } from './ledger-line';
import { daysOf, type Span } from './ledger-view';

/** What the ledger comes to, by day and by month, each in its order. Of a time without lines nothing is told. */
export interface Book {
  readonly days: readonly TimeSums[];
  readonly months: readonly TimeSums[];
  /** The first day of all of which there is any line. */
  readonly first: Day | null;
}

/** Since when a book is read; `month` null: none of its months. */
export interface Since {
  readonly day: Day;
  readonly month: Month | null;
}

/** What a span needs of the book: days for this month and for the last 30, which are always told; for long ones months. */
export function neededFor(span: Span, today: Day): Since {
  const [day = ''] = [firstDayOf(monthOf(today)), dayAfter(today, -29)].toSorted();
  return { day, month: monthNeededFor(span, today) };
}

function monthNeededFor(span: Span, today: Day): Month | null {
  switch (span) {
    case 'month':
    case '30-days':
      return null;
    case '12-months':
      return monthOf(daysOf(span, today).from);
    case 'all':
      return always.from;
  }
}

/** The sums of a span, in their order, each line in one of them: of long spans whole months, but for this one. */
export function partsOf({ days, months }: Book, span: Span, today: Day): readonly TimeSums[] {
  const { from } = daysOf(span, today);
  const thisMonth = monthOf(today);
  const daysSince = (first: Day) => days.filter(({ time }) => time >= first && time <= today);
  switch (span) {
    case 'month':
    case '30-days':
      return daysSince(from);
    case '12-months': {
      const before = months.filter(({ time }) => time >= monthOf(from) && time < thisMonth);
      return [...before, ...daysSince(firstDayOf(thisMonth))];
    }
    case 'all':
      return months;
  }
}

/** What a book comes to once a line of it is deleted, as far as it has the line's day and month. */
export function withoutLine({ days, months, first }: Book, line: Line): Book {
  const without = (parts: readonly TimeSums[], among: Day | Month) =>
    parts
      .map((part) => (part.time === among ? withLine(part, line, -1) : part))
      .filter(({ cells }) => cells.length > 0);
  return { days: without(days, line.day), months: without(months, monthOf(line.day)), first };
}
