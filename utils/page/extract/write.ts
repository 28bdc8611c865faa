import { unbounded } from '../bounds';
import { endCellOf, endRowOf, newTable, startCellOf, startRowOf, type Table } from '../cells';
import { closeFence, fenceOf } from '../fence';
import { insteadOf } from '../instead';
import { close, type List, listOf, open } from '../marks';
import { isText, nameOf, nodeTypeOf, previousSiblingOf } from '../pristine';
import { breakLine, isFull, type Writer, write } from '../writer';
import { type Children, firstIn, loseTrack, nextOf, restIn } from './children';
import type { Steps } from './steps';
import { type Kind, kindOf } from './tags';

/** What is written of a page. */
export interface Kept {
  readonly texts: ReadonlySet<Text>;
  /** Elements in which there is none of these texts, though there are others. */
  readonly dropped: ReadonlySet<Element>;
  /** Where the text of the frames is that were read. */
  readonly frames: ReadonlyMap<Element, Element>;
}

/** Where the walk is: an element that is open, and the children that are left. */
interface Level extends Children {
  readonly name: string;
  readonly display: string;
  readonly outerList: List | null;
  readonly list: List | null;
  readonly outerTable: Table | null;
  readonly table: Table | null;
  /** Whether white space counts; null as long as nobody needed to know. */
  preserve: boolean | null;
  /** What the writer had before. */
  readonly start: number;
  readonly lead: string;
}

function displayOf(element: Element, { display }: Kind): string {
  if (display !== null) return display;
  return isAmongWords(element) ? 'inline' : getComputedStyle(element).display;
}

/** Whether there is a text and a space right before it: then it hardly is a line of its own, and its words are parted. */
function isAmongWords(element: Element): boolean {
  const before = previousSiblingOf(element);
  return (
    before !== null && isText(before) && before.data.trim() !== '' && before.data.endsWith(' ')
  );
}

/** Whether the text has white space within that would be lost. */
function isShaped(data: string): boolean {
  const inner = data.trim();
  return inner.includes('\n') || /\s\s/.test(inner);
}

/** Nodes that are written before there may be a pause. */
const stride = 64;

/** Writes the kept texts below `root` with the marks of what they are in. Needs no recursion. */
export function* writeKept(kept: Kept, root: Element, writer: Writer): Steps<void> {
  const path: Level[] = [];
  enter(path, root, kept, writer);
  while (path.length > 0) {
    writeOn(path, kept, writer);
    if (yield) loseTrack(path);
  }
}

/** Goes on for up to `stride` nodes. */
function writeOn(path: Level[], kept: Kept, writer: Writer): void {
  for (let steps = 0; steps < stride && path.length > 0; steps += 1) {
    const level = path[path.length - 1] as Level;
    const node = isFull(writer) ? null : nextOf(level);
    if (node) visit(path, level, node, kept, writer);
    else {
      path.pop();
      leave(level, writer);
    }
  }
}

function visit(path: Level[], level: Level, node: Node, kept: Kept, writer: Writer): void {
  const type = nodeTypeOf(node);
  if (type === 3) {
    const text = node as Text;
    if (!kept.texts.has(text)) return;
    const { data } = text;
    write(writer, data, preserves(level, data));
  } else if (type === 1) enter(path, node as Element, kept, writer);
}

function preserves(level: Level, data: string): boolean {
  if (level.preserve === null && isShaped(data)) level.preserve = asked(level.element, false);
  return level.preserve ?? false;
}

/** `usually`: what holds where nothing is laid out, and so no style is known. */
function asked(element: Element, usually: boolean): boolean {
  const { whiteSpace } = getComputedStyle(element);
  return whiteSpace === '' ? usually : /^(pre|break)/.test(whiteSpace);
}

function enter(path: Level[], element: Element, kept: Kept, writer: Writer): void {
  if (kept.dropped.has(element)) return;
  const name = nameOf(element);
  // Formulas and notes; pictures of a page are too often decoration.
  const instead = name === 'img' ? null : insteadOf(element, name);
  if (instead) write(writer, instead, false);
  if (instead !== null) return;
  const kind = kindOf(name);
  if (kind.unread) {
    const inside = kind.frame ? kept.frames.get(element) : undefined;
    if (inside) enter(path, inside, kept, writer);
    return;
  }
  if (name === 'br') {
    breakLine(writer);
    return;
  }
  const display = displayOf(element, kind);
  if (display === 'none') return;
  const outer = path.at(-1);
  const level: Level = {
    element,
    next: firstIn(element, kind),
    rest: restIn(element, name),
    at: 0,
    name,
    display,
    outerList: outer?.list ?? null,
    list: listOf(element, outer?.list ?? null, unbounded),
    outerTable: outer?.table ?? null,
    table: name === 'table' ? newTable() : (outer?.table ?? null),
    preserve: name === 'pre' || outer?.preserve ? asked(element, true) : null,
    start: writer.out.length,
    lead: writer.lead,
  };
  mark(level, writer);
  path.push(level);
}

/** What comes before the text of an element. */
function mark({ element, name, display, outerList, outerTable }: Level, writer: Writer): void {
  if (name === 'tr' && outerTable) startRowOf(outerTable);
  open(name, display, writer, outerList);
  if (display === 'table-cell' && outerTable) startCellOf(outerTable, writer);
  if (name === 'blockquote') writer.lead += '> ';
  if (name === 'pre') writer.pending.mark += fenceOf(element);
}

function leave(level: Level, writer: Writer): void {
  const { element, name, display, outerList, outerTable } = level;
  if (name === 'pre') closeFence(writer, level.start);
  writer.lead = level.lead;
  close(name, display, writer, outerList);
  if (display === 'table-cell' && outerTable) endCellOf(outerTable, element, writer);
  if (name === 'tr' && outerTable) endRowOf(outerTable);
}
