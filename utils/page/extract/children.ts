import { assignedTo } from '../bounds';
import {
  firstChildOf,
  firstElementOf,
  isConnected,
  nextSiblingOf,
  parentOf,
  shadowOf,
  textOf,
} from '../pristine';
import type { Kind } from './tags';

/** What is left to read in an element. */
export interface Children {
  readonly element: Element;
  next: Node | null;
  /** What is assigned to a slot; null elsewhere. */
  rest: readonly Node[] | null;
  at: number;
}

/**
 * The first of what is shown inside an element: of its shadow tree, or of its own. Where it holds nothing but text, as most
 * do that hold any, that text itself: so no node of it is touched.
 */
export function firstIn(element: Element, { host }: Kind): Node | string | null {
  const shadow = host ? shadowOf(element) : null;
  if (shadow) return firstChildOf(shadow);
  return firstElementOf(element) ? firstChildOf(element) : textOf(element);
}

/** What is shown in a slot in the place of its own children. */
export function restIn(slot: Element): readonly Node[] | null {
  const assigned = assignedTo(slot);
  return assigned.length > 0 ? assigned : null;
}

export function nextOf(children: Children): Node | null {
  const { next, rest } = children;
  if (rest) {
    children.at += 1;
    return rest[children.at - 1] ?? null;
  }
  if (next) children.next = nextSiblingOf(next);
  return next;
}

/** After a pause: leaves out what cannot be found any more. Whether there was any. */
export function loseTrack(path: readonly Pick<Children, 'element' | 'next'>[]): boolean {
  let lost = false;
  for (const level of path) {
    const { element, next } = level;
    const isThere = next === null || parentOf(next) === (shadowOf(element) ?? element);
    if (isThere && isConnected(element)) continue;
    level.next = null;
    lost = true;
  }
  return lost;
}
