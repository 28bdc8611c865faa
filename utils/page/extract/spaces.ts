import type { Kind } from './tags';
import { type Piece, pieceAt, type Tape } from './tape';

/** White space that would be lost, */
const wide = /\n|\s\s/;
/** and any at all: a word of a program, most of what is in `pre`, has none. */
export const spaced = /\s/;

/** Whether the text at a place on the tape has white space that may count, beside others of its block or within it. */
export function isShaped(tape: Tape, before: number, at: number): boolean {
  const { data, block } = tape.items[at] as Piece;
  if (data.startsWith('  ') || data.startsWith('\t') || wide.test(data.trim())) return true;
  const isLed = wide.test(data.slice(0, 2)) && isOf(block, tape, before);
  if (isLed && data.trim() !== '') return true;
  return (isLed || wide.test(data.slice(-2))) && !isLast(tape, at);
}

/** Whether the text at a place is the last of its block, and what ends that does not run with it where it is written. */
export function isLast(tape: Tape, at: number): boolean {
  let next = at + 1;
  while (tape.kinds[next]) next += 1;
  return !isOf((tape.items[at] as Piece).block, tape, next) && !mayRun(tape.kinds[at + 1]);
}

/** Whether there is no word in the element at a place, and no other that could be a line. */
export function isBare(tape: Tape, place: number): boolean {
  const end = tape.ends[place] as number;
  if (end > place + 4) return false;
  for (let at = place + 1; at < end; at += 1) {
    const isNone = pieceAt(tape, at)?.block === -1;
    if (!isNone && !tape.kinds[at]?.inline) return false;
  }
  return true;
}

/** A picture may be one of a face, and what may be displayed in any way may be in the line. */
function mayRun(kind: Kind | null | undefined): boolean {
  return kind?.tag === 'img' || kind?.display === null;
}

function isOf(block: number, tape: Tape, place: number): boolean {
  return pieceAt(tape, place)?.block === block;
}

/** Between elements of a page's source there is a line break; without one, it may be what a line of code begins with. */
export function isIndent(blank: string): boolean {
  const first = blank[0] as string;
  if (first !== '\t' && !(first === ' ' && blank.length > 1)) return false;
  return blank === first.repeat(blank.length);
}
