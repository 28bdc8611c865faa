import { isVisible, nameOf, nodeTypeOf } from '../pristine';
import { type Children, firstIn, loseTrack, nextOf, restIn } from './children';
import { lookOf } from './hints';
import { knownHints, namesOf } from './names';
import type { Block, Box, Seen } from './seen';
import type { Steps } from './steps';
import { inline, unread } from './tags';

/** A page as it was read, with the text nodes that each block is made of. */
export interface Reading {
  readonly seen: Seen;
  /** The element of each box. */
  readonly elements: readonly Element[];
  /** The nodes of each block. */
  readonly texts: readonly (readonly Text[])[];
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

/** Where the walk is: the children that are left, and what holds for them. */
interface Level extends Children {
  readonly box: number;
  readonly hints: number;
  readonly linked: boolean;
  readonly shown: boolean;
  /** In a closed `details`: the browser calls all of it invisible. */
  readonly closed: boolean;
}

interface Walk {
  readonly boxes: Box[];
  readonly blocks: Block[];
  readonly elements: Element[];
  readonly texts: Text[][];
  readonly path: Level[];
  length: number;
  links: number;
  open: Draft | null;
  /** What class names were found to hint at. */
  readonly known: Map<string, number>;
}

interface Draft {
  readonly box: number;
  readonly nodes: Text[];
  text: string;
  linked: number;
  links: number;
  hints: number;
}

const outermost: Omit<Level, keyof Children> = {
  box: -1,
  hints: 0,
  linked: false,
  shown: true,
  closed: false,
};

/** Nodes that are read before there may be a pause. */
const stride = 64;

/** Reads what is visible below `root`, in one pass and without recursion: pages nest as deep as they like. */
export function* readBlocks(
  root: Element,
  about: Pick<Seen, 'title' | 'kinds'>,
  limits: Limits,
): Steps<Reading> {
  const walk: Walk = {
    boxes: [],
    blocks: [],
    elements: [],
    texts: [],
    path: [],
    length: 0,
    links: 0,
    open: null,
    known: new Map(),
  };
  enter(walk, root, outermost);
  let [partial, lost] = [false, false];
  for (let steps = 1; walk.path.length > 0 && !partial; steps += 1) {
    step(walk, walk.path[walk.path.length - 1] as Level);
    if (steps % stride !== 0) continue;
    if (yield) lost = loseTrack(walk.path) || lost;
    partial = walk.length > limits.text || limits.isLate();
  }
  while (walk.path.length > 0) leave(walk);
  const { boxes, blocks, elements, texts } = walk;
  return { seen: { boxes, blocks, ...about }, elements, texts, partial, lost };
}

function step(walk: Walk, level: Level): void {
  const node = nextOf(level);
  if (node === null) {
    leave(walk);
    return;
  }
  const type = nodeTypeOf(node);
  if (type === 3) addText(walk, level, node as Text);
  else if (type === 1) enter(walk, node as Element, level);
}

function enter(walk: Walk, element: Element, around: Omit<Level, keyof Children>): void {
  const tag = nameOf(element);
  if (unread.has(tag)) return;
  const closed = around.closed && tag !== 'summary';
  let shown = true;
  if (closed || !isVisible(element)) {
    const { display, visibility } = getComputedStyle(element);
    if (display === 'none') return;
    shown = visibility !== 'hidden' && visibility !== 'collapse';
  }
  if (tag === 'br') {
    if (walk.open) walk.open.text += '\n';
    return;
  }
  const isInline = inline.has(tag);
  const hints = isInline ? around.hints : 0;
  const linked = around.linked || tag === 'a';
  if (tag === 'a' && !around.linked) walk.links += 1;
  const names = namesOf(element);
  const own = names === '' ? 0 : knownHints(walk.known, names);
  if (!isInline) {
    flush(walk);
    walk.boxes.push(boxOf(walk, around.box, tag, names, own));
    walk.elements.push(element);
  }
  walk.path.push({
    element,
    next: firstIn(element),
    rest: restIn(element, tag),
    at: 0,
    box: isInline ? around.box : walk.boxes.length - 1,
    hints: isInline ? hints | own : 0,
    linked,
    shown,
    closed: closed || (tag === 'details' && !(element as HTMLDetailsElement).open),
  });
}

function boxOf(walk: Walk, parent: number, tag: string, names: string, hints: number): Box {
  const look = lookOf(tag, names);
  const path = Math.imul((walk.boxes[parent]?.path ?? 1) ^ look, 0x01000193);
  const start = walk.blocks.length;
  return { parent, tag, hints, path, look, start, end: start };
}

function leave(walk: Walk): void {
  const level = walk.path.pop();
  if (!level) return;
  if (level.box === (walk.path.at(-1)?.box ?? -1)) return;
  flush(walk);
  const box = walk.boxes[level.box];
  if (box) box.end = walk.blocks.length;
}

function addText(walk: Walk, level: Level, node: Text): void {
  const { data } = node;
  if (!level.shown) return;
  walk.open ??= draftIn(walk, level);
  const draft = walk.open;
  draft.text += data;
  draft.nodes.push(node);
  if (!/\S/.test(data)) return;
  draft.hints |= level.hints;
  if (level.linked) draft.linked += data.trim().length;
  walk.length += data.length;
}

function draftIn({ links }: Walk, { box, linked }: Level): Draft {
  return { box, nodes: [], text: '', linked: 0, links: linked ? links - 1 : links, hints: 0 };
}

/** White space but for single spaces, of which there are most. */
const unequal = /\s{2,}|[^\S ]/g;

function flush(walk: Walk): void {
  const draft = walk.open;
  walk.open = null;
  const text = draft?.text.replace(unequal, ' ').trim();
  if (!draft || !text) return;
  const { box, linked, hints } = draft;
  walk.blocks.push({ box, text, linked, links: walk.links - draft.links, hints });
  walk.texts.push(draft.nodes);
}
