import type { Focus } from './focus';
import { declaredOf, isElement, selectionOf, shownParentOf } from './pristine';
import { isSecret, isTextField, selectedInField, type TextField } from './selection';

/** What can be written to where the selection is. */
export type Editable =
  | { readonly kind: 'field'; readonly field: TextField }
  /** All that is edited together, as in editors. */
  | { readonly kind: 'rich'; readonly host: HTMLElement };

/** What holds the selection and can be written to; null when nothing does. */
export function editableAt({ document, element }: Focus): Editable | null {
  if (isTextField(element) && selectedInField(element) !== '') {
    return isOpen(element) ? { kind: 'field', field: element } : null;
  }
  const selection = selectionOf(document);
  const host = editingHost(selection?.anchorNode ?? null);
  return host && host === editingHost(selection?.focusNode ?? null) ? { kind: 'rich', host } : null;
}

/** Whether the user could type into a field, and Gloss may read it. */
export function isOpen(field: TextField): boolean {
  return !field.readOnly && !field.disabled && !isSecret(field);
}

/** The outermost element that is edited together with a node. */
export function editingHost(node: Node | null): HTMLElement | null {
  let host: Element | null = null;
  for (let next = node; next; next = shownParentOf(next)) {
    if (!isElement(next)) continue;
    const told = declaredOf(next, 'contenteditable')?.toLowerCase();
    if (told === 'false') break;
    if (told !== undefined && /^(true|plaintext-only)?$/.test(told)) host = next;
  }
  return host as HTMLElement | null;
}
