import { createWriter, type Writer } from './writer';

export interface Part {
  readonly text: string;
  /** UTF-16 units left out because the limit, or the time, was reached. */
  readonly cut: number;
}

export interface Reading extends Part {
  readonly articles: readonly Part[];
  readonly mains: readonly Part[];
}

interface Walk {
  readonly writer: Writer;
  readonly articles: Part[];
  readonly mains: Part[];
}

interface Surroundings {
  readonly visible: boolean;
  readonly preserve: 'none' | 'lines' | 'all';
}

const skipped = new Set(
  'script style noscript template nav svg math iframe frame object embed canvas audio video select textarea input button head dialog'.split(
    ' ',
  ),
);
const inline = /^(inline|contents|ruby)/;
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table', 'ul', 'ol', 'dl', 'figure', 'section', 'article', 'main']);

/**
 * The text that a reader sees below `root`, with line breaks and light marks for headings and lists. Stops reading at
 * `limit` UTF-16 units or after `timeMs`, and only counts what is left.
 */
export function readText(root: Element, limit: number, timeMs = 1000): Reading {
  const walk: Walk = { writer: createWriter(limit, timeMs), articles: [], mains: [] };
  readElement(root, walk, { visible: true, preserve: 'none' });
  return { ...walk.writer.since({ start: 0, left: 0 }), articles: walk.articles, mains: walk.mains };
}

function readElement(element: Element, walk: Walk, around: Surroundings): void {
  const name = element.localName;
  if (skipped.has(name) || element.getAttribute('role') === 'navigation') return;
  if (name === 'br') return walk.writer.line(1);
  if (walk.writer.isFull()) return readChildren(element, walk, around);
  const style = getComputedStyle(element);
  if (style.display === 'none') return;
  const inside = { visible: style.visibility === 'visible', preserve: preserved(style.whiteSpace) };
  const start = walk.writer.mark();
  open(element, style.display, walk.writer);
  readChildren(element, walk, inside);
  close(element, style.display, walk.writer);
  const list = partsOf(element, walk);
  list?.push(walk.writer.since(start));
}
