import { items, type Surroundings } from './blocks.ts';
import type { Links, MarkedToken, Tokens } from './lexer.ts';
import { patchAfter } from './patch.ts';

/** The list at the end of the text, of which all items but the last are settled. */
interface OpenList {
  readonly node: ChildNode;
  readonly ordered: boolean;
  readonly anchor: ChildNode | null;
}

export interface Stream {
  readonly text: string;
  /** Everything before this offset is settled: its nodes end with `anchor` and are not touched again. */
  offset: number;
  anchor: ChildNode | null;
  list: OpenList | undefined;
  links: Links;
}

export const START: Stream = { text: '', offset: 0, anchor: null, list: undefined, links: {} };

/** All blocks but the last can no longer change, and of a list at the end all items but the last. */
export function settle(
  stream: Stream,
  tokens: readonly MarkedToken[],
  nodes: readonly (ChildNode | undefined)[],
): void {
  const last = tokens.findLastIndex((token) => token.type !== 'space');
  for (const [at, token] of tokens.slice(0, Math.max(last, 0)).entries()) {
    if (!advance(stream, token.raw)) return;
    stream.anchor = nodes[at] ?? stream.anchor;
    if (token.type === 'def') stream.links = withDefinition(stream.links, token);
  }
  const open = tokens[last];
  const node = nodes[last];
  if (open?.type !== 'list' || open.items.length < 2 || !node) return;
  stream.anchor = node;
  settleItems(stream, open, { node, ordered: open.ordered, anchor: null }, [...node.childNodes]);
}

/** Shows the live items of the open list; gives back the blocks that come after the list. */
export function continueList(
  stream: Stream,
  list: OpenList,
  tokens: readonly MarkedToken[],
  around: Surroundings,
): readonly MarkedToken[] {
  const [first, ...rest] = tokens;
  stream.list = undefined;
  if (first?.type !== 'list' || first.ordered !== list.ordered) {
    patchAfter(list.node, list.anchor, []);
    return tokens;
  }
  const open = rest.every((token) => token.type === 'space');
  const nodes = patchAfter(list.node, list.anchor, items(first, { ...around, open }));
  if (open) settleItems(stream, first, list, nodes);
  else advance(stream, first.raw);
  return open ? [] : rest;
}

function settleItems(
  stream: Stream,
  { items }: Tokens.List,
  list: OpenList,
  nodes: readonly ChildNode[],
): void {
  let anchor = list.anchor;
  for (const [at, item] of items.slice(0, -1).entries()) {
    if (!advance(stream, item.raw)) break;
    anchor = nodes[at] ?? anchor;
  }
  stream.list = { ...list, anchor };
}

/** Only what stands in the text as the lexer says may be left behind. */
function advance(stream: Stream, raw: string): boolean {
  if (!stream.text.startsWith(raw, stream.offset)) return false;
  stream.offset += raw.length;
  return true;
}

function withDefinition(links: Links, { tag, href, title }: Tokens.Def): Links {
  return Object.hasOwn(links, tag) ? links : { ...links, [tag]: { href, title } };
}
