import type { Focus } from './focus';
import { selectionOf } from './pristine';
import { isCollapsed, selectedIn } from './selected';
import { readRange } from './visible-text';
import { type Writer, write } from './writer';

const secret = /password|one-time-code|cc-(number|csc|exp)/;

/** Writes the selected text with its line breaks; nothing when none is selected or what is must not be read. */
export function readSelection({ document, element }: Focus, writer: Writer): void {
  if (isTextField(element) && isSecret(element)) return;
  const inField = isTextField(element) ? selectedInField(element) : '';
  if (inField !== '') {
    write(writer, inField, true);
    return;
  }
  const selection = selectionOf(document);
  // A selection's own `toString` would tell what is selected in a field, and joins the ranges in Firefox.
  for (const ends of selection ? selectedIn(selection) : []) {
    if (!isCollapsed(ends)) readRange(ends, writer);
  }
}

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export function isTextField(element: Element | null): element is TextField {
  return element?.localName === 'input' || element?.localName === 'textarea';
}

/** Whether what is in a field must not be read. */
export function isSecret(field: TextField): boolean {
  // The attribute: Firefox's property leaves out the words that it does not fill in itself.
  if (field.type === 'password' || secret.test(field.getAttribute('autocomplete') ?? ''))
    return true;
  const masking = getComputedStyle(field).getPropertyValue('-webkit-text-security');
  return masking !== '' && masking !== 'none';
}

/** Empty where nothing is selected. */
export function selectedInField(field: TextField): string {
  const { selectionStart, selectionEnd } = field;
  if (selectionStart === null || selectionEnd === null) return '';
  return field.value.slice(selectionStart, selectionEnd);
}
