import { assignedTo } from '../bounds';
import { firstChildOf, nextSiblingOf, shadowOf } from '../pristine';

/** Goes through children one by one. */
export interface Children {
  next: Node | null;
  /** What is assigned to a slot; null elsewhere. */
  readonly rest: readonly Node[] | null;
  at: number;
}

/** What is shown inside an element: its shadow tree, what is assigned to it, or its children. */
export function childrenOf(element: Element, name: string): Children {
  const assigned = name === 'slot' ? assignedTo(element) : [];
  if (assigned.length > 0) return { next: null, rest: assigned, at: 0 };
  return { next: firstChildOf(shadowOf(element) ?? element), rest: null, at: 0 };
}

export function nextOf(children: Children): Node | null {
  if (children.rest) {
    children.at += 1;
    return children.rest[children.at - 1] ?? null;
  }
  const node = children.next;
  if (node) children.next = nextSiblingOf(node);
  return node;
}
