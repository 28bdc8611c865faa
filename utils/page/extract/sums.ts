import { type Measure, measure } from './measure';
import type { Block, Box, Seen } from './seen';

/** Running sums over the blocks: any box is a difference of two. */
export interface Sums {
  readonly measures: readonly Measure[];
  /** Share of each block's text that is in links. */
  readonly density: readonly number[];
  readonly isProse: readonly boolean[];
  readonly words: Float64Array;
  readonly linkWords: Float64Array;
  readonly proseWords: Float64Array;
  readonly ends: Float64Array;
}

export function densityOf({ text, linked }: Block): number {
  return text.length === 0 ? 0 : Math.min(1, linked / text.length);
}

function proseIn({ words, ends }: Measure, density: number): boolean {
  return words >= 8 && density < 0.4 && (ends > 0 || words >= 25);
}

export function sumsOf({ blocks }: Seen): Sums {
  const measures = blocks.map(({ text }) => measure(text));
  const density = blocks.map(densityOf);
  const isProse = measures.map((one, index) => proseIn(one, density[index] ?? 0));
  const words = measures.map((one) => one.words);
  return {
    measures,
    density,
    isProse,
    words: running(words),
    linkWords: running(words.map((count, index) => count * (density[index] ?? 0))),
    proseWords: running(words.map((count, index) => (isProse[index] ? count : 0))),
    ends: running(measures.map((one) => one.ends)),
  };
}

export function running(values: readonly number[] | Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1) {
    sums[index + 1] = (sums[index] ?? 0) + (values[index] ?? 0);
  }
  return sums;
}

export function within(sums: Float64Array, { start, end }: Pick<Box, 'start' | 'end'>): number {
  return (sums[end] ?? 0) - (sums[start] ?? 0);
}

export function share(part: number, all: number): number {
  return all > 0 ? part / all : 0;
}

/** More levels than this are cut off, so that the deepest page costs little. */
const longestChain = 60;

/** For each box, itself and those around it that each hold more blocks than the one before; none holds only one. */
export function chainsIn({ boxes }: Seen): readonly (readonly Box[])[] {
  const chains: (readonly Box[])[] = [];
  for (const box of boxes) {
    const outer = chains[box.parent] ?? [];
    const size = box.end - box.start;
    const next = outer[0];
    const isSame = size <= 1 || (next !== undefined && size >= next.end - next.start);
    chains.push(isSame || outer.length >= longestChain ? outer : [box, ...outer]);
  }
  return chains;
}
