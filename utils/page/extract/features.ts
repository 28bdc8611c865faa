import { chainsIn, heartOf } from './chains';
import { distancesAt, type Known, Rows, width, writeRow } from './columns';
import { distanceCount, distancesIn } from './distances';
import { groupsIn } from './groups';
import { pageRow } from './page-row';
import type { Block, Seen } from './seen';
import type { Steps } from './steps';
import { type Sums, stride, sumsOf } from './sums';

/** A row of numbers for each block, one after the other. */
export interface Table {
  readonly numbers: Float32Array;
  readonly width: number;
  readonly sums: Sums;
}

/** Describes each block. Of the columns that are not `asked` for, some are left out; null asks for all. */
export function* tableOf(seen: Seen, asked: readonly number[] | null): Steps<Table> {
  const sums = yield* sumsOf(seen);
  const known = yield* knownOf(seen, sums, asked);
  const row = new Rows(seen.blocks.length);
  for (let index = 0; index < seen.blocks.length; index += 1) {
    writeRow(row, seen.blocks[index] as Block, index, known);
    if (index % stride === 0) yield;
  }
  return { numbers: row.numbers, width, sums };
}

function* knownOf(seen: Seen, sums: Sums, asked: readonly number[] | null): Steps<Known> {
  const hearts = [heartOf(seen, sums, 0.5), heartOf(seen, sums, 0.8)];
  const all = Array.from({ length: distanceCount }, (_, at) => at);
  const distancesAsked = asked ? all.filter((at) => asked.includes(distancesAt + at)) : all;
  const distances = yield* distancesIn(seen, distancesAsked);
  yield;
  return {
    seen,
    sums,
    allWords: sums.words[seen.blocks.length] as number,
    chains: yield* chainsIn(seen, sums, hearts),
    distances,
    distancesAsked,
    groups: yield* groupsIn(seen, sums),
    hearts,
    page: pageRow(seen, sums),
    ...textsIn(seen),
    proseFrom: sums.isProse.indexOf(1),
    proseTo: sums.isProse.lastIndexOf(1),
    ...proseAround(sums.isProse),
  };
}

/** How often each text is there, and the headings. */
function textsIn({ boxes, blocks }: Seen) {
  const copies = new Map<string, number>();
  const headings = new Uint8Array(blocks.length);
  const headingsBefore = new Uint32Array(blocks.length);
  for (let index = 0, before = 0; index < blocks.length; index += 1) {
    const { text, box } = blocks[index] as Block;
    copies.set(text, (copies.get(text) ?? 0) + 1);
    const level = levelOf(boxes[box]?.tag ?? '');
    headings[index] = level;
    headingsBefore[index] = before;
    before += Math.min(1, level);
  }
  return { copies, headings, headingsBefore, h1: headings.indexOf(1) };
}

function levelOf(tag: string): number {
  if (tag.length !== 2 || tag.charCodeAt(0) !== 104) return 0;
  const level = tag.charCodeAt(1) - 48;
  return level >= 1 && level <= 6 ? level : 0;
}

/** For each block, how many blocks it is back, or on, to the next with sentences. */
function proseAround(isProse: Uint8Array) {
  const proseBefore = new Uint8Array(isProse.length);
  const proseAfter = new Uint8Array(isProse.length);
  const farthest = 40;
  for (let index = 0, steps = farthest; index < isProse.length; index += 1) {
    proseBefore[index] = steps;
    steps = isProse[index] ? 1 : Math.min(farthest, steps + 1);
  }
  for (let index = isProse.length - 1, steps = farthest; index >= 0; index -= 1) {
    proseAfter[index] = steps;
    steps = isProse[index] ? 1 : Math.min(farthest, steps + 1);
  }
  return { proseBefore, proseAfter };
}
