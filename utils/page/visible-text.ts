import { createWriter, type Part, type Writer } from './writer';

export interface Reading extends Part {
  readonly articles: readonly Part[];
  readonly mains: readonly Part[];
}

interface Walk {
  readonly writer: Writer;
  readonly articles: Part[];
  readonly mains: Part[];
}

interface Around {
  readonly visible: boolean;
  readonly preserve: boolean;
  readonly depth: number;
  readonly list: List | null;
}

interface List {
  /** Number of the next item; null when the items have none. */
  next: number | null;
  readonly indent: string;
}

const skipped = new Set(
  'script style noscript template nav svg iframe frame object embed canvas audio video select textarea input'.split(
    ' ',
  ),
);
const paragraphs = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol dl figure section article main'.split(' '),
);
const inline = /^(inline|contents|ruby)/;
// Deeper trees come from scripts that mean harm, and would overflow the stack.
const depthLimit = 600;

/**
 * The text that a reader sees below `root`, with line breaks and light marks for headings and lists. It stops at `limit`
 * UTF-16 units, or when `isLate`, and only counts what is left.
 */
export function readText(root: Element, limit: number, isLate: () => boolean): Reading {
  const walk: Walk = { writer: createWriter(limit, isLate), articles: [], mains: [] };
  const start = walk.writer.here();
  readElement(root, walk, { visible: true, preserve: false, depth: 0, list: null });
  return { ...walk.writer.since(start), articles: walk.articles, mains: walk.mains };
}

function readElement(element: Element, walk: Walk, around: Around): void {
  const { writer } = walk;
  const name = element.localName;
  const role = element.getAttribute('role');
  if (skipped.has(name) || role === 'navigation' || around.depth > depthLimit) return;
  if (name === 'br') writer.breakLine();
  else if (writer.isFull()) readChildren(element, walk, { ...around, depth: around.depth + 1 });
  else readVisible(element, walk, around);
}

function readVisible(element: Element, walk: Walk, around: Around): void {
  const { writer } = walk;
  const name = element.localName;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.contentVisibility === 'hidden') return;
  const start = writer.here();
  open(name, style.display, writer, around.list);
  readChildren(element, walk, {
    visible: style.visibility === 'visible',
    preserve: /^(pre|break)/.test(style.whiteSpace),
    depth: around.depth + 1,
    list: name === 'ul' || name === 'ol' ? listOf(element, around.list) : around.list,
  });
  close(name, style.display, writer);
  if (name === 'article') walk.articles.push(writer.since(start));
  if (name === 'main' || element.getAttribute('role') === 'main')
    walk.mains.push(writer.since(start));
}

function readChildren(element: Element, walk: Walk, around: Around): void {
  const closed = element.localName === 'details' && !element.hasAttribute('open');
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isElement(node)) {
      if (!closed || node.localName === 'summary') readElement(node, walk, around);
    } else if (isText(node) && around.visible && !closed) {
      walk.writer.text(node.data, around.preserve);
    }
  }
}

function open(name: string, display: string, writer: Writer, list: List | null): void {
  if (display === 'table-cell' || inline.test(display)) return;
  if (display === 'table-row') writer.startRow();
  else writer.atLeast(paragraphs.has(name) && !(list && /^[uo]l$/.test(name)) ? 2 : 1);
  if (/^h[1-6]$/.test(name)) writer.mark(`${'#'.repeat(Number(name[1]))} `);
  if (name === 'li' && list) writer.mark(`${list.indent}${itemMark(list)}`);
}

function close(name: string, display: string, writer: Writer): void {
  if (display === 'table-cell') writer.endCell();
  else if (display === 'table-row') writer.startRow();
  else if (!inline.test(display)) writer.atLeast(paragraphs.has(name) ? 2 : 1);
}

function listOf(element: Element, outer: List | null): List {
  const start = Number(element.getAttribute('start') ?? 1);
  const ordered = element.localName === 'ol' && Number.isInteger(start);
  return { next: ordered ? start : null, indent: outer ? `${outer.indent}  ` : '' };
}

function itemMark(list: List): string {
  if (list.next === null) return '- ';
  list.next += 1;
  return `${list.next - 1}. `;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}
