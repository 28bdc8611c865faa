import { type Measure, measure } from './measure';
import type { Block, Box, Seen } from './seen';
import type { Steps } from './steps';

/** Running sums over the blocks: any box is a difference of two. */
export interface Sums {
  readonly measures: readonly Measure[];
  /** Share of each block's text that is in links. */
  readonly density: Float64Array;
  readonly isProse: Uint8Array;
  readonly words: Float64Array;
  readonly linkWords: Float64Array;
  readonly proseWords: Float64Array;
  readonly ends: Float64Array;
}

function densityOf({ text, linked }: Block): number {
  return text.length === 0 ? 0 : Math.min(1, linked / text.length);
}

function proseIn({ words, ends }: Measure, density: number): boolean {
  return words >= 8 && density < 0.4 && (ends > 0 || words >= 25);
}

/** Blocks, or boxes, after which there may be a pause. */
export const stride = 256;

export function* sumsOf({ blocks }: Seen): Steps<Sums> {
  const count = blocks.length;
  const measures: Measure[] = [];
  const density = new Float64Array(count);
  const isProse = new Uint8Array(count);
  const sums = () => new Float64Array(count + 1);
  const [words, linkWords, proseWords, ends] = [sums(), sums(), sums(), sums()];
  for (let index = 0; index < count; index += 1) {
    const block = blocks[index] as Block;
    const one = measure(block.text);
    const dense = densityOf(block);
    const prose = proseIn(one, dense);
    measures.push(one);
    density[index] = dense;
    isProse[index] = Number(prose);
    words[index + 1] = (words[index] as number) + one.words;
    linkWords[index + 1] = (linkWords[index] as number) + one.words * dense;
    proseWords[index + 1] = (proseWords[index] as number) + (prose ? one.words : 0);
    ends[index + 1] = (ends[index] as number) + one.ends;
    if (index % stride === 0) yield;
  }
  return { measures, density, isProse, words, linkWords, proseWords, ends };
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
