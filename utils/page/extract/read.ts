import type { Steps } from '../../core/steps';
import { nameOf, nodeTypeOf } from '../pristine';
import { isAround } from './around';
import { firstIn, loseTrack, nextOf, restIn } from './children';
import { type Frames, insideOf } from './frames';
import { type Boxes, boxFor, type Inherited, type Level, newLevel, outermost } from './level';
import type { Block, Seen } from './seen';
import { isIndent } from './spaces';
import { kindIn } from './tags';
import { forget, newTape, type Piece, record, recordText, type Tape } from './tape';
import { look } from './visible';

/** A page as it was read, with all that is needed to write it. */
export interface Reading {
  readonly seen: Seen;
  readonly tape: Tape;
  /** Where on the tape the element of each box is. */
  readonly places: readonly number[];
  /** Where what is not displayed is, as far as there is text in it. */
  readonly hidden: readonly number[];
  /** Navigation, header and footer, where they were passed over. */
  readonly around: readonly HTMLElement[];
  readonly frames: Frames;
  /** Whether there was more than the limits allow to read. */
  readonly partial: boolean;
  /** Whether some of it was gone before it could be read. */
  readonly lost: boolean;
}

export interface Limits {
  /** UTF-16 units of text. */
  readonly text: number;
  readonly isLate: () => boolean;
}

interface Walk extends Boxes {
  readonly path: Level[];
  readonly blocks: Block[];
  readonly tape: Tape;
  readonly hidden: number[];
  /** Null where nothing is passed over. */
  readonly around: HTMLElement[] | null;
  readonly frames: Frames;
  length: number;
  open: Draft | null;
  /** What the text that comes next may be indented by. */
  indent: Piece | null;
}

interface Draft {
  readonly box: number;
  text: string;
  linked: number;
  hints: number;
}

/** Nodes that are read before there may be a pause. */
const stride = 64;

/**
 * Reads what is visible below `root`, in one pass and without recursion: pages nest as deep as they like. `whole`: with
 * what is around the main content by its name, a third of most pages.
 */
export function* readBlocks(
  root: Element,
  about: Pick<Seen, 'title' | 'kinds'>,
  limits: Limits,
  whole: boolean,
): Steps<Reading> {
  const walk: Walk = {
    boxes: [],
    blocks: [],
    places: [],
    tape: newTape(),
    hidden: [],
    around: whole ? null : [],
    frames: { unread: null },
    path: [],
    length: 0,
    open: null,
    indent: null,
    known: new Map(),
  };
  enter(walk, root, outermost);
  let [partial, lost] = [false, false];
  while (walk.path.length > 0 && !partial) {
    readOn(walk);
    if (yield) lost = loseTrack(walk.path) || lost;
    partial = walk.path.length > 0 && (walk.length > limits.text || limits.isLate());
  }
  while (walk.path.length > 0) leave(walk);
  const { boxes, blocks, places, tape, hidden, frames } = walk;
  const around = walk.around ?? [];
  return { seen: { boxes, blocks, ...about }, tape, places, hidden, around, frames, partial, lost };
}

/** Reads up to `stride` nodes. */
function readOn(walk: Walk): void {
  const { path } = walk;
  for (let steps = 0; steps < stride && path.length > 0; steps += 1) {
    const level = path[path.length - 1] as Level;
    const node = nextOf(level);
    if (node === null) {
      leave(walk);
      continue;
    }
    const type = nodeTypeOf(node);
    if (type === 3) addText(walk, level, (node as Text).data);
    else if (type === 1) enter(walk, node as Element, level);
  }
}

function enter(walk: Walk, element: Element, outer: Inherited): void {
  const tag = nameOf(element);
  const kind = kindIn(element, tag, outer.line, walk.open !== null);
  if (kind.unread) {
    const inside = kind.frame ? insideOf(element, walk.frames) : null;
    if (inside) enter(walk, inside, outermost);
    // It may hold the source of a formula, be ticked, or part two words.
    if (tag === 'script' || tag === 'input' || walk.open) record(walk.tape, element, kind);
    return;
  }
  const place = record(walk.tape, element, kind);
  if (tag === 'br') {
    if (walk.open) walk.open.text += '\n';
    return;
  }
  if (!kind.inline) flush(walk);
  if (kind.empty) return;
  if (kind.around && walk.around && isAround(element, kind.around, outer.part)) {
    walk.around.push(element);
    return;
  }
  const rest = tag === 'slot' ? restIn(element) : null;
  const first = rest ? null : firstIn(element, kind);
  if (!first && !rest) return;
  const isText = typeof first === 'string';
  const level = newLevel(element, kind, place, outer);
  level.next = isText ? null : first;
  level.rest = rest;
  walk.path.push(level);
  if (!isText) return;
  addText(walk, level, first);
  leave(walk);
}

function leave(walk: Walk): void {
  const level = walk.path.pop();
  if (!level) return;
  walk.tape.ends[level.place] = walk.tape.items.length;
  if (level.kind.inline && walk.path.length > 0) return;
  flush(walk);
  const box = walk.boxes[level.box];
  if (box) box.end = walk.blocks.length;
}

function addText(walk: Walk, level: Level, data: string): void {
  const isBlank = !(data.charCodeAt(0) > 32) && data.trim() === '';
  if (isBlank && !walk.open && !isIndent(data)) return;
  if (!(level.shown ?? look(walk.path, walk.hidden))) return;
  const piece = { data, place: level.place, block: walk.blocks.length };
  recordText(walk.tape, piece);
  if (isBlank && !walk.open) {
    piece.block = -1;
    walk.indent = piece;
    return;
  }
  walk.open ??= newDraft(walk);
  const draft = walk.open;
  draft.text += data;
  if (isBlank) return;
  if (level.box < 0) boxFor(walk, walk.blocks.length);
  draft.hints |= level.hints;
  if (level.linked) draft.linked += data.trim().length;
  walk.length += data.length;
}

function newDraft(walk: Walk): Draft {
  if (walk.indent) walk.indent.block = walk.blocks.length;
  return { box: boxFor(walk, walk.blocks.length), text: '', linked: 0, hints: 0 };
}

/** White space but for single spaces, of which there are most. */
const unequal = /\s{2,}|[^\S ]/g;

function flush(walk: Walk): void {
  const draft = walk.open;
  walk.indent = null;
  if (!draft) return;
  walk.open = null;
  const text = draft.text.replace(unequal, ' ').trim();
  if (text === '') {
    forget(walk.tape, walk.blocks.length);
    return;
  }
  const { box, linked, hints } = draft;
  walk.blocks.push({ box, text, linked, hints });
}
