import { type Day, dayAt, daysApart, noonOf } from '../../utils/core/calendar';
import { dayFormat } from '../../utils/core/intl';
import { locale } from '../../utils/i18n';

/** The name of a day; `now` in ms since 1970. */
export function dayWords(day: Day, now: number): string {
  const today = dayAt(now);
  const ago = daysApart(day, today);
  if (ago < 2)
    return capitalised(
      new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-ago, 'day'),
    );
  const style = { weekday: ago < 7 ? 'long' : 'short', day: 'numeric', month: 'long' } as const;
  const year = yearOf(day) === yearOf(today) ? {} : { year: 'numeric' as const };
  return capitalised(dayFormat(locale(), { ...style, ...year }).format(noonOf(day)));
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

/** One for all lines: to make a format takes a hundred times as long as to use it. */
let times = { locale: '', format: new Intl.DateTimeFormat() };

/** The time of day of a moment. */
export function timeWords(at: number): string {
  const here = locale();
  if (times.locale !== here)
    times = { locale: here, format: new Intl.DateTimeFormat(here, { timeStyle: 'short' }) };
  return times.format.format(at);
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale()) + text.slice(first.length);
}
