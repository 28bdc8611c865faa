import type { Steps } from '../core/steps';
import { areApart, type Edge } from './apart';
import { type Bounds, boundsOf, commonOf, type Ends, holderOf } from './bounds';
import {
  endCellOf,
  endRowOf,
  isInRow,
  startCellOf,
  startFirstRow,
  startRowOf,
  tableIn,
} from './cells';
import { signOfLine } from './diff-sign';
import { displayOf, isBetweenBoxes } from './display';
import { hasWords, isDrawing, isInDrawing } from './drawing';
import { endEmptyLine } from './empty-line';
import { loseTrack } from './extract/children';
import { closeFence, fenceAt, isLanguageLabel, openFence } from './fence';
import { insteadOf, writeInstead } from './instead';
import { writeLabel } from './label';
import { type Around, isShown, type Level, nextIn, outermost, restOf } from './levels';
import { close, isInline, listOf, open, sideMark } from './marks';
import { isMasked } from './masked';
import { isElement, isText, nameOf, shownParentOf } from './pristine';
import { isSelectable } from './selectable';
import { startCellText } from './short-cell';
import {
  breakLine,
  closeMark,
  isFull,
  linesOf,
  startRow,
  touches,
  type Writer,
  write,
} from './writer';

interface Walk {
  readonly writer: Writer;
  readonly bounds: Bounds;
  readonly path: Level[];
  /** What stands between the last text and the next. */
  edges: Edge[];
  secret: boolean;
  lost: boolean;
}

/** What cannot be told by the text that was read. */
export interface Read {
  /** Whether something was left out because it must not be read. */
  readonly secret: boolean;
  /** Whether some of it was gone before it could be read. */
  readonly lost: boolean;
}

/** Writes what a reader sees selected between two ends, on a line of its own, or in the row that is being written. */
export function* readRange(ends: Ends, writer: Writer, inRow: boolean): Steps<Read> {
  const common = commonOf(ends);
  const root = common && !isElement(common) ? shownParentOf(common) : common;
  const walk: Walk = {
    writer,
    bounds: boundsOf(ends),
    path: [],
    edges: [],
    secret: false,
    lost: false,
  };
  if (!root || !isElement(root)) return walk;
  if (!inRow) startRow(writer);
  // Within one element there is nothing to mark.
  const around = { selectable: isSelectable(root), drawing: isInDrawing(root) };
  push(walk, root, '', { ...outermost, ...around });
  yield* finish(walk);
  return walk;
}

/** Nodes that are read before there may be a pause. */
const stride = 64;

/** Reads on until everything that was entered has been left: without recursion, since pages nest as deep as they like. */
function* finish(walk: Walk): Steps<void> {
  const { writer, path } = walk;
  let steps = 0;
  for (let level = path.at(-1); level; level = path.at(-1)) {
    steps += 1;
    if (steps % stride === 0 && (yield)) walk.lost = loseTrack(path) || walk.lost;
    const node = nextIn(level);
    if (node && !isFull(writer)) {
      if (isElement(node)) enter(walk, node, level);
      else if (isText(node) && isShown(level)) writeText(walk, node, level);
      continue;
    }
    if (node) writer.cut += yield* restOf(level, node);
    path.pop();
    leave(level, writer);
    if (isInline(level.display)) walk.edges.push([level.element, level.name, 'end']);
  }
}

function writeText(walk: Walk, text: Text, { preserve, lines, display }: Level): void {
  const { writer, bounds, edges } = walk;
  const data = bounds.data(text);
  if (data === '' || (preserve && isBetweenBoxes(data, display))) return;
  if (touches(writer) && areApart(edges, writer.last, data, preserve)) writer.pending.space = true;
  if (edges.length > 0) walk.edges = [];
  write(writer, lines ? linesOf(data) : data, preserve);
}

function enter(walk: Walk, element: Element, around: Around & Partial<Level>): void {
  const name = nameOf(element);
  const { writer } = walk;
  if (around.closed && name !== 'summary') return;
  if (around.code && name === 'div' && isLanguageLabel(element)) return;
  const instead = around.visible && around.selectable ? insteadOf(element, name) : null;
  if (instead) {
    writeInstead(writer, instead, element, name);
    walk.edges = [];
    return;
  }
  if (instead === '' || !hasWords(element, name, around.drawing)) {
    walk.edges.push([element, name, null]);
    return;
  }
  if (name === 'br') breakLine(writer);
  else push(walk, element, name, around);
}

function push(walk: Walk, element: Element, name: string, outer: Around): void {
  const { writer, bounds, path } = walk;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.contentVisibility === 'hidden') return;
  const display = displayOf(element, name, style, outer);
  if (display === 'none') return;
  const masked = isMasked(style);
  walk.secret ||= masked;
  const holder = holderOf(element);
  const level: Level = {
    element,
    name,
    display,
    outer,
    visible: !masked && !/^(?:hidden|collapse)$/.test(style.visibility),
    selectable: style.userSelect === 'auto' ? outer.selectable : style.userSelect !== 'none',
    preserve: /^(pre|break)/.test(style.whiteSpace),
    lines: style.whiteSpace === 'pre-line',
    list: outer.code || name === 'pre' ? null : listOf(element, outer.list, bounds),
    table: tableIn(name, display, outer.table),
    row: isInRow(display, outer),
    code: outer.code || name === 'pre',
    fence: name === 'pre' && !outer.code ? fenceAt(writer, element) : null,
    drawing: isDrawing(name, outer.drawing),
    closed: name === 'details' && !(element as HTMLDetailsElement).open,
    next: bounds.firstChild(holder),
    end: bounds.endChild(holder),
    slotted: name === 'slot' ? bounds.slotted(element) : [],
    at: 0,
    start: writer.out.length,
    lead: writer.lead,
    isOneLine: writer.isOneLine,
  };
  if (name !== '') mark(level, writer);
  if (isInline(display)) walk.edges.push([element, name, 'start']);
  path.push(level);
}

/** What comes before the text of an element. */
function mark({ element, name, display, fence, outer, next }: Level, writer: Writer): void {
  if (display === 'table-row' && outer.table) startRowOf(outer.table, element);
  open(element, name, display, writer, outer.list);
  if (display === 'table-row' && outer.table) startFirstRow(outer.table, element, next, writer);
  if (display === 'table-cell') {
    if (outer.table) startCellOf(outer.table, writer);
    startCellText(writer, element, true);
  }
  if (name === 'blockquote') writer.lead += '> ';
  if (fence) openFence(writer, element, fence);
  else writer.pending.mark += sideMark(element, name);
  if (outer.code) writer.pending.mark += signOfLine(element);
}

function leave(level: Level, writer: Writer): void {
  const { element, name, display, fence, outer } = level;
  if (fence) closeFence(writer, element, level.start, fence);
  else closeMark(writer, level.start, sideMark(element, name));
  if (writer.out.length === level.start) {
    endEmptyLine(writer, element, display, outer.code);
    writeLabel(writer, element, display);
  }
  writer.lead = level.lead;
  writer.isOneLine = level.isOneLine;
  if (name !== '') close(name, display, writer, outer.list);
  if (display === 'table-cell' && outer.table) endCellOf(outer.table, element, writer);
  if (display === 'table-row' && outer.table) endRowOf(outer.table);
}
