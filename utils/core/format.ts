import { dayFormat, numberFormat } from './intl';
import type { Cost } from './money/cost';
import { type NanoDollars, nanoPerDollar, type Range } from './money/money';

// How the user's locale, a BCP 47 tag, writes amounts.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const dollars: Intl.NumberFormatOptions = {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  minimumFractionDigits: 2,
  maximumFractionDigits: 9,
};

/** Money, rounded for reading; what is not nothing never shows as $0.00. */
export function money(locale: string, nano: NanoDollars): string {
  return leftToRight(numberFormat(locale, dollars).format(rounded(nano)));
}

/** The most that something costs: rounded up, for reading. */
export function mostMoney(locale: string, nano: NanoDollars): string {
  return leftToRight(numberFormat(locale, dollars).format(rounded(nano, Math.ceil)));
}

/** Money to the last nano-dollar. */
export function exactMoney(locale: string, nano: NanoDollars): string {
  return leftToRight(numberFormat(locale, dollars).format(nano / nanoPerDollar));
}

/** A range of money: $0.0002–0.0011. Its upper end is rounded up: nothing costs more than is said to be the most. */
export function moneyRange(locale: string, { low, high }: Range): string {
  const [least, most] = [rounded(low), rounded(high, Math.ceil)];
  const format = numberFormat(locale, dollars);
  return leftToRight(least === most ? format.format(most) : tight(format, least, most));
}

/** Dollars with two digits that count below ten cents, whole cents from there on. */
function rounded(nano: NanoDollars, round: (value: number) => number = Math.round): number {
  const digits = String(Math.abs(nano)).length;
  const step = digits > 8 ? nanoPerDollar / 100 : 10 ** Math.max(0, digits - 2);
  return (round(nano / step) * step) / nanoPerDollar;
}

/** An amount in one piece also in Arabic, where `US$` would else fall apart into `$US`. */
function leftToRight(amount: string): string {
  if (!amount.includes('\u200F')) return amount;
  return `\u2066${amount.replace(/[\u200E\u200F]/g, '')}\u2069`;
}

/** The currency once where it leads, as readers expect of a short range; where it follows, locales do so themselves. */
function tight(format: Intl.NumberFormat, low: number, high: number): string {
  const parts = format.formatRangeToParts(low, high);
  const leads = parts[0]?.type === 'currency';
  return parts
    .filter(({ type, source }) => !(leads && type === 'currency' && source === 'endRange'))
    .map(({ value, source }) => (leads && source === 'shared' ? value.trim() : value))
    .join('');
}

/** A cost in one figure: exact, a range, the most it can be, or null when the price is not known. */
export function costFigure(locale: string, cost: Cost): string | null {
  if (cost.kind === 'exact') return money(locale, cost.nano);
  if (cost.kind === 'unknown') return null;
  if (cost.kind === 'unverified') return mostMoney(locale, cost.atMost);
  return moneyRange(locale, { low: cost.atLeast, high: cost.atMost });
}

export function count(locale: string, value: number): string {
  return numberFormat(locale).format(value);
}

/** What stands before decimals. */
export function decimalMark(locale: string): string {
  const parts = numberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** Large round figures: 128K, 1M. */
export function compact(locale: string, value: number): string {
  return numberFormat(locale, { notation: 'compact' }).format(value);
}

/** A count as an estimate is written: the digits that count, and zeros. */
export function roughly(value: number, digits = 2): number {
  return Number(value.toPrecision(digits));
}

/** A range of counts, both ends rounded to two digits that count: an estimate should not look exact. */
export function countRange(locale: string, { low, high }: Range): string {
  const format = numberFormat(locale, { maximumSignificantDigits: 2 });
  return format.format(low) === format.format(high)
    ? format.format(high)
    : format.formatRange(low, high);
}

/** A measured time: 0.8s, 12s, 2 min. */
export function duration(locale: string, ms: number): string {
  if (ms < 10 * second) return unit(locale, 'second', ms / second, 1);
  if (ms < 100 * second) return unit(locale, 'second', ms / second, 0);
  return unit(locale, 'minute', ms / minute, 0);
}

/** Whole seconds that have passed. */
export function elapsed(locale: string, ms: number): string {
  return unit(locale, 'second', Math.floor(ms / second), 0);
}

/** Whole seconds that are left, at least one. */
export function countdown(locale: string, ms: number): string {
  return unit(locale, 'second', Math.max(1, Math.ceil(ms / second)), 0);
}

function unit(locale: string, name: 'second' | 'minute', value: number, digits: number): string {
  return numberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: name === 'second' ? 'narrow' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

/** A calendar day given as YYYY-MM-DD. */
export function date(locale: string, isoDay: string): string {
  const format = dayFormat(locale, { dateStyle: 'medium' });
  return format.format(new Date(`${isoDay}T00:00:00Z`));
}

/** How long ago something was, in words up to a week, then its date. */
export function ago(locale: string, at: number, now: number): string {
  const passed = Math.max(0, now - at);
  if (passed >= 7 * day) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
  }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (passed < minute) return format.format(0, 'second');
  if (passed < hour) return format.format(-Math.floor(passed / minute), 'minute');
  if (passed < day) return format.format(-Math.floor(passed / hour), 'hour');
  return format.format(-Math.floor(passed / day), 'day');
}

/** The time of day of a moment, with its day unless that is today's. */
export function clock(locale: string, at: number, now: number): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const isToday = day.format(at) === day.format(now);
  const style: Intl.DateTimeFormatOptions = isToday ? {} : { dateStyle: 'medium' };
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...style }).format(at);
}

/** The name of a language in a language, or its tag where the browser has no name for it. */
export function languageName(locale: string, tag: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
}

/** Length of a text as a reader counts it: words, or characters where words are not written apart. */
export function lengthOf(text: string): {
  readonly kind: 'words' | 'characters';
  readonly count: number;
} {
  const words = text.match(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
  const wordless = words === 0 || text.length / words > 10;
  return wordless ? { kind: 'characters', count: text.length } : { kind: 'words', count: words };
}
