import type { Steps } from '../core/steps';
import type { Table } from './cells';
import type { Fence } from './fence';
import type { List } from './marks';
import { contentOf, nextSiblingOf } from './pristine';
import { lengthOfRest } from './rest';

/** What holds for the text in an element. */
export interface Around {
  readonly visible: boolean;
  readonly selectable: boolean;
  readonly preserve: boolean;
  readonly list: List | null;
  readonly table: Table | null;
  /** Whether a cell in it is one of a row. */
  readonly row: boolean;
  /** Whether it is in a block of code. */
  readonly code: boolean;
  readonly drawing: boolean;
}

export const outermost: Around = {
  visible: true,
  selectable: true,
  preserve: false,
  list: null,
  table: null,
  row: false,
  code: false,
  drawing: false,
};

/** An element that is open, and what of it is left to read. */
export interface Level extends Around {
  readonly element: Element;
  readonly name: string;
  readonly display: string;
  readonly outer: Around;
  /** How a block of code begins that is in no other; null for anything else. */
  readonly fence: Fence | null;
  /** Whether of white space only line breaks count. */
  readonly lines: boolean;
  /** In a closed `details` only its summary is shown. */
  readonly closed: boolean;
  readonly end: Node | null;
  readonly slotted: readonly Node[];
  next: Node | null;
  at: number;
  /** What the writer had before. */
  readonly start: number;
  readonly lead: string;
  readonly isOneLine: () => boolean;
}

export function isShown({ visible, selectable, closed }: Level): boolean {
  return visible && selectable && !closed;
}

export function nextIn(level: Level): Node | null {
  const { next, end, slotted } = level;
  if (slotted.length > 0) {
    level.at += 1;
    return slotted[level.at - 1] ?? null;
  }
  if (!next || next === end) return null;
  level.next = nextSiblingOf(next);
  return next;
}

/** UTF-16 units from a node on. */
export function* restOf({ slotted, at, end }: Level, node: Node): Steps<number> {
  if (slotted.length === 0) return yield* lengthOfRest(node, end);
  return slotted.slice(at - 1).reduce((sum, next) => sum + contentOf(next).length, 0);
}
