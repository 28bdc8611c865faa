import type { Block, Box, Seen } from './seen';
import { mixed, type Sums } from './sums';

/** Blocks that are farther apart have other neighbours and another place on the page. */
const reach = 40;

/**
 * For each block, one before it that a template puts in the same place and whose text is much the same; −1 where there is
 * none. It is judged as that one is: on most pages that is two thirds of all blocks.
 */
export function twinsIn({ boxes, blocks }: Seen, sums: Sums): Int32Array {
  const twins = new Int32Array(blocks.length).fill(-1);
  const known = new Map<number, number>();
  for (let index = 0; index < blocks.length; index += 1) {
    const { box, hints } = blocks[index] as Block;
    const key = mixed((boxes[box] as Box).path ^ hints, likenessOf(index, sums));
    const twin = known.get(key) ?? -1;
    if (twin >= 0 && index - twin <= reach) twins[index] = twin;
    else known.set(key, index);
  }
  return twins;
}

/** The same for texts of about the same length (up to twice as many words) that link and end alike. */
function likenessOf(index: number, sums: Sums): number {
  const density = sums.density[index] as number;
  const length = 32 - Math.clz32(sums.counts[index] as number);
  const linked = density === 0 ? 0 : density < 0.5 ? 1 : 2;
  return (length << 5) | (linked << 3) | ((sums.endsSentence[index] as number) << 2);
}
