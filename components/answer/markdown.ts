import type { Citation } from '../../utils/core/source/citation.ts';
import { appendWords, lastText } from './append-words.ts';
import { blocks } from './blocks.ts';
import { holdLine } from './hold-back.ts';
import { lexBlocks, type MarkedToken } from './lexer.ts';
import { marked } from './mark.ts';
import { parts } from './parts.ts';
import { begins, patch } from './patch.ts';
import {
  closeBoxes,
  closeList,
  continueList,
  type Live,
  START,
  type Stream,
  settle,
} from './settle.ts';
import type { ElementView } from './view.ts';

interface Options {
  readonly done?: boolean | undefined;
  /** Are marked with their numbers. */
  readonly citations?: readonly Citation[] | undefined;
}

export interface Rendering {
  /** Shows the whole text so far; `done` shows it exactly, with nothing held back. */
  readonly update: (text: string, options?: Options) => void;
}

/** Renders a growing Markdown text into an element that is given to it alone. */
export function renderInto(root: HTMLElement): Rendering {
  let stream = START;
  return {
    update(raw, { done = false, citations } = {}) {
      const text = lines(marked(raw, citations), done);
      const known = begins(text, stream.text) ? stream : START;
      if (done) stream = renderWhole(root, text);
      else if (known !== stream || text !== stream.text) stream = advance(root, known, text);
    },
  };
}

function advance(root: HTMLElement, stream: Stream, text: string): Stream {
  const appended = appendWords(stream, text);
  if (appended) return appended;
  return worthwhile(stream, text) ? renderTail(root, { ...stream, text }) : stream;
}

function lines(raw: string, done: boolean): string {
  if (!raw.includes('\r')) return raw;
  return (done ? raw : raw.replace(/\r$/, '')).replace(/\r\n?/g, '\n');
}

/** One very long block is not done again for each word, or its cost would grow with the square. */
function worthwhile(stream: Stream, text: string): boolean {
  const tail = text.length - stream.offset;
  return tail < 4096 || text.length - stream.text.length >= tail / 256;
}

/** Exactly the text as a parser sees it at once; blocks that were right already are not touched. */
function renderWhole(root: HTMLElement, text: string): Stream {
  const { tokens, links } = lexBlocks(text, {});
  const views = blocks(tokens, { links, open: false, nested: false });
  patch(root, parts(present(views)));
  return { ...START, text };
}

function renderTail(root: HTMLElement, before: Stream): Stream {
  const rest = before.text.slice(before.offset);
  const src = holdLine(rest);
  const { tokens, links } = lexBlocks(src, before.links);
  const stream =
    before.list && !belongs(before, tokens[0]) ? closeList(before, before.list) : before;
  const views = blocks(tokens, { links, open: true, nested: false }).map((view, at) =>
    at === 0 && view && stream.list ? continueList(stream.list, view) : view,
  );
  const filling = parts([...stream.blocks, ...present(views)]);
  const boxes = patch(root, [...stream.boxes, ...filling]).slice(stream.boxes.length);
  const nodes = boxes.flatMap((box) => [...box.childNodes]).slice(stream.blocks.length);
  const live = pair(tokens, views, nodes);
  const end = src === rest ? lastText(live.at(-1)?.node) : undefined;
  return closeBoxes({ ...settle(stream, live), end }, boxes);
}

function pair(
  tokens: readonly MarkedToken[],
  views: readonly (ElementView | undefined)[],
  nodes: readonly ChildNode[],
): readonly Live[] {
  const left = nodes[Symbol.iterator]();
  return tokens.map((token, at) => {
    const view = views[at];
    return { token, view, node: view && left.next().value };
  });
}

function belongs({ list }: Stream, first: MarkedToken | undefined): boolean {
  return first?.type === 'list' && first.ordered === (list?.tag === 'ol');
}

function present(views: readonly (ElementView | undefined)[]): readonly ElementView[] {
  return views.filter((view) => view !== undefined);
}
