import { blocks, type Surroundings } from './blocks.ts';
import { holdLine } from './hold-back.ts';
import { lexBlocks, type MarkedToken } from './lexer.ts';
import { patchAfter } from './patch.ts';
import { continueList, START, type Stream, settle } from './settle.ts';

export interface Rendering {
  /** Shows the whole text so far; `done` shows it exactly, with nothing held back. */
  readonly update: (text: string, options?: { readonly done?: boolean }) => void;
}

/** Renders a growing Markdown text into an element that is given to it alone. */
export function renderInto(root: HTMLElement): Rendering {
  let stream = START;
  return {
    update(raw, { done = false } = {}) {
      const text = lines(raw, done);
      const known = text.startsWith(stream.text) ? stream : START;
      if (done) stream = renderWhole(root, text);
      else if (known === START || worthwhile(known, text))
        stream = renderTail(root, { ...known, text });
    },
  };
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

function renderWhole(root: HTMLElement, text: string): Stream {
  const { tokens, links } = lexBlocks(text, {});
  show(root, null, tokens, { links, open: false, nested: false });
  return { ...START, text };
}

function renderTail(root: HTMLElement, stream: Stream): Stream {
  const src = holdLine(stream.text.slice(stream.offset));
  const { tokens, links } = lexBlocks(src, stream.links);
  const around = { links, open: true, nested: false };
  const rest = stream.list ? continueList(stream, stream.list, tokens, around) : tokens;
  const nodes = show(root, stream.anchor, rest, around);
  settle(stream, rest, nodes);
  return stream;
}

/** The node of each block, where it has one. */
function show(
  root: HTMLElement,
  anchor: ChildNode | null,
  tokens: readonly MarkedToken[],
  around: Surroundings,
): readonly (ChildNode | undefined)[] {
  const views = blocks(tokens, around);
  const nodes = patchAfter(
    root,
    anchor,
    views.filter((view) => view !== undefined),
  )[Symbol.iterator]();
  return views.map((view) => (view === undefined ? undefined : nodes.next().value));
}
