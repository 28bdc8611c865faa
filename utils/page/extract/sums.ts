import { measure } from './measure';
import type { Block, Box, Seen } from './seen';
import type { Steps } from './steps';

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
  readonly priced: number;
}

function densityOf({ text, linked }: Block): number {
  return text.length === 0 ? 0 : Math.min(1, linked / text.length);
}

/** Words of a block below which an amount of money is what it is about. */
const few = 12;

/** Blocks, or boxes, after which there may be a pause. */
export const stride = 256;

export function* sumsOf({ blocks }: Seen): Steps<Sums> {
  const count = blocks.length;
  const each = () => new Float64Array(count);
  const sum = () => new Float64Array(count + 1);
  const [counts, density, rules] = [each(), each(), each()];
  const [endsSentence, isProse] = [new Uint8Array(count), new Uint8Array(count)];
  const [words, linkWords, proseWords] = [sum(), sum(), sum()];
  let priced = 0;
  for (let index = 0; index < count; index += 1) {
    const block = blocks[index] as Block;
    const one = measure(block.text);
    const dense = densityOf(block);
    const prose = one.words >= 8 && dense < 0.4 && (one.ends > 0 || one.words >= 25);
    counts[index] = one.words;
    density[index] = dense;
    rules[index] = one.rules;
    endsSentence[index] = Number(one.endsSentence);
    isProse[index] = Number(prose);
    if (one.money > 0 && one.words < few) priced += 1;
    words[index + 1] = (words[index] as number) + one.words;
    linkWords[index + 1] = (linkWords[index] as number) + one.words * dense;
    proseWords[index + 1] = (proseWords[index] as number) + (prose ? one.words : 0);
    if (index % stride === 0) yield;
  }
  return {
    counts,
    density,
    rules,
    endsSentence,
    isProse,
    words,
    linkWords,
    proseWords,
    priced,
  };
}

export function within(sums: Float64Array, { start, end }: Pick<Box, 'start' | 'end'>): number {
  return (sums[end] as number) - (sums[start] as number);
}

export function share(part: number, all: number): number {
  return all > 0 ? part / all : 0;
}

export function log(value: number): number {
  return Math.log2(1 + value);
}
