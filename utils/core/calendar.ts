/** A day of the calendar that the user's clock shows: YYYY-MM-DD. As texts, days are in their order. */
export type Day = string;

/** A month: YYYY-MM. */
export type Month = string;

/** ms of a day that has 24 hours. */
export const dayMs = 86_400_000;

/** Before the first and after the last day that there can be: times in JavaScript end in the year 275760. */
export const always: { readonly from: Day; readonly to: Day } = { from: '', to: '~' };

/** The day, in the user's time zone, that a moment (ms since 1970) is in. */
export function dayAt(at: number): Day {
  const date = new Date(at);
  return written(date.getFullYear(), date.getMonth(), date.getDate());
}

function written(year: number, month: number, date: number): Day {
  const parts = [month + 1, date].map((part) => String(part).padStart(2, '0'));
  return [String(year).padStart(4, '0'), ...parts].join('-');
}

/** When a day begins for the user, in ms since 1970. */
export function startOf(day: Day): number {
  return new Date(`${day}T00:00`).getTime();
}

/** The day so many days after another, or before it. No clock is asked: a day has no hours here. */
export function dayAfter(day: Day, count: number): Day {
  const date = noonOf(day);
  date.setUTCDate(date.getUTCDate() + count);
  return written(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

/** The days from one to another, both included. */
export function daysFrom(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** How many days one is before another. */
export function daysApart(day: Day, later: Day): number {
  return (noonOf(later).getTime() - noonOf(day).getTime()) / dayMs;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month so many months after another, or before it. */
export function monthAfter(month: Month, count: number): Month {
  const date = noonOf(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return monthOf(written(date.getUTCFullYear(), date.getUTCMonth(), 1));
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return dayAfter(firstDayOf(monthAfter(month, 1)), -1);
}

/** A moment of a day in UTC, to be counted on or written in words in that time zone. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}
