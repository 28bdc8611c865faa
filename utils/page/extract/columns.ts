import { boxWidth, type Chains } from './chains';
import { distanceCount, distancesOf, type Nearest } from './distances';
import type { Group, Groups } from './groups';
import { pageWidth } from './page-row';
import type { Block, Box, Seen } from './seen';
import { log, type Sums, share } from './sums';

/** What is known of the page when its rows are written. */
export interface Known {
  readonly seen: Seen;
  readonly sums: Sums;
  readonly allWords: number;
  readonly chains: Chains;
  readonly nearest: Nearest;
  readonly groups: Groups;
  readonly hearts: readonly (Box | null)[];
  readonly page: Float32Array;
  readonly copies: ReadonlyMap<string, number>;
  /** 1 to 6; 0 where there is none. */
  readonly headings: Uint8Array;
  readonly headingsBefore: Uint32Array;
  readonly h1: number;
}

const widths = {
  own: 7,
  distances: distanceCount,
  neighbours: 4,
  place: 5,
  ancestors: 4 * boxWidth + 3,
  hearts: 5,
  groups: 6,
  page: pageWidth,
};

/** Numbers in a row. */
export const width = Object.values(widths).reduce((sum, one) => sum + one, 0);

/** Writes the row of one block: itself, what is around it, the boxes it is in, and the page. */
export function writeRow(rows: Float32Array, index: number, known: Known): void {
  const block = known.seen.blocks[index] as Block;
  const head = known.chains.heads[block.box] as number;
  let at = index * width;
  own(rows, at, block, index, known);
  at += widths.own;
  distancesOf(rows, at, block, known.nearest);
  at += widths.distances;
  neighbours(rows, at, index, known.sums);
  at += widths.neighbours;
  place(rows, at, index, known);
  at += widths.place;
  ancestors(rows, at, head, known);
  at += widths.ancestors;
  hearts(rows, at, head, index, known);
  at += widths.hearts;
  groups(rows, at, index, known.groups);
  rows.set(known.page, at + widths.groups);
}

function own(
  rows: Float32Array,
  at: number,
  { text }: Block,
  index: number,
  { sums, copies, headings }: Known,
): void {
  rows[at] = log(sums.counts[index] as number);
  rows[at + 1] = sums.density[index] as number;
  rows[at + 2] = sums.endsSentence[index] as number;
  rows[at + 3] = sums.rules[index] as number;
  rows[at + 4] = log(copies.get(text) ?? 0);
  rows[at + 5] = sums.isProse[index] as number;
  rows[at + 6] = headings[index] as number;
}

function neighbours(rows: Float32Array, at: number, index: number, sums: Sums): void {
  const count = sums.counts.length;
  around(rows, at, sums, Math.max(0, index - 4), Math.min(count, index + 5));
  around(rows, at + 2, sums, Math.max(0, index - 12), Math.min(count, index + 13));
}

function around(rows: Float32Array, at: number, sums: Sums, start: number, end: number): void {
  const words = (sums.words[end] as number) - (sums.words[start] as number);
  const linked = (sums.linkWords[end] as number) - (sums.linkWords[start] as number);
  rows[at] = log(words);
  rows[at + 1] = share(linked, words);
}

function place(rows: Float32Array, at: number, index: number, known: Known): void {
  const { sums, allWords, h1 } = known;
  const count = sums.counts.length;
  rows[at] = share(sums.words[index] as number, allWords);
  rows[at + 1] = share(index, count);
  rows[at + 2] = h1 < 0 ? -50 : Math.max(-40, Math.min(60, index - h1));
  rows[at + 3] = share(sums.proseWords[index] as number, sums.proseWords[count] as number);
  rows[at + 4] = known.headingsBefore[index] as number;
}

/** The three next boxes, and the outermost that is not nearly all of the page. */
function ancestors(rows: Float32Array, at: number, head: number, known: Known): void {
  const { told, next, tops } = known.chains;
  let box = head;
  for (let level = 0; level < 3; level += 1) {
    tell(rows, at + level * boxWidth, told, box);
    const outer = box < 0 ? -1 : (next[box] as number);
    if (outer >= 0) box = outer;
  }
  const top = head < 0 ? -1 : (tops[head] as number);
  tell(rows, at + 3 * boxWidth, told, top);
  const { start, end } = known.seen.boxes[top] ?? { start: 0, end: 0 };
  const count = known.sums.counts.length;
  rows[at + 4 * boxWidth] = log(end - start);
  rows[at + 4 * boxWidth + 1] = share(start, count);
  rows[at + 4 * boxWidth + 2] = top < 0 ? 1 : share(end, count);
}

function tell(rows: Float32Array, at: number, told: Float32Array, box: number): void {
  if (box < 0) return;
  const from = box * boxWidth;
  for (let nth = 0; nth < boxWidth; nth += 1) rows[at + nth] = told[from + nth] as number;
}

function hearts(
  rows: Float32Array,
  at: number,
  head: number,
  index: number,
  { chains, hearts: all }: Known,
): void {
  for (let nth = 0; nth < all.length; nth += 1) {
    const heart = all[nth];
    rows[at + 2 * nth] = heart && index >= heart.start && index < heart.end ? 1 : 0;
    rows[at + 2 * nth + 1] = chains.toHearts[nth]?.[head] ?? -1;
  }
  rows[at + 4] = Math.min(40, chains.lengths[head] ?? 0);
}

function groups(rows: Float32Array, at: number, index: number, all: Groups): void {
  const repeat = all.repeats[index];
  const path = all.paths[index] as Group;
  if (repeat) {
    rows[at] = log(repeat.count);
    rows[at + 1] = log(share(repeat.words, repeat.count));
    rows[at + 2] = share(repeat.prose, repeat.words);
  }
  rows[at + 3] = log(path.count);
  rows[at + 4] = log(share(path.words, path.count));
  rows[at + 5] = share(path.links, path.words);
}
