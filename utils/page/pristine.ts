/**
 * Properties and methods as the browser defines them: a form answers `form.firstChild` with its field of that name, and
 * a document `document.title` with an image of that name. Nothing else is named over by what it holds.
 */
export function getter<T extends object, K extends keyof T>(prototype: T, key: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  return get ? (of) => get.call(of) : (of) => of[key];
}

// Named once each: it is put into every page that is read.
const node = Node.prototype;
const element = Element.prototype;
const document = Document.prototype;

const nodeTypeOf = getter(node, 'nodeType');
const parentOf = getter(node, 'parentNode');
export const childNodesOf = getter(node, 'childNodes');
export const firstChildOf = getter(node, 'firstChild');
export const nextSiblingOf = getter(node, 'nextSibling');
export const previousSiblingOf = getter(node, 'previousSibling');
export const nameOf = getter(element, 'localName');
export const shadowOf = getter(element, 'shadowRoot');
export const titleOf = getter(document, 'title');
export const addressOf = getter(document, 'URL');
const slotOf = getter(element, 'assignedSlot');

const { getAttribute, querySelector } = element;
const { getSelection } = document;

/** Empty where it is missing. */
export function attributeOf(of: Element, name: string): string {
  return getAttribute.call(of, name) ?? '';
}

/** All text in a node, shown or not. */
export function contentOf(of: Node): string {
  const all = new Range();
  all.selectNodeContents(of);
  return all.toString();
}

export function findIn(of: Element, selector: string): Element | null {
  return querySelector.call(of, selector);
}

export function selectionOf(of: Document): Selection | null {
  return getSelection.call(of);
}

/** The parent in the tree that is shown: the slot that a node fills, the host of a shadow root. */
export function shownParentOf(of: Node): Node | null {
  if (nodeTypeOf(of) === 11) return (of as ShadowRoot).host;
  return (isElement(of) ? slotOf(of) : (of as Text).assignedSlot) ?? parentOf(of);
}

export function isElement(of: Node): of is Element {
  return nodeTypeOf(of) === 1;
}

export function isText(of: Node): of is Text {
  return nodeTypeOf(of) === 3;
}
