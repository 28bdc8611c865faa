import {
  attributeOf,
  childNodesOf,
  isElement,
  isVisible,
  nextElementOf,
  previousElementOf,
  textOf,
} from './pristine';

/** Whether it is the numbers of two lines and more that stand beside it. */
export function isNumbering(element: Element): boolean {
  const text = textOf(element);
  if (!/^[\d\s]+$/.test(text)) return false;
  // The first may only keep room for the widest.
  const [last, before] = lastNumbers(element, text);
  return last !== undefined && before !== undefined && Number(last) === Number(before) + 1;
}

/** The last one first: of elements, or parted by white space. */
function lastNumbers(element: Element, text: string): readonly string[] {
  const children = [...childNodesOf(element)].filter(isElement);
  const numbers = children.length > 1 ? children.slice(-2).map(textOf) : text.trim().split(/\s+/);
  return numbers.slice(-2).reverse();
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
