import { hostOf, isOpen } from './editable';
import { allOf, contentOf } from './pristine';
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

/** Everywhere that a text stands in what can be edited; in editors white space does not count. */
export function spotsOf(document: Document, text: string): readonly Spot[] {
  const spots: Spot[] = [];
  for (const field of allOf(document, 'textarea, input')) {
    spots.push(...inField(field as TextField, text));
  }
  for (const element of allOf(document, '[contenteditable]')) {
    if (hostOf(element) === element) spots.push(...inHost(element as HTMLElement, text));
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
  const walker = host.ownerDocument.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  const range = host.ownerDocument.createRange();
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
