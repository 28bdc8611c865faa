import type { Steps } from '../../core/steps';
import { chainsIn, heartsIn } from './chains';
import { blockWidth, type Known, width, writeRow } from './columns';
import { groupsIn, type Place } from './groups';
import { pageRow } from './page-row';
import type { Block, Seen } from './seen';
import { type Sums, sumsOf } from './sums';
import { type Twins, twinsIn } from './twins';

/** What the trees are told of the blocks of a page. */
export interface Features {
  /** Numbers for one block; until the next one is described. */
  readonly describe: (block: number) => Float32Array;
  readonly twins: readonly Twins[];
  readonly sums: Sums;
  readonly places: readonly Place[];
}

export function* featuresOf(seen: Seen): Steps<Features> {
  const sums = yield* sumsOf(seen);
  const known = yield* knownOf(seen, sums);
  // One row for all: to have one for each block takes memory that the browser then clears away.
  const row = new Float32Array(width);
  row.set(pageRow(seen, sums), blockWidth);
  const describe = (block: number) => {
    row.fill(0, 0, blockWidth);
    writeRow(row, block, known);
    return row;
  };
  return { describe, twins: twinsIn(seen, sums), sums, places: known.groups.places };
}

function* knownOf(seen: Seen, sums: Sums): Steps<Known> {
  const chains = yield* chainsIn(seen, sums);
  const groups = yield* groupsIn(seen, sums);
  const hearts = heartsIn(seen, chains, sums);
  return { seen, sums, chains, groups, hearts, ...textsIn(seen) };
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
