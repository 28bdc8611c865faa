/**
 * Properties as the browser defines them. A form answers `form.firstChild` with its field of that name, and pages write
 * over prototypes where a script shares them.
 */
function getter<T extends object, K extends keyof T>(prototype: T, key: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (!get) return (of) => of[key];
  return (of) => Reflect.apply(get, of, []);
}

export const nodeTypeOf = getter(Node.prototype, 'nodeType');
export const firstChildOf = getter(Node.prototype, 'firstChild');
export const nextSiblingOf = getter(Node.prototype, 'nextSibling');
export const dataOf = getter(CharacterData.prototype, 'data');
export const nameOf = getter(Element.prototype, 'localName');
export const shadowOf = getter(Element.prototype, 'shadowRoot');

const { getAttribute, checkVisibility } = Element.prototype;
const { assignedNodes } = HTMLSlotElement.prototype;

export function attributeOf(element: Element, name: string): string {
  return Reflect.apply(getAttribute, element, [name]) ?? '';
}

export function isVisible(element: Element): boolean {
  return Reflect.apply(checkVisibility, element, [{ visibilityProperty: true }]);
}

export function assignedTo(slot: Element): readonly Node[] {
  return slot instanceof HTMLSlotElement ? Reflect.apply(assignedNodes, slot, []) : [];
}
