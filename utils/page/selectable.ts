import { isElement, shownParentOf } from './pristine';

/** Whether the user may select what is in an element. Firefox computes `auto` below an element that says `none`. */
export function isSelectable(element: Element): boolean {
  for (let node: Node | null = element; node; node = shownParentOf(node)) {
    const userSelect = isElement(node) ? getComputedStyle(node).userSelect : 'auto';
    if (userSelect !== 'auto') return userSelect !== 'none';
  }
  return true;
}
