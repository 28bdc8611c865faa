import type { Box, Seen } from './seen';
import type { Steps } from './steps';
import { type Sums, stride, within } from './sums';

/** Boxes or blocks that are alike, taken together. */
export interface Group {
  count: number;
  words: number;
  links: number;
  prose: number;
}

/** For each block, its groups. */
export interface Groups {
  /** The largest group of three or more siblings that look alike which its box or a near ancestor belongs to. */
  readonly repeats: readonly (Group | null)[];
  /** The blocks that the page's templates put in the same place, by the path of their boxes. */
  readonly paths: readonly Group[];
}

/** Ancestors that are near. */
const near = 8;

/** For each box that holds anything, the siblings that look like it, itself included. */
function* siblingsIn({ boxes }: Seen, sums: Sums): Steps<readonly (Group | undefined)[]> {
  const groups = new Map<number, Group>();
  const found = new Array<Group | undefined>(boxes.length);
  for (let index = 0; index < boxes.length; index += 1) {
    const box = boxes[index] as Box;
    const group = groupFor(groups, mixed(box.parent, box.look));
    group.count += 1;
    group.words += within(sums.words, box);
    group.links += within(sums.linkWords, box);
    group.prose += within(sums.proseWords, box);
    found[index] = group;
    if (index % stride === 0) yield;
  }
  return found;
}

/** One number of 30 bits, which maps take faster than larger ones, for two. */
function mixed(one: number, other: number): number {
  return (Math.imul(one, 0x9e3779b1) ^ other) >>> 2;
}

function groupFor(groups: Map<number, Group>, key: number): Group {
  const known = groups.get(key);
  if (known) return known;
  const group = { count: 0, words: 0, links: 0, prose: 0 };
  groups.set(key, group);
  return group;
}

export function* groupsIn(seen: Seen, sums: Sums): Steps<Groups> {
  const { boxes, blocks } = seen;
  const siblings = yield* siblingsIn(seen, sums);
  const templates = new Map<number, Group>();
  const repeats: (Group | null)[] = [];
  const paths: Group[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const from = blocks[index]?.box ?? 0;
    const path = groupFor(templates, mixed(0, boxes[from]?.path ?? 0));
    const words = sums.counts[index] as number;
    path.count += 1;
    path.words += words;
    path.links += words * (sums.density[index] as number);
    paths.push(path);
    let best: Group | null = null;
    for (let at = from, step = 0; at >= 0 && step < near; step += 1) {
      const group = siblings[at];
      if (group && group.count > 2 && group.words > (best?.words ?? 0)) {
        best = group;
      }
      at = boxes[at]?.parent ?? -1;
    }
    repeats.push(best);
    if (index % stride === 0) yield;
  }
  return { repeats, paths };
}
