import { distanceCount, type Group, type Repeat } from './groups';
import type { Block, Box, Seen } from './seen';
import { type Sums, share, within } from './sums';

/** What is known of the page when its rows are written. */
export interface Known {
  readonly seen: Seen;
  readonly sums: Sums;
  readonly allWords: number;
  readonly chains: readonly (readonly Box[])[];
  readonly distances: Float32Array;
  readonly repeats: readonly Repeat[];
  readonly paths: ReadonlyMap<number, Group>;
  readonly hearts: readonly (Box | null)[];
  readonly page: Float32Array;
  readonly copies: ReadonlyMap<string, number>;
  /** 1 to 6; 0 where there is none. */
  readonly headings: readonly number[];
  readonly headingsBefore: Float64Array;
  readonly h1: number;
  readonly proseFrom: number;
  readonly proseTo: number;
  readonly proseBefore: readonly number[];
  readonly proseAfter: readonly number[];
}

/** Numbers in a row. */
export const width = 156;

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

const log = (value: number) => Math.log2(1 + value);
const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** Writes the row of one block: itself, what is around it, the boxes it is in, and the page. */
export function writeRow(row: Rows, block: Block, index: number, known: Known): void {
  own(row, block, index, known);
  distances(row, block, known);
  neighbours(row, index, known);
  place(row, index, known);
  ancestors(row, block, index, known);
  groups(row, block, known);
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
  row.add(sums.density[index] ?? 0);
  row.add(Math.min(50, block.links));
  row.add(Math.min(30, ends));
  row.add(Number(endsSentence));
  row.add(share(commas, words));
  row.add(share(digits, digits + letters));
  row.add(share(capitals, words));
  row.add(headings[index] ?? 0);
  row.add(rules);
  row.add(Math.min(4, money));
  row.add(log(copies.get(text) ?? 0));
  row.add(Number(text.length > 3 && seen.title.includes(text)));
  row.add(Number(first >= 97 && first <= 122));
  row.add(Number(sums.isProse[index]));
}

function distances(row: Rows, { box, hints }: Block, known: Known): void {
  const { numbers, at: start } = row;
  const from = box * distanceCount;
  for (let at = 0; at < distanceCount; at += 1) {
    numbers[start + at] = known.distances[from + at] as number;
  }
  for (let at = start, left = hints; left !== 0; at += 1, left >>>= 1) {
    if (left & 1) numbers[at] = 0;
  }
  row.at += distanceCount;
}

function neighbours(row: Rows, index: number, { sums, headings, seen }: Known): void {
  for (const offset of [-2, -1, 1, 2]) {
    row.add(log(sums.measures[index + offset]?.words ?? 0));
    row.add(sums.density[index + offset] ?? 1);
  }
  row.add(headings[index - 1] ?? 0);
  row.add(headings[index + 1] ?? 0);
  for (const reach of [4, 12]) {
    const start = Math.max(0, index - reach);
    const around = { start, end: Math.min(seen.blocks.length, index + reach + 1) };
    const words = within(sums.words, around);
    row.add(share(within(sums.proseWords, around), words));
    row.add(share(within(sums.linkWords, around), words));
    row.add(log(words));
  }
}

function place(row: Rows, index: number, known: Known): void {
  const { sums, seen, allWords, h1 } = known;
  row.add(known.proseBefore[index] ?? 40);
  row.add(known.proseAfter[index] ?? 40);
  row.add(share(sums.words[index] ?? 0, allWords));
  row.add(share(index, seen.blocks.length));
  row.add(clamp(index - known.proseFrom, -40, 40));
  row.add(clamp(known.proseTo - index, -40, 40));
  row.add(h1 < 0 ? -50 : clamp(index - h1, -40, 60));
  row.add(share(sums.proseWords[index] ?? 0, sums.proseWords.at(-1) ?? 0));
  row.add(known.headingsBefore[index] ?? 0);
}

function ancestors(row: Rows, block: Block, index: number, known: Known): void {
  const { sums, seen, allWords, hearts } = known;
  const chain = known.chains[block.box] ?? [];
  for (let level = 0; level < 4; level += 1) {
    boxNumbers(row, chain[Math.min(level, chain.length - 1)], sums, allWords);
  }
  const top = chain.findLast((box) => within(sums.words, box) < allWords * 0.85);
  boxNumbers(row, top, sums, allWords);
  const count = seen.blocks.length;
  row.add(top ? share(top.start, count) : 0);
  row.add(top ? share(top.end, count) : 1);
  for (const heart of hearts) {
    if (!heart) {
      row.add(0);
      row.add(-1);
    } else {
      row.add(Number(index >= heart.start && index < heart.end));
      row.add(chain.findIndex(({ start, end }) => start <= heart.start && end >= heart.end));
    }
  }
  row.add(Math.min(40, chain.length));
}

function boxNumbers(row: Rows, box: Box | undefined, sums: Sums, allWords: number): void {
  if (!box) {
    row.at += 6;
    return;
  }
  const words = within(sums.words, box);
  row.add(log(words));
  row.add(share(within(sums.linkWords, box), words));
  row.add(share(within(sums.proseWords, box), words));
  row.add(log(box.end - box.start));
  row.add(share(words, allWords));
  row.add(share(within(sums.ends, box), words));
}

function groups(row: Rows, { box }: Block, { seen, repeats, paths }: Known): void {
  const repeat = repeats[box];
  const { count = 0, words = 0, links = 0, prose = 0 } = repeat?.group ?? {};
  row.add(log(count));
  row.add(log(share(words, count)));
  row.add(share(links, words));
  row.add(share(prose, words));
  row.add(repeat?.steps ?? 0);
  const path = paths.get(seen.boxes[box]?.path ?? 0);
  row.add(log(path?.count ?? 0));
  row.add(log(share(path?.words ?? 0, path?.count ?? 0)));
  row.add(share(path?.links ?? 0, path?.words ?? 0));
}
