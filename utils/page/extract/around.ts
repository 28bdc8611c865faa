import { findIn, isHtml, isVisible, shownTextOf, textOf } from '../pristine';
import type { Kind } from './tags';

/**
 * Whether an element is by its name around the main content. `part`: whether it is in a part of the page, whose header and
 * footer belong to it. Not where a tag that was never closed has all of the page in it.
 */
export function isAround(
  element: Element,
  { around }: Kind,
  part: boolean,
): element is HTMLElement {
  if (around === 'of the page' && part) return false;
  return isHtml(element) && !findIn(element, 'main, h1');
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
