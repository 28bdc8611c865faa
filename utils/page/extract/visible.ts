import { isReadable } from '../masked';
import { isDisplayed, isVisible } from '../pristine';
import type { Children } from './children';

/** What is known of whether an element can be seen. Asked only where there is text: it costs more than all else. */
export interface Sight extends Children {
  /** Where it is on the tape. */
  readonly place: number;
  /** Whether it and all around it are known to be displayed. */
  displayed: boolean;
  /** Whether its own text can be seen; null as long as nobody asked. */
  shown: boolean | null;
}

/** Whether the text of the last element of a path can be seen. Leaves what is not displayed, and tells of it. */
export function look(path: readonly Sight[], hidden: number[]): boolean {
  const last = path.length - 1;
  const level = path[last] as Sight;
  if (isVisible(level.element)) {
    for (let at = last; at >= 0; at -= 1) {
      const around = path[at] as Sight;
      if (around.displayed) break;
      around.displayed = true;
    }
    level.shown = true;
    return true;
  }
  // So says the browser of boxes without a frame, of closed `details`, and where nothing is laid out, too.
  let first = last;
  while (first > 0 && !path[first - 1]?.displayed) first -= 1;
  let style: CSSStyleDeclaration | null = null;
  for (let at = first; at <= last; at += 1) {
    const { element, place } = path[at] as Sight;
    (path[at] as Sight).displayed = true;
    // Once the style was asked for what a closed `details` holds, any other question costs as much as laying it out.
    if (!style && isDisplayed(element)) continue;
    style = getComputedStyle(element);
    if (style.display !== 'none') continue;
    hidden.push(place);
    for (const inner of path.slice(at)) leaveOut(inner);
    return false;
  }
  level.shown = isReadable(style ?? getComputedStyle(level.element));
  return level.shown;
}

function leaveOut(level: Sight): void {
  level.shown = false;
  level.next = null;
  level.rest = null;
}
