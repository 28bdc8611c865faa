const numbers = new Map<string, Intl.NumberFormat>();

/** How a locale (BCP 47) writes numbers. Each format is made once: that takes a hundred times as long as to use it. */
export function numberFormat(
  locale: string,
  style: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(style)}`;
  const format = numbers.get(key) ?? new Intl.NumberFormat(locale, style);
  numbers.set(key, format);
  return format;
}

const days = new Map<string, Intl.DateTimeFormat>();

/** How a locale writes days of the calendar, which are of no time zone: their moments are meant in UTC. */
export function dayFormat(locale: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(style)}`;
  const format = days.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  days.set(key, format);
  return format;
}
