import { hintCount } from './hints';
import type { Box, Seen } from './seen';
import { type Sums, within } from './sums';

/** Farther ancestors are as good as none. */
const far = 20;

const named =
  'nav header footer aside main article section form ul ol table figure blockquote details dl p li td button pre'.split(
    ' ',
  );
const places = new Map(named.map((tag, index) => [tag, hintCount + index]));

export const distanceCount = hintCount + named.length;

/** For each box, one after the other, how many steps up the next one is with each hint and each of the named tags. */
export function distancesIn({ boxes }: Seen): Float32Array {
  const rows = new Float32Array(boxes.length * distanceCount);
  for (const [index, { parent, tag, hints }] of boxes.entries()) {
    const row = index * distanceCount;
    const above = parent * distanceCount;
    for (let at = 0; at < distanceCount; at += 1) {
      rows[row + at] = parent < 0 ? far : Math.min(far, (rows[above + at] as number) + 1);
    }
    for (let at = row, left = hints; left !== 0; at += 1, left >>>= 1) if (left & 1) rows[at] = 0;
    const place = places.get(tag);
    if (place !== undefined) rows[row + place] = 0;
  }
  return rows;
}

/** Boxes or blocks that are alike, taken together. */
export interface Group {
  count: number;
  words: number;
  links: number;
  prose: number;
}

const noGroup: Group = { count: 0, words: 0, links: 0, prose: 0 };

/** For each box, the siblings that look like it, itself included. */
function siblingsIn({ boxes }: Seen, sums: Sums): readonly Group[] {
  const groups = new Map<number, Group>();
  const keys = boxes.map(({ parent, look }) => parent * 0x100000000 + look);
  for (const [index, box] of boxes.entries()) {
    if (box.end === box.start) continue;
    const key = keys[index] ?? 0;
    const group = groups.get(key) ?? { ...noGroup };
    group.count += 1;
    group.words += within(sums.words, box);
    group.links += within(sums.linkWords, box);
    group.prose += within(sums.proseWords, box);
    groups.set(key, group);
  }
  return keys.map((key) => groups.get(key) ?? noGroup);
}

export interface Repeat {
  readonly group: Group;
  /** Steps from the box up to the one that is repeated. */
  readonly steps: number;
}

/** For each box, the largest group of three or more siblings that it or a near ancestor belongs to. */
export function repeatsIn(seen: Seen, sums: Sums): readonly Repeat[] {
  const groups = siblingsIn(seen, sums);
  return seen.boxes.map((_, from) => {
    let best: Repeat = { group: noGroup, steps: 0 };
    let at = from;
    for (let steps = 0; at >= 0 && steps < 8; steps += 1) {
      const group = groups[at] ?? noGroup;
      if (group.count > 2 && group.words > best.group.words) best = { group, steps };
      at = seen.boxes[at]?.parent ?? -1;
    }
    return best;
  });
}

/** The blocks that the page's templates put in the same place, by the path of their boxes. */
export function pathsIn({ boxes, blocks }: Seen, sums: Sums): ReadonlyMap<number, Group> {
  const paths = new Map<number, Group>();
  for (const [index, { box }] of blocks.entries()) {
    const key = boxes[box]?.path ?? 0;
    const path = paths.get(key) ?? { ...noGroup };
    const words = sums.measures[index]?.words ?? 0;
    path.count += 1;
    path.words += words;
    path.links += words * (sums.density[index] ?? 0);
    paths.set(key, path);
  }
  return paths;
}

/** The smallest box with this share of the page's sentences. */
export function heartOf({ boxes }: Seen, sums: Sums, part: number): Box | null {
  const enough = (sums.proseWords.at(-1) ?? 0) * part;
  let best: Box | null = null;
  for (const box of boxes) {
    if (within(sums.proseWords, box) < enough) continue;
    if (!best || box.end - box.start <= best.end - best.start) best = box;
  }
  return best;
}
