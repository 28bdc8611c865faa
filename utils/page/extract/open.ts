import { endCellOf, endRowOf, newTable, startCellOf, startRowOf, type Table } from '../cells';
import { endEmptyLine } from '../empty-line';
import { closeFence, type Fence, openFence } from '../fence';
import { writeLabel } from '../label';
import { close, type List, open, sideMark } from '../marks';
import { startCellText } from '../short-cell';
import { closeMark, type Writer } from '../writer';

/** An element that is open. */
export interface Level {
  readonly element: Element;
  readonly name: string;
  /** The place after all that is in it. */
  readonly end: number;
  readonly display: string;
  readonly outerList: List | null;
  readonly list: List | null;
  readonly outerTable: Table | null;
  readonly table: Table | null;
  /** Whether a cell in it is one of a row. */
  readonly row: boolean;
  /** Whether it is in a block of code, or one. */
  readonly code: boolean;
  /** How a block of code begins that is in no other; null for anything else. */
  readonly fence: Fence | null;
  /** What its children are, or may be, by their style. */
  readonly parts: 'rows' | 'cells' | null;
  /** Whether white space counts; null as long as nobody needed to know. */
  preserve: boolean | null;
  /** Whether it is left out, and met for its number or column alone. */
  readonly left: boolean;
  /** Whether the cells of a row that are left out keep their columns. */
  readonly counted: boolean;
  /** What the writer had before. */
  readonly start: number;
  readonly lead: string;
  readonly isOneLine: () => boolean;
}

/** A row that is one by its role is in no table of which columns are known. */
export function tableOf(name: string, display: string, outer: Table | null): Table | null {
  if (name === 'table') return newTable();
  return display === 'table-row' && name !== 'tr' ? null : outer;
}

/** What comes before the text of an element. */
export function mark(
  { element, name, display, outerList, outerTable, fence, left }: Level,
  writer: Writer,
): void {
  if (name === 'tr' && outerTable) startRowOf(outerTable, element);
  open(element, name, display, writer, outerList);
  if (display === 'table-cell') {
    if (outerTable) startCellOf(outerTable, writer);
    startCellText(writer, element, !left);
  }
  if (name === 'blockquote') writer.lead += '> ';
  if (fence) openFence(writer, element, fence);
  else writer.pending.mark += sideMark(element, name);
}

/** What comes after it. */
export function leave(level: Level, writer: Writer): void {
  const { element, name, display, fence, left, outerList, outerTable } = level;
  if (fence) closeFence(writer, element, level.start, fence);
  else closeMark(writer, level.start, sideMark(element, name));
  if (writer.out.length === level.start) {
    if (!left) endEmptyLine(writer, element, display, level.code);
    writeLabel(writer, element, display);
  }
  writer.lead = level.lead;
  writer.isOneLine = level.isOneLine;
  close(name, display, writer, outerList);
  if (display === 'table-cell' && outerTable) endCellOf(outerTable, element, writer);
  if (name === 'tr' && outerTable) endRowOf(outerTable);
}
