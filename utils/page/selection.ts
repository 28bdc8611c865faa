import type { Steps } from '../core/steps';
import type { Ends } from './bounds';
import type { Focus } from './focus';
import { isMasked } from './masked';
import { isElement, nameOf, selectionOf } from './pristine';
import { isCollapsed, selectedIn } from './selected';
import { type Read, readRange } from './visible-text';
import { type Writer, write } from './writer';

const secret = /password|one-time-code|cc-(number|csc|exp)/i;

/** Writes the selected text with its line breaks. */
export function* readSelection({ document, element }: Focus, writer: Writer): Steps<Read> {
  const read = { secret: isTextField(element) && isSecret(element), lost: false };
  if (read.secret) return read;
  const selection = selectionOf(document);
  const inField = isTextField(element) ? selectedInField(element) || told(element, selection) : '';
  if (inField !== '') {
    write(writer, inField, true);
    return read;
  }
  let last: Ends | null = null;
  // A selection's own `toString` would tell what is selected in a field, and joins the ranges in Firefox.
  for (const ends of selection ? selectedIn(selection) : []) {
    if (isCollapsed(ends)) continue;
    const { secret, lost } = yield* readRange(ends, writer, isInRowOf(ends, last));
    read.secret ||= secret;
    read.lost ||= lost;
    last = ends;
  }
  return read;
}

/** Firefox selects cells of a table one by one. */
function isInRowOf({ startContainer }: Ends, last: Ends | null): boolean {
  const isRow = isElement(startContainer) && nameOf(startContainer) === 'tr';
  return isRow && last?.startContainer === startContainer;
}

/** What is selected in a field for addresses or numbers, which says of itself that it has no selection. */
function told(field: TextField, selection: Selection | null): string {
  if (!/^(?:email|number)$/.test(field.type)) return '';
  const text = `${selection ?? ''}`;
  return field.value.includes(text) ? text : '';
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
  return isMasked(getComputedStyle(field));
}

/** Empty where nothing is selected. */
export function selectedInField(field: TextField): string {
  const { selectionStart, selectionEnd } = field;
  if (selectionStart === null || selectionEnd === null) return '';
  return field.value.slice(selectionStart, selectionEnd);
}
