import { attributeOf } from './pristine';
import { endCell, type Writer } from './writer';

/** A table that is being written. */
export interface Table {
  column: number;
  /** For each column, the rows to come that a cell above reaches into. */
  readonly reached: number[];
}

export function newTable(): Table {
  return { column: 0, reached: [] };
}

export function startRowOf(table: Table): void {
  table.column = 0;
}

/** Steps over the columns that cells of former rows reach into: each column stays below itself. */
export function startCellOf(table: Table, writer: Writer): void {
  while (takeReached(table)) endCell(writer);
}

/** A cell over several columns is followed by as many tabs. */
export function endCellOf(table: Table, cell: Element, writer: Writer): void {
  const width = spanOf(cell, 'colspan', 100);
  const height = spanOf(cell, 'rowspan', 10_000);
  for (let index = 0; index < width; index += 1) {
    if (index > 0) endCell(writer);
    table.reached[table.column] = height - 1;
    table.column += 1;
  }
}

export function endRowOf(table: Table): void {
  while (table.column < table.reached.length) {
    if (!takeReached(table)) table.column += 1;
  }
}

function takeReached(table: Table): boolean {
  const rows = table.reached[table.column] ?? 0;
  if (rows === 0) return false;
  table.reached[table.column] = rows - 1;
  table.column += 1;
  return true;
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number.parseInt(attributeOf(cell, name), 10);
  return span > 1 ? Math.min(span, most) : 1;
}
