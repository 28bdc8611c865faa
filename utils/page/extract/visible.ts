import { isReadable } from '../masked';
import { declaredOf, isDisplayed, isVisible, nameOf } from '../pristine';
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
    const { element } = path[at] as Sight;
    (path[at] as Sight).displayed = true;
    // Once the style was asked for what a closed `details` holds, any other question costs as much as laying it out.
    if (!style && isDisplayed(element)) continue;
    const outer = style ? undefined : path[at - 1];
    style = getComputedStyle(element);
    const start = style.display === 'none' ? at : outer && skips(outer.element) ? at - 1 : null;
    if (start === null) continue;
    hidden.push((path[start] as Sight).place);
    for (const inner of path.slice(start)) leaveOut(inner);
    return false;
  }
  level.shown = isReadable(style ?? getComputedStyle(level.element));
  return level.shown;
}

/** Whether nothing of what is in an element is shown, be it displayed; what is found when it is searched for is read. */
function skips(element: Element): boolean {
  if (nameOf(element) === 'details' || declaredOf(element, 'hidden') === 'until-found')
    return false;
  return getComputedStyle(element).contentVisibility === 'hidden';
}

function leaveOut(level: Sight): void {
  level.shown = false;
  level.next = null;
  level.rest = null;
}
