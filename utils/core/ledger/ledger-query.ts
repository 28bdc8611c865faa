import type { Day } from '../calendar';
import type { TimeSums } from './ledger-days';
import type { Line } from './ledger-line';
import { daysOf, isSeen, type Look } from './ledger-view';

/** Which lines are listed, saved or deleted: of the days from one to another, both included, as far as a look sees them. */
export interface LineQuery extends Omit<Look, 'span'> {
  readonly from: Day;
  readonly to: Day;
}

export function queryOf({ span, model, actionId, site }: Look, today: Day): LineQuery {
  return { ...daysOf(span, today), model, actionId, site };
}

/** Whether a query is for a line. */
export function isAskedFor(line: Line, query: LineQuery): boolean {
  return line.day >= query.from && line.day <= query.to && isSeen(line, query);
}

/** Whether a query is for all lines of its days. */
export function isForAll({ model, actionId, site }: LineQuery): boolean {
  return model === null && actionId === null && site === null;
}

export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Where the lines of a query lie: stretches of days, newest first, between which no day has any. `days`: in their order.
 * So that lines of a rare kind are found without reading all others.
 */
export function stretchesOf(days: readonly TimeSums[], query: LineQuery): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open = false;
  for (const { time: day, cells } of days.toReversed()) {
    const has =
      day >= query.from && day <= query.to && cells.some(({ kind }) => isSeen(kind, query));
    const last = stretches.at(-1);
    if (has && open && last) stretches[stretches.length - 1] = { from: day, to: last.to };
    else if (has) stretches.push({ from: day, to: day });
    open = has;
  }
  return stretches;
}

/** Which lines of the ledger are to be deleted. */
export type Unwanted =
  | { readonly kind: 'line'; readonly id: string }
  | { readonly kind: 'lines'; readonly query: LineQuery };
