import { boxWidth, type Chains } from './chains';
import { distanceCount } from './distances';
import type { Group, Groups } from './groups';
import type { Block, Box, Seen } from './seen';
import { log, type Sums, share, within } from './sums';

/** What is known of the page when its rows are written. */
export interface Known {
  readonly seen: Seen;
  readonly sums: Sums;
  readonly allWords: number;
  readonly chains: Chains;
  readonly distances: Uint8Array;
  readonly distancesAsked: readonly number[];
  readonly groups: Groups;
  readonly hearts: readonly (Box | null)[];
  readonly page: Float32Array;
  readonly copies: ReadonlyMap<string, number>;
  /** 1 to 6; 0 where there is none. */
  readonly headings: Uint8Array;
  readonly headingsBefore: Uint32Array;
  readonly h1: number;
  readonly proseFrom: number;
  readonly proseTo: number;
  readonly proseBefore: Uint8Array;
  readonly proseAfter: Uint8Array;
}

/** Numbers in a row. */
export const width = 156;
/** Where the distances begin in it. */
export const distancesAt = 16;

/** Filled from the first row to the last. A call for each number costs less than a list of them. */
export class Rows {
  readonly numbers: Float32Array;
  at = 0;

  constructor(count: number) {
    this.numbers = new Float32Array(count * width);
  }

  add(value: number): void {
    this.numbers[this.at] = value;
    this.at += 1;
  }

  addAll(values: Float32Array): void {
    this.numbers.set(values, this.at);
    this.at += values.length;
  }
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** Writes the row of one block: itself, what is around it, the boxes it is in, and the page. */
export function writeRow(row: Rows, block: Block, index: number, known: Known): void {
  own(row, block, index, known);
  distances(row, block, known);
  neighbours(row, index, known);
  place(row, index, known);
  ancestors(row, block, index, known);
  groups(row, index, known);
  row.addAll(known.page);
}

function own(
  row: Rows,
  block: Block,
  index: number,
  { sums, seen, copies, headings }: Known,
): void {
  const measure = sums.measures[index];
  if (!measure) throw new RangeError('A block was not measured.');
  const { words, letters, ends, commas, digits, capitals, rules, money, endsSentence } = measure;
  const { text } = block;
  const first = text.charCodeAt(0);
  row.add(log(words));
  row.add(share(letters, words));
  row.add(sums.density[index] as number);
  row.add(Math.min(50, block.links));
  row.add(Math.min(30, ends));
  row.add(Number(endsSentence));
  row.add(share(commas, words));
  row.add(share(digits, digits + letters));
  row.add(share(capitals, words));
  row.add(headings[index] as number);
  row.add(rules);
  row.add(Math.min(4, money));
  row.add(log(copies.get(text) ?? 0));
  row.add(Number(text.length > 3 && seen.title.includes(text)));
  row.add(Number(first >= 97 && first <= 122));
  row.add(sums.isProse[index] as number);
}

function distances(row: Rows, { box, hints }: Block, known: Known): void {
  const { numbers, at: start } = row;
  const from = box * distanceCount;
  const { distances: rows, distancesAsked: asked } = known;
  for (let nth = 0; nth < asked.length; nth += 1) {
    const at = asked[nth] as number;
    numbers[start + at] = rows[from + at] as number;
  }
  for (let at = start, left = hints; left !== 0; at += 1, left >>>= 1) {
    if (left & 1) numbers[at] = 0;
  }
  row.at += distanceCount;
}

const offsets = [-2, -1, 1, 2] as const;

function neighbours(row: Rows, index: number, { sums, headings, seen }: Known): void {
  const count = seen.blocks.length;
  for (const offset of offsets) {
    const at = index + offset;
    const isThere = at >= 0 && at < count;
    row.add(isThere ? log(sums.measures[at]?.words ?? 0) : 0);
    row.add(isThere ? (sums.density[at] as number) : 1);
  }
  row.add(headings[index - 1] ?? 0);
  row.add(headings[index + 1] ?? 0);
  addAround(row, sums, Math.max(0, index - 4), Math.min(count, index + 5));
  addAround(row, sums, Math.max(0, index - 12), Math.min(count, index + 13));
}

function addAround(row: Rows, sums: Sums, start: number, end: number): void {
  const around = { start, end };
  const words = within(sums.words, around);
  row.add(share(within(sums.proseWords, around), words));
  row.add(share(within(sums.linkWords, around), words));
  row.add(log(words));
}

function place(row: Rows, index: number, known: Known): void {
  const { sums, seen, allWords, h1, proseFrom, proseTo } = known;
  const count = seen.blocks.length;
  row.add(known.proseBefore[index] as number);
  row.add(known.proseAfter[index] as number);
  row.add(share(sums.words[index] as number, allWords));
  row.add(share(index, count));
  row.add(clamp(index - proseFrom, -40, 40));
  row.add(clamp(proseTo - index, -40, 40));
  row.add(h1 < 0 ? -50 : clamp(index - h1, -40, 60));
  row.add(share(sums.proseWords[index] as number, sums.proseWords[count] as number));
  row.add(known.headingsBefore[index] as number);
}

function ancestors(row: Rows, block: Block, index: number, known: Known): void {
  const { seen, chains, hearts } = known;
  const head = chains.heads[block.box] as number;
  for (let level = 0, box = head; level < 4; level += 1) {
    tellOf(row, box, chains.told);
    const next = box < 0 ? -1 : (chains.next[box] as number);
    if (next >= 0) box = next;
  }
  const top = head < 0 ? -1 : (chains.tops[head] as number);
  tellOf(row, top, chains.told);
  const count = seen.blocks.length;
  row.add(share(seen.boxes[top]?.start ?? 0, count));
  row.add(top < 0 ? 1 : share(seen.boxes[top]?.end ?? 0, count));
  for (let at = 0; at < hearts.length; at += 1) {
    const heart = hearts[at];
    row.add(Number(heart ? index >= heart.start && index < heart.end : false));
    row.add(chains.toHearts[at]?.[head] ?? -1);
  }
  row.add(Math.min(40, chains.lengths[head] ?? 0));
}

function tellOf(row: Rows, box: number, told: Float32Array): void {
  const { numbers, at: start } = row;
  row.at += boxWidth;
  if (box < 0) return;
  for (let at = 0; at < boxWidth; at += 1) {
    numbers[start + at] = told[box * boxWidth + at] as number;
  }
}

function groups(row: Rows, index: number, { groups: { repeats, steps, paths } }: Known): void {
  const repeat = repeats[index];
  addGroup(row, repeat);
  row.add(share(repeat?.prose ?? 0, repeat?.words ?? 0));
  row.add(steps[index] as number);
  addGroup(row, paths[index]);
}

function addGroup(row: Rows, group: Group | null | undefined): void {
  const { count = 0, words = 0, links = 0 } = group ?? {};
  row.add(log(count));
  row.add(log(share(words, count)));
  row.add(share(links, words));
}
