import { hintCount } from './hints';
import type { Box, Seen } from './seen';
import type { Steps } from './steps';
import { stride } from './sums';

/** Farther ancestors are as good as none. */
const far = 20;

const named =
  'nav header footer aside main article section form ul ol table figure blockquote details dl p li td button pre'.split(
    ' ',
  );
const places = new Map(named.map((tag, index) => [tag, hintCount + index]));

export const distanceCount = hintCount + named.length;

/**
 * For each box, one after the other, how many steps up the next one is with each hint and each of the named tags; only
 * of those that are `asked` for, because on large pages this is most of the work.
 */
export function* distancesIn({ boxes }: Seen, asked: readonly number[]): Steps<Uint8Array> {
  const rows = new Uint8Array(boxes.length * distanceCount);
  for (let index = 0; index < boxes.length; index += 1) {
    const { parent, tag, hints } = boxes[index] as Box;
    const row = index * distanceCount;
    const above = parent * distanceCount;
    for (let nth = 0; nth < asked.length; nth += 1) {
      const at = asked[nth] as number;
      const next = parent < 0 ? far : (rows[above + at] as number) + 1;
      rows[row + at] = next > far ? far : next;
    }
    for (let at = row, left = hints; left !== 0; at += 1, left >>>= 1) if (left & 1) rows[at] = 0;
    const place = places.get(tag);
    if (place !== undefined) rows[row + place] = 0;
    if (index % stride === 0) yield;
  }
  return rows;
}
