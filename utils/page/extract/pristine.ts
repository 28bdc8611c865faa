import { firstChildOf, getter, nextSiblingOf, shadowOf } from '../pristine';

/** An image or a form named `body` takes its place in the document. */
const bodyOf = getter(Document.prototype, 'body');
const rootOf = getter(Document.prototype, 'documentElement');
export const dataOf = getter(CharacterData.prototype, 'data');

const { hasAttribute: has, checkVisibility } = Element.prototype;
const { querySelectorAll } = Document.prototype;
const { assignedNodes } = HTMLSlotElement.prototype;
const withVisibility = { visibilityProperty: true };

export function hasAttribute(element: Element, name: string): boolean {
  return has.call(element, name);
}

export function isVisible(element: Element): boolean {
  return checkVisibility.call(element, withVisibility);
}

/** Where the text of a page is. */
export function startOf(document: Document): Element {
  return bodyOf(document) ?? rootOf(document);
}

export function allOf(document: Document, selector: string): Iterable<Element> {
  return querySelectorAll.call(document, selector);
}

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

function assignedTo(slot: Element): readonly Node[] {
  return slot instanceof HTMLSlotElement ? assignedNodes.call(slot) : [];
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
