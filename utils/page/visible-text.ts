import { type Bounds, boundsOf, unbounded } from './bounds';
import { close, type List, listOf, open } from './marks';
import { breakAtLeast, breakLine, isFull, type Part, since, type Writer, write } from './writer';

export interface Reading {
  readonly whole: Part;
  readonly articles: readonly Part[];
  readonly mains: readonly Part[];
}

interface Walk {
  readonly writer: Writer;
  readonly bounds: Bounds;
  readonly kind: 'page' | 'selection';
  readonly articles: Part[];
  readonly mains: Part[];
}

interface Around {
  readonly visible: boolean;
  readonly selectable: boolean;
  readonly preserve: boolean;
  readonly list: List | null;
  readonly depth: number;
}

const never = new Set(
  'script style noscript template svg iframe frame object embed canvas audio video select textarea input'.split(
    ' ',
  ),
);
// Deeper trees come from scripts that mean harm, and would overflow the stack.
const depthLimit = 600;
const outermost: Around = {
  visible: true,
  selectable: true,
  preserve: false,
  list: null,
  depth: 0,
};

/** Writes the text that a reader sees below `root`, without navigation, and finds its parts. */
export function readPage(root: Element, writer: Writer): Reading {
  const walk: Walk = { writer, bounds: unbounded, kind: 'page', articles: [], mains: [] };
  readElement(root, walk, outermost);
  return {
    whole: { text: writer.out, cut: writer.cut },
    articles: walk.articles,
    mains: walk.mains,
  };
}

/** Writes what a reader sees selected by a range. */
export function readRange(range: Range, writer: Writer): void {
  const ancestor = range.commonAncestorContainer;
  const root = isElement(ancestor) ? ancestor : ancestor.parentElement;
  if (!root) return;
  const bounds = boundsOf(range);
  const walk: Walk = { writer, bounds, kind: 'selection', articles: [], mains: [] };
  breakAtLeast(writer, 1);
  readChildren(root, walk, inside(root, walk, { ...outermost, selectable: isSelectable(root) }));
}

// Firefox computes `auto` below an element that says `none`.
function isSelectable(element: Element | null): boolean {
  if (!element) return true;
  const { userSelect } = getComputedStyle(element);
  return userSelect === 'auto' ? isSelectable(element.parentElement) : userSelect !== 'none';
}

function inside(
  element: Element,
  walk: Walk,
  around: Around,
  style = getComputedStyle(element),
): Around {
  // Asked for where it matters only: each property that is read costs microseconds.
  const userSelect = walk.kind === 'selection' ? style.userSelect : 'auto';
  return {
    visible: style.visibility !== 'hidden' && style.visibility !== 'collapse',
    selectable: userSelect === 'auto' ? around.selectable : userSelect !== 'none',
    preserve: /^(pre|break)/.test(style.whiteSpace),
    list: listOf(element, around.list, walk.bounds),
    depth: around.depth + 1,
  };
}

function readElement(element: Element, walk: Walk, around: Around): void {
  const name = element.localName;
  if (never.has(name) || around.depth > depthLimit) return;
  if (walk.kind === 'page' && isNavigation(element)) return;
  if (name === 'br') breakLine(walk.writer);
  else readVisible(element, walk, around);
}

function readVisible(element: Element, walk: Walk, around: Around): void {
  const { writer } = walk;
  const name = element.localName;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.contentVisibility === 'hidden') return;
  const { out, cut } = writer;
  open(name, style.display, writer, around.list);
  readChildren(element, walk, inside(element, walk, around, style));
  close(name, style.display, writer, around.list);
  if (name === 'article') walk.articles.push(since(writer, { out, cut }));
  if (name === 'main' || element.getAttribute('role') === 'main') {
    walk.mains.push(since(writer, { out, cut }));
  }
}

function readChildren(parent: Element, walk: Walk, around: Around): void {
  const { bounds, writer } = walk;
  const closed = parent.localName === 'details' && !parent.hasAttribute('open');
  const shown = around.visible && around.selectable && !closed;
  const end = bounds.endChild(parent);
  for (let node = bounds.firstChild(parent); node && node !== end; node = node.nextSibling) {
    if (isFull(writer)) {
      writer.cut += lengthBetween(node, end, parent);
      return;
    }
    if (isElement(node)) {
      if (!closed || node.localName === 'summary') readElement(node, walk, around);
    } else if (isText(node) && shown) {
      write(writer, bounds.data(node), around.preserve);
    }
  }
}

// About: what nobody sees is counted too, because a closer look at each node would take too long.
function lengthBetween(start: Node, end: Node | null, parent: Element): number {
  const rest = parent.ownerDocument.createRange();
  rest.setStartBefore(start);
  if (end) rest.setEndBefore(end);
  else rest.setEnd(parent, parent.childNodes.length);
  return rest.toString().length;
}

function isNavigation(element: Element): boolean {
  return element.localName === 'nav' || element.getAttribute('role') === 'navigation';
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}
