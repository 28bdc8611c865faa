import type { Block, Box, Seen } from './seen';
import { mixed, type Sums } from './sums';

/** Blocks that are farther apart have other neighbours and another place on the page. */
const reach = 40;

/**
 * For each block, the one that it is judged as: the middle of those that a template puts in the same place, with texts much
 * the same; −1 where it is judged by itself. The first and the last of a row are the ones that trees take for what is around
 * a text.
 */
export function twinsIn({ boxes, blocks }: Seen, sums: Sums): Int32Array {
  const twins = new Int32Array(blocks.length).fill(-1);
  const rows = new Map<number, number[]>();
  for (let index = 0; index < blocks.length; index += 1) {
    const { box, hints } = blocks[index] as Block;
    const key = mixed((boxes[box] as Box).path ^ hints, likenessOf(index, sums));
    const row = rows.get(key);
    if (row && index - (row[0] as number) <= reach) row.push(index);
    else {
      if (row) pair(row, twins);
      rows.set(key, [index]);
    }
  }
  for (const row of rows.values()) pair(row, twins);
  return twins;
}

function pair(row: readonly number[], twins: Int32Array): void {
  const middle = row[row.length >> 1] as number;
  for (const index of row) if (index !== middle) twins[index] = middle;
}

/** The same for texts of about the same length (up to twice as many words) that link and end alike. */
function likenessOf(index: number, sums: Sums): number {
  const density = sums.density[index] as number;
  const length = 32 - Math.clz32(sums.counts[index] as number);
  const linked = density === 0 ? 0 : density < 0.5 ? 1 : 2;
  return (length << 5) | (linked << 3) | ((sums.endsSentence[index] as number) << 2);
}
