import { editableAt, editingHost, isOpen } from './editable';
import type { Focus } from './focus';
import type { Around } from './order';
import { allOf, contentOf, selectionOf, textsIn } from './pristine';
import { selectedIn } from './selected';
import type { TextField } from './selection';

/** Where a text stands. */
export type Spot =
  | {
      readonly kind: 'field';
      readonly field: TextField;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'rich'; readonly host: HTMLElement; readonly range: Range };

/** What is selected in something that can be edited; null where nothing is, or more than one range. */
export function spotAt(focus: Focus): Spot | null {
  const editable = editableAt(focus);
  if (editable === null) return null;
  if (editable.kind === 'field') {
    const { field } = editable;
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    return { kind: 'field', field, start, end };
  }
  const selection = selectionOf(focus.document);
  const [ends, ...others] = selection ? selectedIn(selection) : [];
  if (!ends || others.length > 0) return null;
  const range = new Range();
  range.setStart(ends.startContainer, ends.startOffset);
  range.setEnd(ends.endContainer, ends.endOffset);
  return { kind: 'rich', host: editable.host, range };
}

export function elementOf(spot: Spot): Element {
  return spot.kind === 'field' ? spot.field : spot.host;
}

/** Units of what stands around a place by which it is known again. */
const nearby = 40;

/** What stands before and after a place in what is edited with it. */
export function aroundOf(spot: Spot): Around {
  if (spot.kind === 'field') {
    const { value } = spot.field;
    return ends(value.slice(0, spot.start), value.slice(spot.end));
  }
  const { host, range } = spot;
  const [before, behind] = [range.cloneRange(), range.cloneRange()];
  before.collapse(true);
  before.setStart(host, 0);
  behind.collapse(false);
  behind.setEnd(host, host.childNodes.length);
  return ends(before.toString(), behind.toString());
}

function ends(before: string, after: string): Around {
  return [squeeze(before).slice(-nearby), squeeze(after).slice(0, nearby)];
}

/** Everywhere that a text stands in what can be edited; in editors white space does not count. */
export function spotsOf(document: Document, text: string): readonly Spot[] {
  const spots: Spot[] = [];
  for (const field of allOf(document, 'textarea, input')) {
    spots.push(...inField(field as TextField, text));
  }
  for (const element of allOf(document, '[contenteditable]')) {
    if (editingHost(element) === element) spots.push(...inHost(element as HTMLElement, text));
  }
  return spots;
}

function inField(field: TextField, text: string): readonly Spot[] {
  // A kind of field that has no selection cannot be written to by one.
  if (!isOpen(field) || field.selectionStart === null) return [];
  return all(field.value, text).map((start) => ({
    kind: 'field',
    field,
    start,
    end: start + text.length,
  }));
}

function inHost(host: HTMLElement, text: string): readonly Spot[] {
  const wanted = squeeze(text);
  return all(squeeze(contentOf(host)), wanted).flatMap((start) => {
    const range = rangeOf(host, start, start + wanted.length);
    return range ? [{ kind: 'rich' as const, host, range }] : [];
  });
}

function all(text: string, part: string): readonly number[] {
  const found: number[] = [];
  if (part === '') return found;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** Without what editors add, join and split as they please. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '');
}

/** The part of an element that holds what is between two places of its squeezed text. */
function rangeOf(host: HTMLElement, start: number, end: number): Range | null {
  const walker = textsIn(host);
  const range = new Range();
  let passed = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    const length = squeeze(data).length;
    if (!begun && start < passed + length) {
      range.setStart(node, offsetOf(data, start - passed));
      begun = true;
    }
    if (end <= passed + length) {
      range.setEnd(node, offsetOf(data, end - passed - 1) + 1);
      return begun ? range : null;
    }
    passed += length;
  }
  return null;
}

/** Where a unit of the squeezed text is in the whole. */
function offsetOf(data: string, at: number): number {
  let left = at;
  for (let offset = 0; offset < data.length; offset += 1) {
    if (squeeze(data.charAt(offset)) === '') continue;
    if (left === 0) return offset;
    left -= 1;
  }
  return data.length;
}
