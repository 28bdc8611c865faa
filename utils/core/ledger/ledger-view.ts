import {
  always,
  type Day,
  dayAfter,
  daysFrom,
  firstDayOf,
  type Month,
  monthAfter,
  monthOf,
} from '../calendar';
import type { Cell, Kind, TimeSums } from './ledger-days';
import { addFigures, emptySum, type Sums, sumsOf } from './ledger-sums';

export const spans = ['month', '30-days', '12-months', 'all'] as const;
export type Span = (typeof spans)[number];

/** What of the ledger is looked at; null: any. `model` as `modelKey` writes it, `actionId` as `actionKey`. */
export interface Look {
  readonly span: Span;
  readonly model: string | null;
  readonly actionId: string | null;
  readonly site: string | null;
}

export const firstLook: Look = { span: 'month', model: null, actionId: null, site: null };

/** The days that a span is of. What is dated later than today, by a clock that was wrong, is in `all` alone. */
export function daysOf(span: Span, today: Day): { readonly from: Day; readonly to: Day } {
  switch (span) {
    case 'month':
      return { from: firstDayOf(monthOf(today)), to: today };
    case '30-days':
      return { from: dayAfter(today, -29), to: today };
    case '12-months':
      return { from: firstDayOf(monthAfter(monthOf(today), -11)), to: today };
    case 'all':
      return always;
  }
}

/** The same model at another endpoint is another one: it may have another price. */
export function modelKey({ service, model }: Pick<Kind, 'service' | 'model'>): string {
  return JSON.stringify([service, model]);
}

/** Of a private window the action is not told. */
export function actionKey({ action }: Pick<Kind, 'action'>): string {
  return action?.id ?? '';
}

/** Whether a kind, or a line, is looked at; of which day it is, is not asked. */
export function isSeen(kind: Kind, look: Omit<Look, 'span'>): boolean {
  return (
    (look.model === null || modelKey(kind) === look.model) &&
    (look.actionId === null || actionKey(kind) === look.actionId) &&
    (look.site === null || kind.site === look.site)
  );
}

/** What of the sums is looked at; a time of which nothing is left is not told. */
export function seenOf(parts: readonly TimeSums[], look: Omit<Look, 'span'>): readonly TimeSums[] {
  return parts
    .map(({ time, cells }) => ({ time, cells: cells.filter(({ kind }) => isSeen(kind, look)) }))
    .filter(({ cells }) => cells.length > 0);
}

/** The sums of one bar: of a day, YYYY-MM-DD, or of a month, YYYY-MM. */
export interface Bar {
  readonly time: Day | Month;
  readonly sums: Sums;
}

/** A bar for each day of the month or of 30 days, else for each month, also where nothing was sent; oldest first. */
export function barsOf(seen: readonly TimeSums[], span: Span, today: Day): readonly Bar[] {
  const ofDays = span === 'month' || span === '30-days';
  const sums = new Map<string, number[]>();
  const times = ofDays ? daysIn(span, today) : monthsIn(seen, span, today);
  for (const time of times) sums.set(time, emptySum());
  for (const { time, cells } of seen) {
    const sum = sums.get(ofDays ? time : monthOf(time));
    if (sum) for (const { figures } of cells) addFigures(sum, figures);
  }
  return [...sums].map(([time, figures]) => ({ time, sums: sumsOf(figures) }));
}

function daysIn(span: Span, today: Day): readonly Day[] {
  const { from, to } = daysOf(span, today);
  return daysFrom(from, to);
}

/** Months that are drawn at most: a clock that was wrong by centuries shall not make ten thousand bars. */
const mostMonths = 60;

function monthsIn(seen: readonly TimeSums[], span: Span, today: Day): readonly Month[] {
  const last = monthOf(today);
  const least = monthAfter(last, -11);
  const first = span === 'all' ? monthOf(seen[0]?.time ?? today) : least;
  const most = monthAfter(last, 1 - mostMonths);
  const from = first < most ? most : first < least ? first : least;
  const months: Month[] = [];
  for (let month = from; month <= last; month = monthAfter(month, 1)) months.push(month);
  return months;
}

/** What one model, action or site took of all. `kind`: one of its kinds, the last. */
export interface Share {
  readonly key: string;
  readonly kind: Kind;
  readonly sums: Sums;
}

/** The shares by what `keyOf` tells apart, dearest first, then by turns. */
export function sharesOf(
  seen: readonly TimeSums[],
  keyOf: (kind: Kind) => string,
): readonly Share[] {
  const shares = new Map<string, { readonly sum: number[]; kind: Kind }>();
  for (const { cells } of seen) for (const cell of cells) addTo(shares, keyOf(cell.kind), cell);
  return [...shares]
    .map(([key, { kind, sum }]) => ({ key, kind, sums: sumsOf(sum) }))
    .toSorted((a, b) => most(b.sums) - most(a.sums) || b.sums.turns - a.sums.turns);
}

function addTo(
  shares: Map<string, { readonly sum: number[]; kind: Kind }>,
  key: string,
  { kind, figures }: Cell,
): void {
  const share = shares.get(key) ?? { kind, sum: emptySum() };
  share.kind = kind;
  addFigures(share.sum, figures);
  shares.set(key, share);
}

/** What sums come to at most, in nano-dollars, as far as anybody knows. */
export function most({ exact, atMost }: Pick<Sums, 'exact' | 'atMost'>): number {
  return exact + atMost;
}
