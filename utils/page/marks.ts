import type { Bounds } from './bounds';
import { numeral } from './numerals';
import {
  attributeOf,
  declaredOf,
  findIn,
  firstChildOf,
  firstElementOf,
  isElement,
  nameOf,
  nextSiblingOf,
} from './pristine';
import { breakAtLeast, endCell, startRow, type Writer } from './writer';

export interface List {
  /** Number of the next item; null when the items have none. */
  next: number | null;
  readonly step: 1 | -1;
  readonly style: string;
  readonly indent: string;
  /** What stands before each number. */
  readonly before: string;
  /** The number of the last item with what is before it; empty where items have none. */
  last: string;
}

const lists = new Set(['ul', 'ol', 'menu']);
const paragraphs = new Set([
  ...'p h1 h2 h3 h4 h5 h6 blockquote pre table dl figure section article main'.split(' '),
  ...lists,
]);
const headings = new Map(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((h, n) => [h, '#'.repeat(n + 1)]),
);
const inlines = ['inline', 'contents', 'ruby'] as const;

/** The mark on both sides of what is struck out, or quoted in a sentence; empty for anything else. */
export function sideMark(element: Element, name: string): string {
  if (name === 'q') return isDrawnAround(element) ? '"' : '';
  return name === 'del' || name === 's' || name === 'strike' ? '~~' : '';
}

/** Many pages have no marks drawn, and write their own; what is laid out nowhere has no style. */
function isDrawnAround(quote: Element): boolean {
  const { content, quotes } = getComputedStyle(quote, '::before');
  return quotes !== 'none' && !/^(none|normal|"")$/.test(content);
}

export function isHeading(name: string): boolean {
  return headings.has(name);
}

export function isInline(display: string): boolean {
  return display === '' || inlines.some((start) => display.startsWith(start));
}

/** What comes before an element's text: line breaks and a light mark. */
export function open(
  element: Element,
  name: string,
  display: string,
  writer: Writer,
  list: List | null,
): void {
  if (display === 'table-cell' || isInline(display)) return;
  if (display === 'table-row') startRow(writer);
  else breakAtLeast(writer, breaksAround(name, list));
  const level = headings.get(name);
  if (level) writer.pending.mark = `${numberBefore(writer)}${level} `;
  if (name === 'li' && list) writer.pending.mark = itemMark(element, list);
}

/** The number of an item that begins with a heading; a bullet would say nothing there. */
function numberBefore({ pending }: Writer): string {
  return pending.mark.endsWith('. ') ? pending.mark : '';
}

export function close(name: string, display: string, writer: Writer, list: List | null): void {
  if (display === 'table-cell') endCell(writer);
  else if (display === 'table-row') startRow(writer);
  else if (!isInline(display)) breakAtLeast(writer, breaksAround(name, list));
  // An item or heading without text gives its mark to nothing else.
  if (name === 'li' || isHeading(name)) writer.pending.mark = '';
}

function breaksAround(name: string, list: List | null): number {
  const isInnerList = list !== null && lists.has(name);
  return paragraphs.has(name) && !isInnerList ? 2 : 1;
}

/** The list that an element is, for its items; `outer` when it is none. */
export function listOf(element: Element, outer: List | null, bounds: Bounds): List | null {
  const name = nameOf(element);
  if (!lists.has(name)) return outer;
  const indent = outer ? `${outer.indent}  ` : '';
  const [style, isInOuter = false] = numberingOf(element, name === 'ol');
  const isReversed = declaredOf(element, 'reversed') !== null;
  const list: List = {
    next: null,
    step: isReversed ? -1 : 1,
    style: style ?? '',
    indent,
    before: isInOuter && outer?.last ? `${outer.last}.` : '',
    last: '',
  };
  if (style === null) return list;
  const first = isReversed ? itemsFrom(firstChildOf(element), null).length : 1;
  list.next = numberIn(element, 'start') ?? first;
  for (const item of itemsFrom(firstChildOf(element), bounds.firstChild(element)))
    count(item, list);
  return list;
}

/** How it is written, and whether behind that of the item that the list is in. */
type Numbering = readonly [style: string | null, isInOuter?: boolean];

/** How the items of a list are numbered; null where no numbers are shown, not even drawn: many have some in their texts. */
function numberingOf(list: Element, isOrdered: boolean): Numbering {
  const item = findIn(list, 'li') ?? list;
  // What is laid out nowhere has no style.
  const style = getComputedStyle(item).listStyleType || attributeOf(list, 'type');
  if (style === 'none') return counterOf(item);
  return [!isOrdered || /^(?:disc|circle|square|")/.test(style) ? null : style];
}

/** Elements that are looked into: what an item begins with may have the number. */
const deepest = 3;

/** How a number is drawn that an item begins with. */
function counterOf(item: Element): Numbering {
  let start: Element | null = item;
  for (let depth = 0; depth < deepest && start; depth += 1) {
    const { content } = getComputedStyle(start, '::before');
    const [all, told = 'decimal'] = /counters?\([^)]*?(?:, ([a-z-]+))?\)/.exec(content) ?? [];
    if (all) return [told, /counters|r\(.*r\(/.test(content)];
    start = firstElementOf(start);
  }
  return [null];
}

/** The items of a list up to a node. */
function itemsFrom(first: Node | null, end: Node | null): readonly Element[] {
  const items: Element[] = [];
  for (let node = first; node && node !== end; node = nextSiblingOf(node)) {
    if (isElement(node) && nameOf(node) === 'li') items.push(node);
  }
  return items;
}

/** The number of an item, which the next one follows. */
function count(item: Element, list: List): number {
  const own = numberIn(item, 'value') ?? list.next ?? 1;
  list.next = own + list.step;
  return own;
}

function numberIn(element: Element, name: 'start' | 'value'): number | null {
  const number = Number.parseInt(attributeOf(element, name), 10);
  return Number.isNaN(number) ? null : number;
}

function itemMark(item: Element, list: List): string {
  if (list.next === null) return `${list.indent}- `;
  list.last = list.before + numeral(count(item, list), list.style);
  return `${list.indent}${list.last}. `;
}
