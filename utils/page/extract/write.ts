import type { Steps } from '../../core/steps';
import { unbounded } from '../bounds';
import { displayInTable, isInRow } from '../cells';
import { signOfLine } from '../diff-sign';
import { isBetweenBoxes } from '../display';
import { isEmptyLine } from '../empty-line';
import { fenceAt, isLanguageLabel } from '../fence';
import { insteadOf, lettered, writeInstead } from '../instead';
import { writeLabel } from '../label';
import { isInline, listOf, sideMark } from '../marks';
import { breakLine, isFull, linesOf, touches, type Writer, write } from '../writer';
import { areCellsCounted, isCounted, unseen } from './counted';
import { type Level, leave, mark, tableOf } from './open';
import { passPicture } from './picture';
import { isBare, isLast, isShaped, spaced } from './spaces';
import { areStyledRows } from './styled-rows';
import { displayOf, isTextMasked, keepsSpace, type Styles, styleOf } from './styles';
import type { Kind } from './tags';
import { elementAt, isHollow, type Piece, type Tape } from './tape';
import { isSpaced, tear } from './torn';

/** What is written of a page. */
export interface Kept {
  readonly tape: Tape;
  /** Of each block, whether it is; null for all. */
  readonly blocks: readonly boolean[] | null;
  /**
   * 1 where an element is on the tape in which there is none of these blocks, though there are others; `unseen` where it is
   * not displayed.
   */
  readonly dropped: Uint8Array;
}

interface Writing extends Kept {
  readonly writer: Writer;
  readonly styles: Styles;
  /** From the outermost to the innermost. */
  readonly path: Level[];
  /** Where the last text was, or what was written otherwise. */
  before: number;
}

/** Nodes that are written before there may be a pause. */
const stride = 64;

/** Writes the kept blocks with the marks of what they are in. Needs no recursion. */
export function* writeKept(kept: Kept, writer: Writer): Steps<void> {
  const { length } = kept.tape.items;
  const writing: Writing = { ...kept, writer, styles: new Map(), path: [], before: -1 };
  let at = 0;
  while (at < length && !writer.full) {
    at = writeOn(writing, at, Math.min(length, at + stride));
    // A long page has more elements than are worth remembering.
    writing.styles.clear();
    yield;
  }
  leaveUpTo(writing, length);
}

/** Goes on from `at` to `stop`, or beyond where what begins before it is dropped. Where it is then. */
function writeOn(writing: Writing, at: number, stop: number): number {
  const { tape, blocks, writer } = writing;
  let place = at;
  while (place < stop && !isFull(writer)) {
    leaveUpTo(writing, place);
    const kind = tape.kinds[place];
    if (kind) {
      place = goInto(writing, place, kind);
      continue;
    }
    const piece = tape.items[place] as Piece;
    if (piece.block >= 0 && (!blocks || blocks[piece.block])) writeText(writing, piece, place);
    place += 1;
  }
  return place;
}

/** Enters an element, if it is kept or counted. Where to go on. */
function goInto(writing: Writing, place: number, kind: Kind): number {
  const { tape, dropped, path } = writing;
  const left = dropped[place];
  const isMet =
    !left || (left !== unseen && isCounted(tape, place, path[path.length - 1]?.counted));
  const isEntered = isMet && enter(writing, place, kind) && (!left || kind.tag === 'tr');
  return isEntered ? place + 1 : (tape.ends[place] as number);
}

/** Leaves what ends before a place. */
function leaveUpTo({ path, writer }: Writing, place: number): void {
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const level = path[at] as Level;
    if (level.end > place) return;
    path.pop();
    leave(level, writer);
  }
}

function writeText(writing: Writing, { data, place }: Piece, at: number): void {
  const { tape, writer, path, styles, before } = writing;
  const level = path[path.length - 1] as Level;
  const element = elementAt(tape, place);
  const isOwn = element === level.element;
  // Asked here and not where it is read: most of what is read is not written.
  if (isTextMasked(styles, element)) return;
  tear(writer, styles, tape, before, at, level.preserve ?? false);
  writing.before = at;
  const isAsked = level.preserve ? spaced.test(data) : isShaped(tape, before, at);
  const style = isAsked ? styleOf(styles, element) : null;
  const keeps = style !== null && preserves(level, isOwn, style);
  if (keeps && isBetweenBoxes(data, style.display)) return;
  // White space at the end of a block is none; that of a block of code is before its fence.
  const text = keeps && level.name !== 'pre' && isLast(tape, at) ? data.trimEnd() : data;
  if (text !== '') write(writer, style?.whiteSpace === 'pre-line' ? linesOf(text) : text, keeps);
}

