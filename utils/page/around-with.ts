import { isElement, nameOf, shownParentOf } from './pristine';

/** Elements that are passed on the way: who writes a page puts few around one thing. */
const most = 5;

/** The element around another one of one of these names, with none but the others' between; null where there is none. */
export function aroundWith(element: Element, passed: string, names: string): Element | null {
  let node = shownParentOf(element);
  for (let steps = 0; steps < most && node && isElement(node); steps += 1) {
    const name = nameOf(node);
    if (names.split(' ').includes(name)) return node;
    if (!passed.split(' ').includes(name)) return null;
    node = shownParentOf(node);
  }
  return null;
}
