import { type Chains, type Hearts, stepsTo } from './chains';
import { type Groups, type Place, repeatAround } from './groups';
import type { Block, Box, Seen } from './seen';
import { type Sums, share, within } from './sums';

/** What is known of the boxes of a page. */
export interface Around {
  readonly seen: Seen;
  readonly sums: Sums;
  readonly chains: Chains;
  readonly groups: Groups;
  readonly hearts: Hearts;
}

const boxWidth = 4;
const widths = { boxes: 4 * boxWidth + 3, hearts: 5, groups: 6 };

/** Numbers that tell what is around a block. */
export const settingWidth = widths.boxes + widths.hearts + widths.groups;

/** Writes what is around a block. */
export function setting(row: Float32Array, start: number, index: number, around: Around): void {
  const { box } = around.seen.blocks[index] as Block;
  const head = around.chains.heads[box] as number;
  let at = start;
  boxes(row, at, head, around);
  at += widths.boxes;
  hearts(row, at, head, around);
  at += widths.hearts;
  repetition(row, at, index, around);
}

/** How far it is to the page's sentences. */
function hearts(row: Float32Array, at: number, head: number, around: Around): void {
  const { seen, chains } = around;
  for (let nth = 0; nth < around.hearts.length; nth += 1) {
    const heart = around.hearts[nth];
    row[at + 2 * nth] = heart && isWithin(seen.boxes[head], heart) ? 1 : 0;
    row[at + 2 * nth + 1] = heart ? stepsTo(heart, head, chains, seen.boxes) : -1;
  }
  row[at + 4] = Math.min(40, chains.lengths[head] ?? 0);
}

function isWithin(box: Box | undefined, { start, end }: Box): boolean {
  return box !== undefined && box.start >= start && box.end <= end;
}

/** The three next boxes, and the outermost that is not nearly all of the page. */
function boxes(row: Float32Array, at: number, head: number, around: Around): void {
  const { next, tops } = around.chains;
  let box = head;
  for (let level = 0; level < 3; level += 1) {
    tell(row, at + level * boxWidth, box, around);
    const outer = box < 0 ? -1 : (next[box] as number);
    if (outer >= 0) box = outer;
  }
  const top = head < 0 ? -1 : (tops[head] as number);
  tell(row, at + 3 * boxWidth, top, around);
  const { start, end } = around.seen.boxes[top] ?? { start: 0, end: 0 };
  const count = around.sums.counts.length;
  row[at + 4 * boxWidth] = end - start;
  row[at + 4 * boxWidth + 1] = share(start, count);
  row[at + 4 * boxWidth + 2] = top < 0 ? 1 : share(end, count);
}

function tell(row: Float32Array, at: number, index: number, { seen, sums }: Around): void {
  const box = seen.boxes[index];
  if (!box) return;
  const words = within(sums.words, box);
  row[at] = words;
  row[at + 1] = share(within(sums.linkWords, box), words);
  row[at + 2] = share(within(sums.proseWords, box), words);
  row[at + 3] = share(words, sums.words[sums.counts.length] as number);
}

/** How often there is the same beside it, and in its place. */
function repetition(row: Float32Array, at: number, index: number, { seen, groups }: Around): void {
  const { box } = seen.blocks[index] as Block;
  const place = groups.places[index] as Place;
  const repeat = repeatAround(box, seen.boxes, groups);
  if (repeat) {
    row[at] = repeat.count;
    row[at + 1] = share(repeat.words, repeat.count);
    row[at + 2] = share(repeat.prose, repeat.words);
  }
  row[at + 3] = place.count;
  row[at + 4] = share(place.words, place.count);
  row[at + 5] = share(place.links, place.words);
}
