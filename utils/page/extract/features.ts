import { type Known, Rows, width, writeRow } from './columns';
import { distancesIn, heartOf, pathsIn, repeatsIn } from './groups';
import { pageRow } from './page-row';
import type { Seen } from './seen';
import { chainsIn, running, type Sums, sumsOf } from './sums';

/** A row of numbers for each block, one after the other. */
export interface Table {
  readonly numbers: Float32Array;
  readonly width: number;
  readonly sums: Sums;
}

/** Describes each block. */
export function tableOf(seen: Seen): Table {
  const sums = sumsOf(seen);
  const known = knownOf(seen, sums);
  const row = new Rows(seen.blocks.length);
  for (const [index, block] of seen.blocks.entries()) {
    writeRow(row, block, index, known);
  }
  return { numbers: row.numbers, width, sums };
}

function knownOf(seen: Seen, sums: Sums): Known {
  const { boxes, blocks } = seen;
  const copies = new Map<string, number>();
  for (const { text } of blocks) copies.set(text, (copies.get(text) ?? 0) + 1);
  const headings = blocks.map(({ box }) =>
    Number(/^h([1-6])$/.exec(boxes[box]?.tag ?? '')?.[1] ?? 0),
  );
  return {
    seen,
    sums,
    allWords: sums.words.at(-1) ?? 0,
    chains: chainsIn(seen),
    distances: distancesIn(seen),
    repeats: repeatsIn(seen, sums),
    paths: pathsIn(seen, sums),
    hearts: [heartOf(seen, sums, 0.5), heartOf(seen, sums, 0.8)],
    page: Float32Array.from(pageRow(seen, sums)),
    copies,
    headings,
    headingsBefore: running(headings.map((level) => Math.min(1, level))),
    h1: headings.indexOf(1),
    proseFrom: sums.isProse.indexOf(true),
    proseTo: sums.isProse.lastIndexOf(true),
    proseBefore: stepsSince(sums.isProse),
    proseAfter: stepsSince(sums.isProse.toReversed()).toReversed(),
  };
}

/** For each place, how many steps back the last true value before it is. */
function stepsSince(values: readonly boolean[]): readonly number[] {
  let steps = 99;
  return values.map((value) => {
    const before = steps;
    steps = value ? 1 : steps + 1;
    return Math.min(40, before);
  });
}
