import type { Action } from '../actions/action';
import type { Day, Month } from '../calendar';
import type { Line } from './ledger-line';
import { addFigures, emptySum, type Figures, figuresOf, type Sums, sumsOf } from './ledger-sums';

/** What lines of one day, or month, have in common that are summed together: all that the ledger is looked at by. */
export interface Kind {
  readonly service: string;
  readonly model: string;
  /** Null: of a private window. */
  readonly action: Pick<Action, 'id' | 'title'> | null;
  readonly site: string;
}

/** The sums of all lines of a kind on one day, or in one month. */
export interface Cell {
  readonly kind: Kind;
  readonly figures: Figures;
}

/** All that was spent on one day, or in one month. */
export interface TimeSums {
  readonly time: Day | Month;
  readonly cells: readonly Cell[];
}

/**
 * A day's sums with a line added, `times` 1, or taken away, `times` -1. A kind of which no line is left is not told. The last
 * line that was added has named its action.
 */
export function withLine({ time, cells }: TimeSums, line: Line, times: 1 | -1): TimeSums {
  const index = cells.findIndex(({ kind }) => isSameKind(kind, line));
  const found = cells[index];
  const figures = found ? Array.from(found.figures) : emptySum();
  addFigures(figures, figuresOf(line), times);
  const { service, model, action, site } = line;
  const kind = found && times < 0 ? found.kind : { service, model, action, site };
  const cell = { kind, figures };
  const among = found ? cells.with(index, cell) : [...cells, cell];
  return { time, cells: among.filter((each) => turnsOf(each) > 0) };
}

function turnsOf({ figures }: Cell): number {
  return figures[0] ?? 0;
}

function isSameKind(kind: Kind, line: Line): boolean {
  return (
    kind.model === line.model &&
    kind.site === line.site &&
    kind.action?.id === line.action?.id &&
    kind.service === line.service
  );
}

/** Lines by the day of each, in their order. */
export function linesByDay(lines: readonly Line[]): ReadonlyMap<Day, readonly Line[]> {
  const days = new Map<Day, Line[]>();
  for (const line of lines) {
    const there = days.get(line.day);
    if (there) there.push(line);
    else days.set(line.day, [line]);
  }
  return days;
}

/** The sums of a day's lines. */
export function sumsOfDay(day: Day, lines: readonly Line[]): TimeSums {
  return lines.reduce((sums: TimeSums, line) => withLine(sums, line, 1), {
    time: day,
    cells: [],
  });
}

/** What a month comes to, of the sums of its days. */
export function sumsOfMonth(month: Month, days: readonly TimeSums[]): TimeSums {
  const cells = new Map<string, { readonly figures: number[]; kind: Kind }>();
  for (const { kind, figures } of days.flatMap((day) => day.cells)) {
    const key = JSON.stringify([kind.service, kind.model, kind.action?.id, kind.site]);
    const cell = cells.get(key) ?? { kind, figures: emptySum() };
    cell.kind = kind;
    addFigures(cell.figures, figures);
    cells.set(key, cell);
  }
  return { time: month, cells: [...cells.values()] };
}

/** What several days, or months, come to together. */
export function sumsOver(parts: readonly TimeSums[]): Sums {
  const sum = emptySum();
  for (const { cells } of parts) for (const { figures } of cells) addFigures(sum, figures);
  return sumsOf(sum);
}
