import { hintCount } from './hints';
import type { Block, Box, Seen } from './seen';
import type { Steps } from './steps';
import { stride } from './sums';

/** Farther ancestors are as good as none. */
const far = 20;

const places = new Map(
  'nav footer main article section p li'.split(' ').map((tag, at) => [tag, hintCount + at]),
);

export const distanceCount = hintCount + places.size;

/** How deep the next box is, for each box one after the other, with each hint and each of the named tags. */
export interface Nearest {
  readonly depths: Uint16Array;
  readonly found: Int16Array;
}

/** Boxes below this depth are taken to be at it. */
const deepest = 30_000;

export function* nearestIn({ boxes }: Seen): Steps<Nearest> {
  const depths = new Uint16Array(boxes.length);
  const found = new Int16Array(boxes.length * distanceCount);
  for (let index = 0; index < boxes.length; index += 1) {
    const { parent, tag, hints } = boxes[index] as Box;
    const row = index * distanceCount;
    const depth = parent < 0 ? 0 : Math.min(deepest, (depths[parent] as number) + 1);
    depths[index] = depth;
    if (parent < 0) found.fill(-far, row, row + distanceCount);
    else found.copyWithin(row, parent * distanceCount, (parent + 1) * distanceCount);
    for (let at = row, left = hints; left !== 0; at += 1, left >>>= 1) {
      if (left & 1) found[at] = depth;
    }
    const place = places.get(tag);
    if (place !== undefined) found[row + place] = depth;
    if (index % stride === 0) yield;
  }
  return { depths, found };
}

/** How many steps up the next box is with each of them; what a block itself is named counts as none. */
export function distancesOf(
  rows: Float32Array,
  start: number,
  { box, hints }: Block,
  { depths, found }: Nearest,
): void {
  const depth = depths[box] as number;
  const from = box * distanceCount;
  for (let at = 0; at < distanceCount; at += 1) {
    const steps = depth - (found[from + at] as number);
    rows[start + at] = steps < far ? steps : far;
  }
  for (let at = start, left = hints; left !== 0; at += 1, left >>>= 1) {
    if (left & 1) rows[at] = 0;
  }
}
