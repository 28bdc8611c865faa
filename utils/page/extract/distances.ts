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

/** How deep the next box is with each hint and each of the named tags. */
export interface Nearest {
  /** Of each box. */
  readonly depths: Uint16Array;
  /** Of each box, where in `found` its row begins: most have that of the box around them. */
  readonly rows: Uint32Array;
  readonly found: Int16Array;
}

/** Boxes below this depth are taken to be at it. */
const deepest = 30_000;

export function* nearestIn({ boxes }: Seen): Steps<Nearest> {
  const depths = new Uint16Array(boxes.length);
  const rows = new Uint32Array(boxes.length);
  const found = new Int16Array((boxes.length + 1) * distanceCount).fill(-far, 0, distanceCount);
  let end = distanceCount;
  for (let index = 0; index < boxes.length; index += 1) {
    const { parent, tag, hints } = boxes[index] as Box;
    const depth = parent < 0 ? 0 : Math.min(deepest, (depths[parent] as number) + 1);
    depths[index] = depth;
    const outer = parent < 0 ? 0 : (rows[parent] as number);
    const place = places.get(tag);
    rows[index] = outer;
    if (hints !== 0 || place !== undefined) {
      rows[index] = end;
      found.copyWithin(end, outer, outer + distanceCount);
      for (let at = end, left = hints; left !== 0; at += 1, left >>>= 1) {
        if (left & 1) found[at] = depth;
      }
      if (place !== undefined) found[end + place] = depth;
      end += distanceCount;
    }
    if (index % stride === 0) yield;
  }
  return { depths, rows, found };
}

/** How many steps up the next box is with each of them; what a block itself is named counts as none. */
export function distancesOf(
  rows: Float32Array,
  start: number,
  { box, hints }: Block,
  { depths, rows: places, found }: Nearest,
): void {
  const depth = depths[box] as number;
  const from = places[box] as number;
  for (let at = 0; at < distanceCount; at += 1) {
    const steps = depth - (found[from + at] as number);
    rows[start + at] = steps < far ? steps : far;
  }
  for (let at = start, left = hints; left !== 0; at += 1, left >>>= 1) {
    if (left & 1) rows[at] = 0;
  }
}
