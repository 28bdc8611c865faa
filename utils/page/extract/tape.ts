import type { Kind } from './tags';

/** All that was met in reading, in document order: what is kept of it is written without a second look at the tree. */
export interface Tape {
  /** Elements, and texts as they were. */
  readonly items: (Element | string)[];
  /** What each element is; null for a text. */
  readonly kinds: (Kind | null)[];
  /** For an element, the place after all that is in it; for a text, the number of its block, −1 for none. */
  readonly ends: number[];
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

export function recordText({ items, kinds, ends }: Tape, text: string, block: number): void {
  items.push(text);
  kinds.push(null);
  ends.push(block);
}

/** What was taken for the texts of a block is none. */
export function forget({ kinds, ends }: Tape, block: number): void {
  for (let at = kinds.length - 1; at >= 0; at -= 1) {
    if (kinds[at] !== null) continue;
    if (ends[at] !== block) return;
    ends[at] = -1;
  }
}

export function elementAt({ items }: Tape, place: number): Element {
  return items[place] as Element;
}

/** Where the element is that a text is in, or another element. */
export function placeAround({ kinds, ends }: Tape, place: number): number {
  let around = place - 1;
  while (!kinds[around] || (ends[around] as number) <= place) around -= 1;
  return around;
}
