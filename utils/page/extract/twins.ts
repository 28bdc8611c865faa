import type { Block, Box, Seen } from './seen';
import { mixed, type Sums } from './sums';

/** Blocks that are farther apart have other neighbours and another place on the page. */
const reach = 40;

/** Blocks, in their order, that a template puts in the same place, with texts that are much the same; mostly one alone. */
export type Twins = readonly number[];

/** Each block is in one of them. */
export function twinsIn({ boxes, blocks }: Seen, sums: Sums): readonly Twins[] {
  const all: number[][] = [];
  const latest = new Map<number, number[]>();
  for (let index = 0; index < blocks.length; index += 1) {
    const { box, hints } = blocks[index] as Block;
    const key = mixed((boxes[box] as Box).path ^ hints, likenessOf(index, sums));
    const known = latest.get(key);
    if (known && index - (known[0] as number) <= reach) known.push(index);
    else {
      const twins = [index];
      latest.set(key, twins);
      all.push(twins);
    }
  }
  return all;
}

/** The one that is described and judged for all of them: the first may be taken for what is around a text. */
export function askedOf(twins: Twins): number {
  return twins[twins.length >> 1] as number;
}

/** The same for texts of about the same length (up to twice as many words) that link and end alike. */
function likenessOf(index: number, sums: Sums): number {
  const density = sums.density[index] as number;
  const length = 32 - Math.clz32(sums.counts[index] as number);
  const linked = density === 0 ? 0 : density < 0.5 ? 1 : 2;
  return (length << 5) | (linked << 3) | ((sums.endsSentence[index] as number) << 2);
}
