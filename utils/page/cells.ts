import {
  attributeOf,
  findIn,
  firstChildOf,
  isElement,
  nextSiblingOf,
  shownParentOf,
} from './pristine';
import { endCell, newWriter, type Writer } from './writer';

/** A table that is being written. */
export interface Table {
  column: number;
  /** For each column, the rows to come that a cell above reaches into. */
  readonly reached: number[];
  /** Whether a row of it was begun. */
  begun: boolean;
  /** What the last row was in: no cell reaches out of it. */
  section: Node | null;
}

export function newTable(): Table {
  return { column: 0, reached: [], begun: false, section: null };
}

/** The table for what is in an element: its own, or the one around it; a selection may begin in the midst of one. */
export function tableIn(name: string, display: string, outer: Table | null): Table | null {
  const isPart = outer === null && /^table-(?:row|header|footer)/.test(display);
  return isPart || name === 'table' || display === 'table' ? newTable() : outer;
}

/**
 * How a part of a table is read: rows and their cells by their names, be they displayed as they may. What is displayed as a
 * cell and is in no row only stands beside others.
 */
export function displayInTable(name: string, display: string, inRow: boolean): string {
  if (name === 'tr') return 'table-row';
  if (name !== 'td' && name !== 'th' && display !== 'table-cell') return display;
  return inRow ? 'table-cell' : 'block';
}

/** What is known of what is around an element: whether cells there are some of a row, and whether it is code. */
interface Near {
  readonly row: boolean;
  readonly code: boolean;
}

/** Whether a cell in an element is one of a row. In a block of code rows are its lines. */
export function isInRow(display: string, { row, code }: Near): boolean {
  return !code && (display === 'table-row' || (row && display !== 'table-cell'));
}

export function startRowOf(table: Table, row: Element): void {
  const section = shownParentOf(row);
  if (section !== table.section) table.reached.length = 0;
  table.section = section;
  table.column = 0;
}

/** Rows above the first of a selection that are looked at for cells that reach into it. */
const highest = 1000;

/** In the first row that is read, `from` its child on: each column stands where it would if all of the table was. */
export function startFirstRow(table: Table, row: Element, from: Node | null, writer: Writer): void {
  if (table.begun) return;
  table.begun = true;
  const section = shownParentOf(row);
  if (section && isElement(section) && findIn(section, '[rowspan]')) {
    const nobody = newWriter(0, () => false);
    for (const above of displayedIn(section, row, highest)) {
      passCells(table, above, null, nobody);
      endRowOf(table);
      startRowOf(table, row);
    }
  }
  passCells(table, row, from, writer);
}

function passCells(table: Table, row: Element, end: Node | null, writer: Writer): void {
  // More than a table can have columns.
  for (const cell of displayedIn(row, end, 1000)) {
    startCellOf(table, writer);
    endCell(writer);
    endCellOf(table, cell, writer);
  }
}

/** The last elements, `most` of them, before `end`. */
function displayedIn(parent: Element, end: Node | null, most: number): readonly Element[] {
  const elements: Element[] = [];
  for (let node = firstChildOf(parent); node !== end && node; node = nextSiblingOf(node)) {
    if (isElement(node)) elements.push(node);
  }
  return elements.slice(-most).filter((element) => getComputedStyle(element).display !== 'none');
}

/** Steps over the columns that cells of former rows reach into: each column stays below itself. */
export function startCellOf(table: Table, writer: Writer): void {
  while (takeReached(table)) endCell(writer);
}

/** A cell over several columns is followed by as many tabs. */
export function endCellOf(table: Table, cell: Element, writer: Writer): void {
  const width = spanOf(cell, 'colspan', 100);
  const height = attributeOf(cell, 'rowspan') === '0' ? 10_000 : spanOf(cell, 'rowspan', 10_000);
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
