/**
 * Properties and methods as the browser defines them: a form answers `form.firstChild` with its field of that name, and
 * a document `document.title` with an image of that name. Nothing else is named over by what it holds.
 */
function getter<T extends object, K extends keyof T>(prototype: T, key: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  // Bound and not wrapped: functions that are made in one place share what the browser learns of them.
  return get ? Function.prototype.call.bind(get) : (of) => of[key];
}

/** The same where the prototype or the one above it defines it. */
function inherited<T extends object, K extends keyof T>(prototype: T, key: K): (of: T) => T[K] {
  return getter(Object.hasOwn(prototype, key) ? prototype : Object.getPrototypeOf(prototype), key);
}

function method<T extends object, K extends keyof T>(prototype: T, key: K): T[K] {
  return prototype[key];
}

// Named once each, and marked as pure: what a script uses of it is put into every page that is read, and no more.
const node = Node.prototype;
const element = Element.prototype;
const document = Document.prototype;

export const nodeTypeOf = /* @__PURE__ */ getter(node, 'nodeType');
export const parentOf = /* @__PURE__ */ getter(node, 'parentNode');
export const childNodesOf = /* @__PURE__ */ getter(node, 'childNodes');
export const firstChildOf = /* @__PURE__ */ getter(node, 'firstChild');
export const firstElementOf = /* @__PURE__ */ getter(element, 'firstElementChild');
export const textOf = /* @__PURE__ */ inherited(element, 'textContent') as (of: Element) => string;
/** As it is displayed. */
export const shownTextOf = /* @__PURE__ */ getter(HTMLElement.prototype, 'innerText');
export const nextElementOf = /* @__PURE__ */ getter(element, 'nextElementSibling');
export const previousElementOf = /* @__PURE__ */ getter(element, 'previousElementSibling');
export const nextSiblingOf = /* @__PURE__ */ getter(node, 'nextSibling');
export const previousSiblingOf = /* @__PURE__ */ getter(node, 'previousSibling');
export const lastChildOf = /* @__PURE__ */ getter(node, 'lastChild');
export const nameOf = /* @__PURE__ */ getter(element, 'localName');
const namespaceOf = /* @__PURE__ */ getter(element, 'namespaceURI');
export const classOf = /* @__PURE__ */ getter(element, 'className');
export const roleOf = /* @__PURE__ */ getter(element, 'role');
export const idOf = /* @__PURE__ */ getter(element, 'id');
export const shadowOf = /* @__PURE__ */ getter(element, 'shadowRoot');
export const titleOf = /* @__PURE__ */ getter(document, 'title');
export const addressOf = /* @__PURE__ */ getter(document, 'URL');
export const focusedIn = /* @__PURE__ */ getter(document, 'activeElement');
export const ownerOf = /* @__PURE__ */ getter(node, 'ownerDocument') as (of: Element) => Document;
const bodyOf = /* @__PURE__ */ getter(document, 'body');
const rootOf = /* @__PURE__ */ getter(document, 'documentElement');
export const isConnected = /* @__PURE__ */ getter(node, 'isConnected');
const slotOf = /* @__PURE__ */ getter(element, 'assignedSlot');

const { getAttribute, getAttributeNames, getBoundingClientRect, querySelector } = element;
const { getSelection } = document;
const comparePosition = /* @__PURE__ */ method(node, 'compareDocumentPosition');
const createTreeWalker = /* @__PURE__ */ method(document, 'createTreeWalker');
const execCommand = /* @__PURE__ */ method(document, 'execCommand');
const checkVisibility = /* @__PURE__ */ method(element, 'checkVisibility');
const remove = /* @__PURE__ */ method(element, 'remove');
const withVisibility = { visibilityProperty: true };
const querySelectorAll = /* @__PURE__ */ method(document, 'querySelectorAll');

/** Empty where it is missing. */
export function attributeOf(of: Element, name: string): string {
  return getAttribute.call(of, name) ?? '';
}

/** Null where it is missing. */
export function declaredOf(of: Element, name: string): string | null {
  return getAttribute.call(of, name);
}

/** Names of all that an element has. */
export function attributesOf(of: Element): readonly string[] {
  return getAttributeNames.call(of);
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

export function allOf(of: Document, selector: string): Iterable<Element> {
  return querySelectorAll.call(of, selector);
}

/** False for what is in an element that is not displayed, too. */
export function isVisible(of: Element): boolean {
  return checkVisibility.call(of, withVisibility);
}

/** The same, be its `visibility` what it may. */
export function isDisplayed(of: Element): boolean {
  return checkVisibility.call(of);
}

/** Where the text of a page is. */
export function startOf(of: Document): Element {
  return bodyOf(of) ?? rootOf(of);
}

/** False where the page has taken out all of itself. */
export function hasRoot(of: Document): boolean {
  return Boolean(rootOf(of));
}

export function selectionOf(of: Document): Selection | null {
  return getSelection.call(of);
}

/** The parent in the tree that is shown: the slot that a node fills, the host of a shadow root. */
export function shownParentOf(of: Node): Node | null {
  if (nodeTypeOf(of) === 11) return (of as ShadowRoot).host;
  return (isElement(of) ? slotOf(of) : (of as Text).assignedSlot) ?? parentOf(of);
}

/** Whether a node stands after another one. */
export function isBehind(of: Node, other: Node): boolean {
  return (comparePosition.call(of, other) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** Goes through all texts in an element. */
export function textsIn(of: Element): TreeWalker {
  return createTreeWalker.call(ownerOf(of), of, NodeFilter.SHOW_TEXT);
}

/** Writes where the selection is, as if its user did; `how`: a command for editing. */
export function typeIn(of: Document, how: string, what: string): boolean {
  return execCommand.call(of, how, false, what);
}

export function isElement(of: Node): of is Element {
  return nodeTypeOf(of) === 1;
}

/** Not by its class: elements of other frames have another one. */
export function isHtml(of: Element): of is HTMLElement {
  return namespaceOf(of) === 'http://www.w3.org/1999/xhtml';
}

export function isText(of: Node): of is Text {
  return nodeTypeOf(of) === 3;
}

export function takeOut(of: Element): void {
  remove.call(of);
}

/** Where an element is, in CSS pixels of its window. */
export function boxOf(of: Element): DOMRect {
  return getBoundingClientRect.call(of);
}
