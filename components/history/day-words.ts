import { daysAgo } from '../../utils/core/runs/history';
import { locale } from '../../utils/i18n';

/** The name of a day; both in ms since 1970. */
export function dayWords(day: number, now: number): string {
  const ago = daysAgo(day, now);
  if (ago < 2)
    return capitalised(
      new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-ago, 'day'),
    );
  const style = { weekday: ago < 7 ? 'long' : 'short', day: 'numeric', month: 'long' } as const;
  const year =
    new Date(day).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  return capitalised(new Intl.DateTimeFormat(locale(), { ...style, ...year }).format(day));
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
