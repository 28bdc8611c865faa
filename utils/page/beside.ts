import {
  attributeOf,
  childNodesOf,
  contentOf,
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
  if (!row || !isElement(row) || !/^\s*\d+\s*$/.test(textOf(row))) return false;
  const number = Number(textOf(row));
  const isBeside = (other: Element | null, expected: number) =>
    other !== null && Number(textOf(other)) === expected;
  return isBeside(previousElementOf(row), number - 1) || isBeside(nextElementOf(row), number + 1);
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
