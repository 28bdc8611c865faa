import { unbounded } from '../bounds';
import { endCellOf, endRowOf, newTable, startCellOf, startRowOf, type Table } from '../cells';
import { closeFence, fenceOf } from '../fence';
import { insteadOf } from '../instead';
import { close, isInline, type List, listOf, open } from '../marks';
import { isMasked } from '../masked';
import { breakLine, isFull, type Writer, write } from '../writer';
import type { Steps } from './steps';
import type { Kind } from './tags';
import { elementAt, type Piece, pieceAt, type Tape } from './tape';

/** What is written of a page. */
export interface Kept {
  readonly tape: Tape;
  /** Of each block, whether it is; null for all. */
  readonly blocks: readonly boolean[] | null;
  /** 1 where an element is on the tape in which there is none of these blocks, though there are others. */
  readonly dropped: Uint8Array;
}

/** An element that is open. */
interface Level {
  readonly element: Element;
  readonly name: string;
  /** The place after all that is in it. */
  readonly end: number;
  readonly display: string;
  readonly outerList: List | null;
  readonly list: List | null;
  readonly outerTable: Table | null;
  readonly table: Table | null;
  /** Whether white space counts; null as long as nobody needed to know. */
  preserve: boolean | null;
  /** Null as long as nobody needed to know. */
  style: CSSStyleDeclaration | null;
  /** What the writer had before. */
  readonly start: number;
  readonly lead: string;
}

function displayOf(tape: Tape, place: number, { display }: Kind): string {
  if (display !== null) return display;
  if (isAmongWords(tape, place) || isAllOfBlock(tape, place)) return 'inline';
  return getComputedStyle(elementAt(tape, place)).display;
}

/** Whether it is all that is in a block: then there is a break before and after it, be it displayed as it may. */
function isAllOfBlock({ kinds, ends }: Tape, place: number): boolean {
  const around = kinds[place - 1];
  return around?.display === 'block' && ends[place - 1] === ends[place];
}

/** Whether there is a text and a space right before it: then it hardly is a line of its own, and its words are parted. */
function isAmongWords(tape: Tape, place: number): boolean {
  const before = pieceAt(tape, place - 1);
  if (!before?.data.endsWith(' ') || before.data.trim() === '') return false;
  return (tape.ends[before.place] as number) > place;
}

/** White space within a text that would be lost. */
const shaped = /\S(?:\n|\s{2,})\S/;

/** Nodes that are written before there may be a pause. */
const stride = 64;

/** Writes the kept blocks with the marks of what they are in. Needs no recursion. */
export function* writeKept(kept: Kept, writer: Writer): Steps<void> {
  const path: Level[] = [];
  const { length } = kept.tape.items;
  let at = 0;
  while (at < length && !writer.full) {
    at = writeOn(path, at, Math.min(length, at + stride), kept, writer);
    yield;
  }
  leaveUpTo(path, length, writer);
}

/** Goes on from `at` to `stop`, or beyond where what begins before it is dropped. Where it is then. */
function writeOn(path: Level[], at: number, stop: number, kept: Kept, writer: Writer): number {
  const { tape, blocks, dropped } = kept;
  let place = at;
  while (place < stop && !isFull(writer)) {
    leaveUpTo(path, place, writer);
    const kind = tape.kinds[place];
    if (kind) {
      const isEntered = !dropped[place] && enter(path, tape, place, kind, writer);
      place = isEntered ? place + 1 : (tape.ends[place] as number);
      continue;
    }
    const piece = tape.items[place] as Piece;
    if (piece.block >= 0 && (!blocks || blocks[piece.block])) {
      writeText(path[path.length - 1] as Level, elementAt(tape, piece.place), piece.data, writer);
    }
    place += 1;
  }
  return place;
}

/** Leaves what ends before a place. */
function leaveUpTo(path: Level[], place: number, writer: Writer): void {
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const level = path[at] as Level;
    if (level.end > place) return;
    path.pop();
    leave(level, writer);
  }
}

function writeText(level: Level, element: Element, data: string, writer: Writer): void {
  const isOwn = element === level.element;
  // Asked here and not where it is read: most of what is read is not written, and the question is dear.
  const style = (isOwn && level.style) || getComputedStyle(element);
  if (isOwn) level.style = style;
  if (isMasked(style)) return;
  const isAsked = level.preserve || shaped.test(data);
  write(writer, data, isAsked && preserves(level, isOwn, style));
}

function preserves(level: Level, isOwn: boolean, style: CSSStyleDeclaration): boolean {
  if (!isOwn) return keepsSpace(style, level.preserve ?? false);
  level.preserve ??= keepsSpace(style, false);
  return level.preserve;
}

/** `usually`: what holds where nothing is laid out, and so no style is known. */
function keepsSpace({ whiteSpace }: CSSStyleDeclaration, usually: boolean): boolean {
  return whiteSpace === '' ? usually : /^(pre|break)/.test(whiteSpace);
}

/** Whether what is in it is to be written as well. */
function enter(path: Level[], tape: Tape, place: number, kind: Kind, writer: Writer): boolean {
  const name = kind.tag;
  const element = elementAt(tape, place);
  // Formulas and notes; pictures of a page are too often decoration.
  const instead = name === 'img' ? null : insteadOf(element, name);
  if (instead) write(writer, instead, false);
  if (instead !== null || kind.unread) return false;
  if (name === 'br') {
    breakLine(writer);
    return false;
  }
  const display = displayOf(tape, place, kind);
  if (display === 'none') return false;
  // It has no marks, and nothing in it is written otherwise for it.
  if (isInline(display) && path.length > 0) return true;
  const outer = path.at(-1);
  const outerList = outer?.list ?? null;
  const level: Level = {
    element,
    name,
    end: tape.ends[place] as number,
    display,
    outerList,
    list: name === 'ul' || name === 'ol' ? listOf(element, outerList, unbounded) : outerList,
    outerTable: outer?.table ?? null,
    table: name === 'table' ? newTable() : (outer?.table ?? null),
    preserve:
      name === 'pre' || outer?.preserve ? keepsSpace(getComputedStyle(element), true) : null,
    style: null,
    start: writer.out.length,
    lead: writer.lead,
  };
  mark(level, writer);
  path.push(level);
  return true;
}

/** What comes before the text of an element. */
function mark({ element, name, display, outerList, outerTable }: Level, writer: Writer): void {
  if (name === 'tr' && outerTable) startRowOf(outerTable);
  open(element, name, display, writer, outerList);
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
