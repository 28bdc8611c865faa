import type { Focus } from './focus';

const secret = /password|one-time-code|cc-(number|csc|exp)/;

/** The selected text with its line breaks; empty when nothing is selected or what is must not be read. */
export function selectedText({ document, element }: Focus): string {
  if (isTextField(element)) return isSecret(element) ? '' : selectedInField(element);
  return document.getSelection()?.toString() ?? '';
}

function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element?.localName === 'input' || element?.localName === 'textarea';
}

function isSecret(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  if (field.type === 'password' || secret.test(field.autocomplete)) return true;
  const masking = getComputedStyle(field).getPropertyValue('-webkit-text-security');
  return masking !== '' && masking !== 'none';
}

function selectedInField(field: HTMLInputElement | HTMLTextAreaElement): string {
  const { selectionStart, selectionEnd } = field;
  if (selectionStart === null || selectionEnd === null) return '';
  return field.value.slice(selectionStart, selectionEnd);
}
