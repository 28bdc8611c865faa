import { signBefore } from './diff-sign';
import { insteadOf } from './instead';
import {
  firstChildOf,
  isElement,
  isText,
  nameOf,
  nextElementOf,
  nextSiblingOf,
  previousElementOf,
} from './pristine';
import { displayByRole } from './roles';
import { type Writer, write } from './writer';

/** UTF-16 units, and elements, above which the lines of a cell are more than its row. */
const most = 150;

/**
 * Before the text of a cell. In one that is short, one of several, lines are joined: its row stays one. `isShown`: whether it
 * is written, and not only counted.
 */
export function startCellText(writer: Writer, cell: Element, isShown: boolean): void {
  if (isShown) write(writer, signBefore(cell), true);
  let isShort: boolean | undefined;
  // Asked where there is a line break in it: most have none.
  writer.isOneLine = () => {
    isShort ??= isOneOf(cell) && left(cell, most) >= 0;
    return isShort;
  };
}

/** Not one of code, beside the numbers of its lines. */
function isOneOf(cell: Element): boolean {
  const before = previousElementOf(cell);
  return before ? insteadOf(before, nameOf(before)) !== '' : nextElementOf(cell) !== null;
}

function left(parent: Node, budget: number): number {
  let rest = budget;
  for (let node = firstChildOf(parent); node && rest >= 0; node = nextSiblingOf(node)) {
    if (isText(node)) rest -= node.data.trim().length;
    else if (isElement(node)) rest = isApart(node) ? -1 : left(node, rest - 1);
  }
  return rest;
}

/** Whether its lines are no lines of a text. */
function isApart(element: Element): boolean {
  return /^(?:pre|table)$/.test(nameOf(element)) || displayByRole(element) !== undefined;
}
