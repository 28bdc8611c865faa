import type { Steps } from '../../core/steps';
import { measure } from './measure';
import type { Block, Box, Seen } from './seen';

/** What each block is like, and running sums over the blocks: any box is a difference of two. */
export interface Sums {
  /** Words. */
  readonly counts: Float64Array;
  /** Share of each block's text that is in links. */
  readonly density: Float64Array;
  readonly rules: Float64Array;
  readonly endsSentence: Uint8Array;
  readonly isProse: Uint8Array;
  readonly words: Float64Array;
  readonly linkWords: Float64Array;
  readonly proseWords: Float64Array;
  /** Blocks that are a price, or hardly more. */
  priced: number;
}

/** Words of a block below which an amount of money is what it is about. */
const few = 12;

/** Blocks, or boxes, after which there may be a pause. */
export const stride = 256;

export function* sumsOf({ blocks }: Seen): Steps<Sums> {
  const count = blocks.length;
  const each = () => new Float64Array(count);
  const sum = () => new Float64Array(count + 1);
  const sums: Sums = {
    counts: each(),
    density: each(),
    rules: each(),
    endsSentence: new Uint8Array(count),
    isProse: new Uint8Array(count),
    words: sum(),
    linkWords: sum(),
    proseWords: sum(),
    priced: 0,
  };
  for (let start = 0; start < count; start += stride) {
    add(sums, blocks.slice(start, start + stride), start);
    yield;
  }
  return sums;
}

function add(sums: Sums, blocks: readonly Block[], start: number): void {
  const { counts, density, isProse, words, linkWords, proseWords } = sums;
  const found = measure(blocks.map(({ text }) => text));
  counts.set(found.words, start);
  sums.rules.set(found.rules, start);
  sums.endsSentence.set(found.endsSentence, start);
  for (let nth = 0; nth < blocks.length; nth += 1) {
    const { text, linked } = blocks[nth] as Block;
    const index = start + nth;
    const own = found.words[nth] as number;
    const dense = linked === 0 ? 0 : Math.min(1, linked / text.length);
    const prose = own >= 8 && dense < 0.4 && (own >= 25 || (found.ends[nth] as number) > 0);
    density[index] = dense;
    isProse[index] = Number(prose);
    if (own < few && (found.money[nth] as number) > 0) sums.priced += 1;
    words[index + 1] = (words[index] as number) + own;
    linkWords[index + 1] = (linkWords[index] as number) + own * dense;
    proseWords[index + 1] = (proseWords[index] as number) + (prose ? own : 0);
  }
}

export function within(sums: Float64Array, { start, end }: Pick<Box, 'start' | 'end'>): number {
  return (sums[end] as number) - (sums[start] as number);
}

export function share(part: number, all: number): number {
  return all > 0 ? part / all : 0;
}

/** One number of 30 bits, which maps take faster than larger ones, for two. */
export function mixed(one: number, other: number): number {
  return (Math.imul(one, 0x9e3779b1) ^ other) >>> 2;
}
