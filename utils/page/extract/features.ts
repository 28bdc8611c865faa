import {
  distanceCount,
  distancesIn,
  far,
  type Group,
  heartOf,
  pathsIn,
  type Repeat,
  repeatsIn,
} from './groups';
import { hintCount } from './hints';
import { pageRow } from './page-row';
import type { Block, Box, Seen } from './seen';
import { chainOf, running, type Sums, share, sumsOf, within } from './sums';

/** One row of numbers for each block. */
export interface Table {
  readonly rows: readonly Float32Array[];
  readonly sums: Sums;
}

/** What is known of the page when its rows are written. */
interface Known {
  readonly seen: Seen;
  readonly sums: Sums;
  readonly allWords: number;
  readonly chains: readonly (readonly Box[])[];
  readonly distances: readonly Uint8Array[];
  readonly repeats: readonly Repeat[];
  readonly paths: ReadonlyMap<number, Group>;
  readonly hearts: readonly (Box | null)[];
  readonly page: readonly number[];
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

const log = (value: number) => Math.log2(1 + value);
const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** Describes each block by itself, what is around it, the boxes it is in and the page. */
export function tableOf(seen: Seen): Table {
  const sums = sumsOf(seen);
  const known = knownOf(seen, sums);
  let width = 200;
  const rows = seen.blocks.map((block, index) => {
    const row = new Row(width);
    own(row, block, index, known);
    distances(row, block, known);
    neighbours(row, index, known);
    place(row, index, known);
    ancestors(row, block, index, known);
    groups(row, block, known);
    row.add(...known.page);
    width = row.size;
    return row.numbers.subarray(0, row.size);
  });
  return { rows, sums };
}

class Row {
  readonly numbers: Float32Array;
  size = 0;

  constructor(width: number) {
    this.numbers = new Float32Array(width);
  }

  add(...values: readonly number[]): void {
    for (const value of values) {
      this.numbers[this.size] = value;
      this.size += 1;
    }
  }
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
    chains: boxes.map((_, index) => chainOf(seen, index)),
    distances: distancesIn(seen),
    repeats: repeatsIn(seen, sums),
    paths: pathsIn(seen, sums),
    hearts: [heartOf(seen, sums, 0.5), heartOf(seen, sums, 0.8)],
    page: pageRow(seen, sums),
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

function own(row: Row, block: Block, index: number, { sums, seen, copies, headings }: Known): void {
  const measure = sums.measures[index];
  if (!measure) throw new RangeError('A block was not measured.');
  const { words, letters, ends, commas, digits, capitals, rules, money, endsSentence } = measure;
  const { text } = block;
  const first = text.charCodeAt(0);
  row.add(log(words), share(letters, words), sums.density[index] ?? 0, Math.min(50, block.links));
  row.add(Math.min(30, ends), Number(endsSentence), share(commas, words));
  row.add(share(digits, digits + letters), share(capitals, words), headings[index] ?? 0);
  row.add(rules, Math.min(4, money), log(copies.get(text) ?? 0));
  row.add(
    Number(text.length > 3 && seen.title.includes(text)),
    Number(first >= 97 && first <= 122),
  );
  row.add(Number(sums.isProse[index]));
}

function distances(row: Row, { box, hints }: Block, known: Known): void {
  const start = row.size;
  row.numbers.set(known.distances[box] ?? new Uint8Array(distanceCount).fill(far), start);
  for (let at = 0; at < hintCount; at += 1) if ((hints >> at) & 1) row.numbers[start + at] = 0;
  row.size += distanceCount;
}

function neighbours(row: Row, index: number, { sums, headings, seen }: Known): void {
  for (const offset of [-2, -1, 1, 2]) {
    row.add(log(sums.measures[index + offset]?.words ?? 0), sums.density[index + offset] ?? 1);
  }
  row.add(headings[index - 1] ?? 0, headings[index + 1] ?? 0);
  for (const reach of [4, 12]) {
    const start = Math.max(0, index - reach);
    const around = { start, end: Math.min(seen.blocks.length, index + reach + 1) };
    const words = within(sums.words, around);
    row.add(share(within(sums.proseWords, around), words));
    row.add(share(within(sums.linkWords, around), words), log(words));
  }
}

function place(row: Row, index: number, known: Known): void {
  const { sums, seen, allWords, h1 } = known;
  row.add(known.proseBefore[index] ?? 40, known.proseAfter[index] ?? 40);
  row.add(share(sums.words[index] ?? 0, allWords), share(index, seen.blocks.length));
  row.add(clamp(index - known.proseFrom, -40, 40), clamp(known.proseTo - index, -40, 40));
  row.add(h1 < 0 ? -50 : clamp(index - h1, -40, 60));
  row.add(share(sums.proseWords[index] ?? 0, sums.proseWords.at(-1) ?? 0));
  row.add(known.headingsBefore[index] ?? 0);
}

function ancestors(row: Row, block: Block, index: number, known: Known): void {
  const { sums, seen, allWords, hearts } = known;
  const chain = known.chains[block.box] ?? [];
  for (let level = 0; level < 4; level += 1) {
    boxNumbers(row, chain[Math.min(level, chain.length - 1)], sums, allWords);
  }
  const top = chain.findLast((box) => within(sums.words, box) < allWords * 0.85);
  boxNumbers(row, top, sums, allWords);
  const count = seen.blocks.length;
  row.add(top ? share(top.start, count) : 0, top ? share(top.end, count) : 1);
  for (const heart of hearts) {
    if (!heart) row.add(0, -1);
    else {
      row.add(Number(index >= heart.start && index < heart.end));
      row.add(chain.findIndex(({ start, end }) => start <= heart.start && end >= heart.end));
    }
  }
  row.add(Math.min(40, chain.length));
}

function boxNumbers(row: Row, box: Box | undefined, sums: Sums, allWords: number): void {
  if (!box) {
    row.size += 6;
    return;
  }
  const words = within(sums.words, box);
  row.add(log(words), share(within(sums.linkWords, box), words));
  row.add(share(within(sums.proseWords, box), words), log(box.end - box.start));
  row.add(share(words, allWords), share(within(sums.ends, box), words));
}

function groups(row: Row, { box }: Block, { seen, repeats, paths }: Known): void {
  const repeat = repeats[box];
  const { count = 0, words = 0, links = 0, prose = 0 } = repeat?.group ?? {};
  row.add(log(count), log(share(words, count)), share(links, words), share(prose, words));
  row.add(repeat?.steps ?? 0);
  const path = paths.get(seen.boxes[box]?.path ?? 0);
  row.add(log(path?.count ?? 0), log(share(path?.words ?? 0, path?.count ?? 0)));
  row.add(share(path?.links ?? 0, path?.words ?? 0));
}
