import type { Links, MarkedToken, Tokens } from './lexer.ts';
import { PART } from './parts.ts';
import { patch } from './patch.ts';
import { type Attributes, type ElementView, element, type Tag } from './view.ts';

/** The list at the end of the text, of which all items but the last are settled. */
interface OpenList {
  readonly node: ChildNode;
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly items: readonly ChildNode[];
}

/** What is known of a growing text; everything before `offset` is settled and its nodes are not touched again. */
export interface Stream {
  readonly text: string;
  readonly offset: number;
  /** The full boxes of settled blocks, and the settled blocks in the box that is being filled. */
  readonly boxes: readonly ChildNode[];
  readonly blocks: readonly ChildNode[];
  readonly list: OpenList | undefined;
  readonly links: Links;
  /** The last text on the screen, if it is the end of what has arrived. */
  readonly end: Text | undefined;
}

export const START: Stream = {
  text: '',
  offset: 0,
  boxes: [],
  blocks: [],
  list: undefined,
  links: {},
  end: undefined,
};

/** A block of the live end of the text, as it is on the screen. */
export interface Live {
  readonly token: MarkedToken;
  readonly view: ElementView | undefined;
  readonly node: ChildNode | undefined;
}

/** All blocks but the last can no longer change, and of a list at the end all items but the last. */
export function settle(stream: Stream, live: readonly Live[]): Stream {
  const last = live.findLastIndex(({ token }) => token.type !== 'space');
  let settled: Stream = stream;
  for (const [at, block] of live.entries()) {
    const stays = at < last && settled.text.startsWith(block.token.raw, settled.offset);
    if (!stays) return at === last ? settleItems(settled, block) : settled;
    settled = settleBlock(settled, block);
  }
  return settled;
}

function settleBlock(stream: Stream, { token, node }: Live): Stream {
  return {
    ...stream,
    offset: stream.offset + token.raw.length,
    blocks: node ? [...stream.blocks, node] : stream.blocks,
    list: undefined,
    links: token.type === 'def' ? withDefinition(stream.links, token) : stream.links,
  };
}

function settleItems(stream: Stream, { token, view, node }: Live): Stream {
  if (token.type !== 'list' || !view || !node) return { ...stream, list: undefined };
  const before = token.items.slice(0, -1);
  if (before.length === 0) return stream;
  const raw = before.map((item) => item.raw).join('');
  if (!stream.text.startsWith(raw, stream.offset)) return stream;
  const items = [...node.childNodes].slice(0, -1);
  const list = { node, tag: view.tag, attributes: view.attributes, items };
  return { ...stream, offset: stream.offset + raw.length, list };
}

/** The first live block, joined to the settled items of its list. */
export function continueList(list: OpenList, view: ElementView): ElementView {
  return element(list.tag, () => [...list.items, ...view.children()], list.attributes);
}

/** An open list that the rest of the text turned out not to belong to. */
export function closeList(stream: Stream, list: OpenList): Stream {
  patch(list.node, list.items);
  return { ...stream, blocks: [...stream.blocks, list.node], list: undefined };
}

/** Boxes that are full of settled blocks are not looked at again. */
export function closeBoxes(stream: Stream, boxes: readonly ChildNode[]): Stream {
  const full = Math.floor(stream.blocks.length / PART);
  if (full === 0) return stream;
  return {
    ...stream,
    boxes: [...stream.boxes, ...boxes.slice(0, full)],
    blocks: stream.blocks.slice(full * PART),
  };
}

function withDefinition(links: Links, { tag, href, title }: Tokens.Def): Links {
  return Object.hasOwn(links, tag) ? links : { ...links, [tag]: { href, title } };
}
