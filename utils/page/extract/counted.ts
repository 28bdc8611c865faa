import { displayByRole } from '../roles';
import type { Kind } from './tags';
import type { Tape } from './tape';

/** An element that is not displayed: it has neither a number nor a column. */
export const unseen = 2;

/** Whether what comes after an element has another number or column without it, be it kept or not. */
export function isCounted(tape: Tape, place: number, cells = false): boolean {
  const { tag } = tape.kinds[place] as Kind;
  return tag === 'li' || tag === 'tr' || (cells && isCell(tape, place));
}

function isCell({ items, kinds }: Tape, place: number): boolean {
  const { display, roled } = kinds[place] as Kind;
  return (roled ? displayByRole(items[place] as Element) : display) === 'table-cell';
}

/** Not where one cell alone is kept: so it is where tables are there to put the parts of a page beside each other. */
export function areCellsCounted(tape: Tape, dropped: Uint8Array, row: number): boolean {
  const { kinds, ends } = tape;
  if (dropped[row]) return true;
  let kept = 0;
  // What ends nowhere is a text.
  for (let at = row + 1; at < (ends[row] as number); at = ends[at] || at + 1) {
    if (kinds[at] && !dropped[at] && isCell(tape, at)) kept += 1;
  }
  return kept > 1;
}
