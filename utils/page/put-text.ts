import { captureLimit } from '../core/source/source';
import { atOnce } from '../core/steps';
import { clean } from './captured';
import { editingHost } from './editable';
import { type Focus, findFocus } from './focus';
import { among, within } from './known-places';
import type { Answer, Order } from './order';
import { aroundRange, type Spot, spotAt, spotsOf, squeeze } from './places';
import {
  contentOf,
  findIn,
  focusedIn,
  isElement,
  nameOf,
  ownerOf,
  selectionOf,
  shownParentOf,
  typeIn,
} from './pristine';
import { readSelection, type TextField } from './selection';
import { typeText } from './type-text';
import { newWriter, written } from './writer';

/** ms in which editors have taken note of a selection, and drawn what they were given. */
const settling = 60;

/** Carries out one step; it writes in such a way that the page's own undo takes it back. */
export async function putText(document: Document, order: Order): Promise<Answer> {
  const focus = findFocus(document);
  if (order.step === 'find') return find(focus, order);
  if (order.step === 'type') typeText(focus.document, order.text, order.how);
  await settled();
  return isThere(focus, order) ? { kind: 'written' } : { kind: 'ignored' };
}

async function find(focus: Focus, order: Order): Promise<Answer> {
  const { expected, mark } = order;
  const everywhere = (text: string) => spotsOf(focus.document, text);
  let spots = within(standing(focus, order), mark);
  if (spots.length === 0) spots = among(everywhere(expected), mark);
  // What a capture marks, as lists, stands there without its marks.
  if (spots.length === 0) spots = among(everywhere(unmarked(expected)), mark);
  const [spot, ...others] = spots;
  if (!spot) return { kind: 'changed' };
  if (others.length > 0) return { kind: 'unclear' };
  return spot.kind === 'field' ? intoField(spot, order) : intoHost(spot, order);
}

/** What is selected now, if it is what was captured: nobody has clicked elsewhere since. */
function standing(focus: Focus, { expected }: Order): readonly Spot[] {
  const spot = spotAt(focus);
  return spot && selectedText(focus) === expected ? [spot] : [];
}

function selectedText(focus: Focus): string {
  const writer = newWriter(captureLimit, () => false);
  atOnce(readSelection(focus, writer));
  return clean(written(writer), captureLimit).text;
}

function intoField(spot: Extract<Spot, { kind: 'field' }>, order: Order): Answer {
  const { field, start, end } = spot;
  const { value } = field;
  field.focus({ preventScroll: true });
  field.setSelectionRange(order.how === 'insert' ? end : start, end);
  // White space at the ends of a selection is no part of a source.
  const old = value.slice(start, end);
  const before = old.slice(0, old.length - old.trimStart().length);
  const after = old.slice(old.trimEnd().length);
  const gap = field.localName === 'input' ? ' ' : '\n\n';
  const isLast = /^(\n|$)/.test(value.slice(end));
  const text =
    order.how === 'insert' ? gap + order.text + (isLast ? '' : gap) : before + order.text + after;
  const lines = text.replace(/\r\n?/g, '\n');
  const told = field.localName === 'input' ? lines.replace(/\s*\n\s*/g, ' ') : lines;
  const expected = value.slice(0, order.how === 'insert' ? end : start) + told + value.slice(end);
  if (isTooLong(expected, field)) return { kind: 'too-long' };
  typeIn(ownerOf(field), 'insertText', told);
  return field.value === expected ? { kind: 'written' } : { kind: 'ignored' };
}

/** What was too long before may get shorter. */
function isTooLong({ length }: string, { value, maxLength }: TextField): boolean {
  return maxLength >= 0 && length > maxLength && length > value.length;
}

async function intoHost(spot: Extract<Spot, { kind: 'rich' }>, order: Order): Promise<Answer> {
  const { host, range } = spot;
  const document = ownerOf(host);
  if (editingHost(focusedIn(document)) !== host) host.focus({ preventScroll: true });
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const selection = selectionOf(document);
  if (order.how === 'insert') selection?.collapse(endContainer, endOffset);
  else selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  const place = range.cloneRange();
  if (order.how === 'insert') place.collapse(false);
  const around = aroundRange(host, place);
  await settled();
  const isKept = order.how === 'insert' || selectedText(findFocus(document)) === order.expected;
  if (!isKept) return { kind: 'changed' };
  // Where a paragraph is an element, an empty line would become an empty one.
  const isMarked = squeeze(order.expected) !== squeeze(range.toString());
  const bare = isMarked ? unmarked(order.text) : order.text;
  const isParted = findIn(host, 'p') !== null || isInItem(range.startContainer, host);
  const text = isParted ? bare.replace(/\n{2,}/g, '\n') : bare;
  const told = order.how === 'insert' ? `\n${text}${goesOn(range) ? '\n' : ''}` : text;
  return { kind: 'selected', text: told, around };
}

/** Whether a node is in an item of a list that is edited with it. */
function isInItem(start: Node, host: Element): boolean {
  for (let node: Node | null = start; node && node !== host; node = shownParentOf(node)) {
    if (isElement(node) && nameOf(node) === 'li') return true;
  }
  return false;
}

/** Without the signs of lists, headings and quotes. */
function unmarked(text: string): string {
  return text.replace(/^[ \t]*(?:[-*•]|\d+[.)]|#{1,6}|>)[ \t]+/gm, '');
}

/** Whether more stands behind it in its paragraph. */
function goesOn({ endContainer, endOffset }: Range): boolean {
  let block = shownParentOf(endContainer);
  while (block && isElement(block) && getComputedStyle(block).display === 'inline') {
    block = shownParentOf(block);
  }
  if (!block) return false;
  const rest = new Range();
  rest.selectNodeContents(block);
  rest.setStart(endContainer, endOffset);
  return squeeze(rest.toString()) !== '';
}

function isThere(focus: Focus, { text, around }: Order): boolean {
  const host =
    editingHost(focus.element) ?? editingHost(selectionOf(focus.document)?.anchorNode ?? null);
  return host !== null && squeeze(contentOf(host)).includes(squeeze(around[0] + text + around[1]));
}

/** Not by a frame: a hidden tab has none. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, settling));
}