function preserves(level: Level, isOwn: boolean, style: CSSStyleDeclaration): boolean {
  if (!isOwn) return keepsSpace(style, level.preserve ?? false);
  level.preserve ??= keepsSpace(style, false);
  return level.preserve;
}

/** Whether what is in it is to be written as well. */
function enter(writing: Writing, place: number, kind: Kind): boolean {
  const { tape, writer, path, styles } = writing;
  const name = kind.tag;
  const element = elementAt(tape, place);
  const isCode = path[path.length - 1]?.code ?? false;
  if (isCode && name === 'div' && isLanguageLabel(element)) return false;
  // Formulas and notes; pictures of a page are too often decoration.
  const instead = name === 'img' ? lettered(element) : insteadOf(element, name);
  if (instead) {
    const isJoined = touches(writer) && !writer.last.endsWith(' ');
    if (isJoined && isSpaced([element, name, 'start'])) writer.pending.space = true;
    writeInstead(writer, instead, element, name);
    writing.before = place;
  }
  if (instead !== null || kind.unread) return false;
  if (name === 'br') breakLine(writer);
  if (name === 'img') passPicture(writer, styles, element as HTMLImageElement);
  if (name === 'br' || name === 'img') return false;
  const display = displayAt(writing, place, name);
  if (display === 'none') return false;
  const sign = isCode ? signOfLine(element) : '';
  // It has no marks, and nothing in it is written otherwise for it.
  if (isInline(display) && path.length > 0 && sideMark(element, name) === '') {
    if (kind.roled && isHollow(tape, place)) writeLabel(writer, element, display);
    writer.pending.mark += sign;
    return true;
  }
  const level = levelAt(writing, place, name, display);
  mark(level, writer);
  if (isBare(tape, place) && isEmptyLine(element, level.code)) breakLine(writer);
  writer.pending.mark += sign;
  path.push(level);
  return true;
}

function displayAt({ tape, path, styles }: Writing, place: number, name: string): string {
  const outer = path[path.length - 1];
  const told = displayInTable(name, displayOf(styles, tape, place), outer?.row ?? false);
  if (told !== 'block' || !outer?.parts) return told;
  if (outer.parts === 'rows') return 'table-row';
  const isCell = styleOf(styles, elementAt(tape, place)).display === 'table-cell';
  return isCell ? 'table-cell' : told;
}

function levelAt(writing: Writing, place: number, name: string, display: string): Level {
  const { tape, dropped, writer, path, styles } = writing;
  const element = elementAt(tape, place);
  const outer = path[path.length - 1];
  const outerList = outer?.list ?? null;
  const isRow = outer?.parts === 'rows';
  const code = name === 'pre' || (outer?.code ?? false);
  const mayHaveRows = !isRow && !code && display === 'block';
  return {
    element,
    name,
    end: tape.ends[place] as number,
    display,
    outerList,
    list: code ? null : listOf(element, outerList, unbounded),
    outerTable: outer?.table ?? null,
    table: tableOf(name, display, outer?.table ?? null),
    row: isInRow(display, outer ?? { row: false, code: false }),
    code,
    fence: name === 'pre' && !outer?.code ? fenceAt(writer, element) : null,
    parts: isRow ? 'cells' : mayHaveRows && areStyledRows(styles, tape, place) ? 'rows' : null,
    preserve: name === 'pre' || outer?.preserve ? keepsSpace(styleOf(styles, element), true) : null,
    left: dropped[place] !== 0 || (outer?.left ?? false),
    counted: display === 'table-row' && areCellsCounted(tape, dropped, place),
    start: writer.out.length,
    lead: writer.lead,
    isOneLine: writer.isOneLine,
  };
}
