import type { Focus } from './focus';
import { readRange } from './visible-text';
import type { Part, Writer } from './writer';

const secret = /password|one-time-code|cc-(number|csc|exp)/;
const masked = /^[\s•●∙*]*$/;

/** The selected text with its line breaks; empty when nothing is selected or what is must not be read. */
export function selectedText({ document, element }: Focus, writer: Writer): Part {
  if (isTextField(element)) {
    if (!isSecret(element)) writer.text(selectedInField(element), true);
    return writer.since({ length: 0, cut: 0 });
  }
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return { text: '', cut: 0 };
  for (let i = 0; i < selection.rangeCount; i += 1) readRange(selection.getRangeAt(i), writer);
  const read = writer.since({ length: 0, cut: 0 });
  if (read.text.trim() !== '') return read;
  // Selections inside shadow roots and fields show nothing of themselves to a walk.
  const text = selection.toString();
  return { text: masked.test(text) ? '' : text, cut: 0 };
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
