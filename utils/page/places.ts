import { editableAt, editingHost, isOpen } from './editable';
import type { Focus } from './focus';
import type { Around } from './order';
import { allOf, selectionOf, textsIn } from './pristine';
import { selectedIn } from './selected';
import type { TextField } from './selection';

/** Where a text stands. */
export type Spot = { readonly around: Around } & (
  | {
      readonly kind: 'field';
      readonly field: TextField;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'rich'; readonly host: HTMLElement; readonly range: Range }
);

/** What is selected in something that can be edited; null where nothing is, or more than one range. */
export function spotAt(focus: Focus): Spot | null {
  const editable = editableAt(focus);
  if (editable === null) return null;
  if (editable.kind === 'field') {
    const { field } = editable;
    return spotIn(field, field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }
  const selection = selectionOf(focus.document);
  const [ends, ...others] = selection ? selectedIn(selection) : [];
  if (!ends || others.length > 0) return null;
  const { host } = editable;
  const range = new Range();
  range.setStart(ends.startContainer, ends.startOffset);
  range.setEnd(ends.endContainer, ends.endOffset);
  return { kind: 'rich', host, range, around: aroundRange(host, range) };
}

export function elementOf(spot: Spot): Element {
  return spot.kind === 'field' ? spot.field : spot.host;
}

/** Units of what stands around a place by which it is known again. */
const nearby = 40;

/** What stands before and after a range of what is edited together. */
export function aroundRange(host: HTMLElement, range: Range): Around {
  const [before, behind] = [range.cloneRange(), range.cloneRange()];
  before.collapse(true);
  before.setStart(host, 0);
  behind.collapse(false);
  behind.setEnd(host, host.childNodes.length);
  return ending(before.toString(), behind.toString());
}

function ending(before: string, after: string): Around {
  return [squeeze(before).slice(-nearby), squeeze(after).slice(0, nearby)];
}

/** Units that are looked through for those near by: a long text has a short one in thousands of places. */
const looked = 10 * nearby;

function aroundIn(text: string, start: number, end: number): Around {
  return ending(text.slice(0, start).slice(-looked), text.slice(end, end + looked));
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
  return all(field.value, text).map((start) => spotIn(field, start, start + text.length));
}

function spotIn(field: TextField, start: number, end: number): Spot {
  return { kind: 'field', field, start, end, around: aroundIn(field.value, start, end) };
}

function inHost(host: HTMLElement, text: string): readonly Spot[] {
  const wanted = squeeze(text);
  const { squeezed, nodes, offsets } = unitsIn(host);
  return all(squeezed, wanted).map((start) => {
    const end = start + wanted.length;
    const range = new Range();
    range.setStart(nodes[start] as Text, offsets[start] as number);
    range.setEnd(nodes[end - 1] as Text, (offsets[end - 1] as number) + 1);
    return { kind: 'rich', host, range, around: aroundIn(squeezed, start, end) };
  });
}

/** The squeezed text of an element, and in which text and where each of its units stands. */
function unitsIn(host: HTMLElement) {
  const nodes: Text[] = [];
  const offsets: number[] = [];
  let squeezed = '';
  const walker = textsIn(host);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    squeezed += squeeze(data);
    for (let offset = 0; offset < data.length; offset += 1) {
      if (squeeze(data.charAt(offset)) === '') continue;
      nodes.push(node as Text);
      offsets.push(offset);
    }
  }
  return { squeezed, nodes, offsets };
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
