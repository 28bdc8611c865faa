import type { Steps } from '../../core/steps';
import type { Box, Seen } from './seen';
import { mixed, type Sums, stride, within } from './sums';

/** Siblings that look alike, taken together. */
export interface Group {
  count: number;
  words: number;
  prose: number;
}

/** The blocks that the page's templates put in the same place, by the path of their boxes. */
export interface Place {
  readonly first: number;
  count: number;
  words: number;
  links: number;
}

export interface Groups {
  /** Of each box, the siblings that look like it, itself included; nothing where there are none. */
  readonly siblings: readonly (Group | undefined)[];
  /** Of each block. */
  readonly places: readonly Place[];
}

/** Ancestors that are near. */
const near = 8;

/** One is a repetition of nothing, and so are two. */
const few = 2;

/** The largest group of siblings that look alike which a box or a near ancestor belongs to. */
export function repeatAround(box: number, boxes: readonly Box[], { siblings }: Groups) {
  let best: Group | null = null;
  for (let at = box, step = 0; at >= 0 && step < near; step += 1) {
    const group = siblings[at];
    if (group && group.count > few && group.words > (best?.words ?? 0)) best = group;
    at = (boxes[at] as Box).parent;
  }
  return best;
}

export function* groupsIn(seen: Seen, sums: Sums): Steps<Groups> {
  return { siblings: yield* siblingsIn(seen, sums), places: yield* placesIn(seen, sums) };
}

function* siblingsIn({ boxes }: Seen, sums: Sums): Steps<readonly (Group | undefined)[]> {
  const groups = new Map<number, Group>();
  const found = new Array<Group | undefined>(boxes.length);
  for (let index = 0; index < boxes.length; index += 1) {
    const box = boxes[index] as Box;
    const around = boxes[box.parent];
    if (index % stride === 0) yield;
    // Most boxes are alone in another one.
    if (!around || around.end - around.start < box.end - box.start + few) continue;
    const key = mixed(box.parent, box.look);
    const group = groups.get(key) ?? { count: 0, words: 0, prose: 0 };
    if (group.count === 0) groups.set(key, group);
    group.count += 1;
    group.words += within(sums.words, box);
    group.prose += within(sums.proseWords, box);
    found[index] = group;
  }
  return found;
}

function* placesIn({ boxes, blocks }: Seen, sums: Sums): Steps<readonly Place[]> {
  const known = new Map<number, Place>();
  const places: Place[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const key = (boxes[blocks[index]?.box ?? 0]?.path ?? 0) >>> 2;
    const place = known.get(key) ?? { first: index, count: 0, words: 0, links: 0 };
    if (place.count === 0) known.set(key, place);
    const words = sums.counts[index] as number;
    place.count += 1;
    place.words += words;
    place.links += words * (sums.density[index] as number);
    places.push(place);
    if (index % stride === 0) yield;
  }
  return places;
}
