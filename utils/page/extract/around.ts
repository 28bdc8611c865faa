import { findIn, isHtml, isVisible, shownTextOf, textOf } from '../pristine';
import type { Surrounding } from './tags';

/** Whether an element is around the main content. `inPart`: whether a header or footer there is of a part of the page. */
export function isAround(
  element: Element,
  { ofPage, without }: Surrounding,
  inPart: boolean,
): element is HTMLElement {
  return !(ofPage && inPart) && isHtml(element) && !findIn(element, without);
}

/** UTF-16 units of what is shown of such elements; of all that is in them where nothing is laid out. */
export function lengthAround(root: Element, around: readonly HTMLElement[]): number {
  const isLaidOut = isVisible(root);
  let length = 0;
  for (const element of around) {
    if (!isLaidOut) length += textOf(element).replace(/\s+/g, ' ').length;
    else if (isVisible(element)) length += shownTextOf(element).length;
  }
  return length;
}
