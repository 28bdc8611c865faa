import type { Bounds } from './bounds';
import { attributeOf, isElement, nameOf, previousSiblingOf } from './pristine';
import { breakAtLeast, endCell, startRow, type Writer } from './writer';

export interface List {
  /** Number of the next item; null when the items have none. */
  next: number | null;
  readonly indent: string;
}

const paragraphs = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol dl figure section article main'.split(' '),
);
const headings = new Map(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((h, n) => [h, '#'.repeat(n + 1)]),
);
/** Whether what is displayed so runs with the text around it: few values are on a page many times. */
const inline = new Map<string, boolean>();

export function isInline(display: string): boolean {
  const known = inline.get(display);
  if (known !== undefined) return known;
  const found = /^(inline|contents|ruby|$)/.test(display);
  inline.set(display, found);
  return found;
}

/** What comes before an element's text: line breaks and a light mark. */
export function open(name: string, display: string, writer: Writer, list: List | null): void {
  if (display === 'table-cell' || isInline(display)) return;
  if (display === 'table-row') startRow(writer);
  else breakAtLeast(writer, breaksAround(name, list));
  const level = headings.get(name);
  if (level) writer.pending.mark = `${level} `;
  if (name === 'li' && list) writer.pending.mark = itemMark(list);
}

export function close(name: string, display: string, writer: Writer, list: List | null): void {
  if (display === 'table-cell') endCell(writer);
  else if (display === 'table-row') startRow(writer);
  else if (!isInline(display)) breakAtLeast(writer, breaksAround(name, list));
  // An item or heading without text gives its mark to nothing else.
  if (name === 'li' || headings.has(name)) writer.pending.mark = '';
}

function breaksAround(name: string, list: List | null): number {
  const isInnerList = list !== null && (name === 'ul' || name === 'ol');
  return paragraphs.has(name) && !isInnerList ? 2 : 1;
}

/** The list that an element is, for its items; `outer` when it is none. */
export function listOf(element: Element, outer: List | null, bounds: Bounds): List | null {
  const name = nameOf(element);
  if (name !== 'ul' && name !== 'ol') return outer;
  const indent = outer ? `${outer.indent}  ` : '';
  if (name === 'ul') return { next: null, indent };
  const start = Number.parseInt(attributeOf(element, 'start'), 10);
  return {
    next: (Number.isNaN(start) ? 1 : start) + itemsBefore(bounds.firstChild(element)),
    indent,
  };
}

function itemsBefore(node: Node | null): number {
  let count = 0;
  for (let before = node; before; before = previousSiblingOf(before)) {
    if (before !== node && isElement(before) && nameOf(before) === 'li') count += 1;
  }
  return count;
}

function itemMark(list: List): string {
  if (list.next === null) return `${list.indent}- `;
  list.next += 1;
  return `${list.indent}${list.next - 1}. `;
}
