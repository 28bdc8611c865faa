import {
  attributeOf,
  childNodesOf,
  contentOf,
  findIn,
  isElement,
  isVisible,
  nextElementOf,
  previousElementOf,
  shownParentOf,
  textOf,
} from './pristine';

/** Whether it is the numbers of two lines and more that stand beside it. */
export function isNumbering(element: Element): boolean {
  const text = [...childNodesOf(element)].map(contentOf).join(' ');
  // The first may only keep room for the widest.
  const [before, last] = text.match(/\d+/g)?.slice(-2) ?? [];
  return /^[\d\s]+$/.test(text) && Number(before) + 1 === Number(last);
}

/** Whether it is a number in a row of its own, and that of a row beside it is the next, or the one before. */
export function isInNumbering(element: Element): boolean {
  const row = shownParentOf(element);
  if (!row || !isElement(row) || !/\d/.test(textOf(row)) || !isNumberAtMost(row)) return false;
  const number = Number(textOf(row));
  const isBeside = (other: Element | null, expected: number) =>
    other !== null && Number(textOf(other)) === expected;
  if (!isBeside(previousElementOf(row), number - 1) && !isBeside(nextElementOf(row), number + 1))
    return false;
  // Beside empty lines of code it is a row of two cells.
  const rows = shownParentOf(row);
  if (!rows || !isElement(rows)) return false;
  return (
    isNumberAtMost(findIn(rows, ':first-child')) &&
    isNumberAtMost(findIn(rows, ':scope > :last-child'))
  );
}

function isNumberAtMost(element: Element | null): boolean {
  return element !== null && /^\s*\d*\s*$/.test(textOf(element));
}

/** Whether screen readers are told the same by it that is to be seen beside it. */
export function isToldTwice(element: Element): boolean {
  return [previousElementOf(element), nextElementOf(element)].some(
    (other) =>
      other !== null &&
      attributeOf(other, 'aria-hidden') === 'true' &&
      bare(other) === bare(element) &&
      isVisible(other),
  );
}

/** The cents of a price may stand apart by their size alone. */
function bare(element: Element): string {
  return textOf(element).replace(/[\s.,]/g, '');
}
