import { isInline } from './marks';
import {
  boxOf,
  findIn,
  firstElementOf,
  isVisible,
  nextElementOf,
  previousElementOf,
  textOf,
} from './pristine';
import { breakLine, endEmptyRow, type Writer } from './writer';

/** After a part of a page of which nothing was written: it may be an empty line. */
export function endEmptyLine(
  writer: Writer,
  element: Element,
  display: string,
  inCode: boolean,
): void {
  if (display === 'table-row') {
    if (isOfLines(element)) endEmptyRow(writer);
  } else if (inCode && !isInline(display) && isRoom(element)) breakLine(writer);
}

/** Whether there is nothing but a line break in a box with no other in it, or a space that keeps its line open. */
export function isEmptyLine(box: Element, inCode: boolean): boolean {
  const text = textOf(box);
  return (text === '\n' || text === '\u00a0') && (inCode || isPreserved(box));
}

/** Whether a row is one of lines of which white space counts, as those of code are. */
function isOfLines(row: Element): boolean {
  let cell = findIn(row, ':scope > :last-child');
  if (!cell || !isVisible(cell)) return false;
  for (; cell; cell = firstElementOf(cell)) if (isPreserved(cell)) return true;
  return false;
}

/** CSS pixels: what is lower is only drawn. */
const least = 8;

/** Whether there is nothing in a box that takes a line, with none beside it. */
function isRoom(box: Element): boolean {
  if (textOf(box) !== '' || findIn(box, ':not(code, span)')) return false;
  const { top, bottom, height } = boxOf(box);
  const [before, after] = [previousElementOf(box), nextElementOf(box)];
  if (height < least || (before && boxOf(before).bottom > top + 1)) return false;
  return !after || boxOf(after).top > bottom - 1;
}

function isPreserved(element: Element): boolean {
  return getComputedStyle(element).whiteSpace.startsWith('pre');
}
