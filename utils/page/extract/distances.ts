import { hintCount } from './hints';
import type { Block, Box } from './seen';

/** Farther ancestors are as good as none. */
const far = 20;

/** How many steps up the next box with each hint is; what a block itself is named counts as none. */
export function distancesOf(
  row: Float32Array,
  start: number,
  { box, hints: own }: Block,
  boxes: readonly Box[],
): void {
  row.fill(far, start, start + hintCount);
  let found = own;
  if (own !== 0) mark(row, start, own, 0);
  for (let at = box, steps = 0; at >= 0 && steps < far; steps += 1) {
    const { hints, parent } = boxes[at] as Box;
    const nearest = hints & ~found;
    if (nearest !== 0) mark(row, start, nearest, steps);
    found |= hints;
    at = parent;
  }
}

function mark(row: Float32Array, start: number, hints: number, steps: number): void {
  for (let left = hints; left !== 0; left &= left - 1) {
    row[start + 31 - Math.clz32(left & -left)] = steps;
  }
}
