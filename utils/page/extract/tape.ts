import type { Kind } from './tags';

/** All that was met in reading, in document order: what is kept of it is written without a second look at the tree. */
export interface Tape {
  readonly items: (Element | Piece)[];
  /** What each element is; null for a piece. */
  readonly kinds: (Kind | null)[];
  /** For an element, the place after all that is in it; nothing for a piece. */
  readonly ends: number[];
}

/** A text as it was. */
export interface Piece {
  readonly data: string;
  /** Where the element is that it is in. */
  readonly place: number;
  /** The number of its block, −1 for none. */
  block: number;
}

export function newTape(): Tape {
  return { items: [], kinds: [], ends: [] };
}

/** Its place there. */
export function record({ items, kinds, ends }: Tape, element: Element, kind: Kind): number {
  items.push(element);
  kinds.push(kind);
  return ends.push(items.length) - 1;
}

export function recordText({ items, kinds, ends }: Tape, piece: Piece): void {
  items.push(piece);
  kinds.push(null);
  ends.push(0);
}

/** What was taken for the texts of a block is none. */
export function forget(tape: Tape, block: number): void {
  for (let at = tape.kinds.length - 1; at >= 0; at -= 1) {
    const piece = pieceAt(tape, at);
    if (!piece) continue;
    if (piece.block !== block) return;
    piece.block = -1;
  }
}

export function elementAt({ items }: Tape, place: number): Element {
  return items[place] as Element;
}

/** Null where there is none, but an element or nothing. */
export function pieceAt({ items, kinds }: Tape, place: number): Piece | null {
  return kinds[place] === null ? (items[place] as Piece) : null;
}

/** Whether there is no text in an element and little else. */
export function isHollow({ kinds, ends }: Tape, place: number): boolean {
  const end = ends[place] as number;
  if (end > place + 12) return false;
  for (let at = place + 1; at < end; at += 1) {
    if (kinds[at] === null) return false;
  }
  return true;
}

/** 1 where an element is in which there are pieces of blocks, and none of those that are kept. */
export function withNoneOf(kept: readonly boolean[], tape: Tape): Uint8Array {
  const { length } = tape.items;
  const without = new Uint8Array(length);
  // Pieces from each place on.
  const all = new Uint32Array(length + 1);
  const wanted = new Uint32Array(length + 1);
  let pieces = 0;
  let keptPieces = 0;
  for (let at = length - 1; at >= 0; at -= 1) {
    const piece = pieceAt(tape, at);
    if (piece && piece.block >= 0) {
      pieces += 1;
      if (kept[piece.block]) keptPieces += 1;
    }
    all[at] = pieces;
    wanted[at] = keptPieces;
    const end = tape.ends[at] as number;
    if (end > at && pieces > (all[end] as number) && keptPieces === wanted[end]) without[at] = 1;
  }
  return without;
}
