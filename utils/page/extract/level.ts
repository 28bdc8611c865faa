import { type Look, lookAt } from './names';
import type { Box } from './seen';
import type { Kind } from './tags';
import type { Sight } from './visible';

/** What holds for all that is in an element. */
export interface Inherited {
  readonly linked: boolean;
  /** Whether it is in a part of the page that may have a header and a footer of its own. */
  readonly part: boolean;
  /** Whether it is in one text, which may be cut into boxes. */
  readonly line: boolean;
}

export const outermost: Inherited = { linked: false, part: false, line: false };

/** An element that is open: the children that are left, and what holds for them. */
export interface Level extends Sight, Inherited {
  readonly kind: Kind;
  /** Its place among the boxes, or that of the one around it; −1 as long as there is no text in it. */
  box: number;
  /** What the names of inline elements up to the next box hint at. */
  hints: number;
}

/** Nothing of what is in it is known as yet. */
export function newLevel(element: Element, kind: Kind, place: number, outer: Inherited): Level {
  return {
    element,
    next: null,
    rest: null,
    at: 0,
    kind,
    place,
    linked: outer.linked || kind.tag === 'a',
    part: outer.part || kind.part,
    line: kind.line || (kind.inline && outer.line),
    box: -1,
    hints: 0,
    displayed: false,
    shown: null,
  };
}

export interface Boxes {
  readonly path: readonly Level[];
  readonly boxes: Box[];
  /** Of each box, where it is on the tape. */
  readonly places: number[];
  /** What names were found to look like. */
  readonly known: Map<string, Look>;
}

/** The box of the last element of the path. Most elements hold no text: so boxes are made when there is some. */
export function boxFor(walk: Boxes, start: number): number {
  const { path } = walk;
  let at = path.length - 1;
  while (at >= 0 && (path[at] as Level).box < 0) at -= 1;
  let around = path[at];
  for (at += 1; at < path.length; at += 1) {
    const level = path[at] as Level;
    const look = lookAt(level.element, walk.known);
    if (level.kind.inline && around) {
      level.box = around.box;
      level.hints = around.hints | look.hints;
    } else {
      level.box = addBox(walk, level, around?.box ?? -1, look, start);
    }
    around = level;
  }
  return around?.box ?? -1;
}

function addBox(
  { boxes, places }: Boxes,
  { kind, place }: Level,
  parent: number,
  { hints, name }: Look,
  start: number,
): number {
  const look = Math.imul(kind.hash ^ name, 0x01000193);
  const path = Math.imul((boxes[parent]?.path ?? 1) ^ look, 0x01000193);
  places.push(place);
  return (
    boxes.push({
      parent,
      tag: kind.tag,
      hints: hints | kind.hint,
      path,
      look,
      start,
      end: start,
    }) - 1
  );
}
