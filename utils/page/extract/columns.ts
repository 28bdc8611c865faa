import { distancesOf } from './distances';
import { hintCount } from './hints';
import type { Block } from './seen';
import { type Around, setting, settingWidth } from './setting';
import { type Sums, share } from './sums';

/** What is known of the page when its rows are written. */
export interface Known extends Around {
  readonly copies: ReadonlyMap<string, number>;
  /** 1 to 6; 0 where there is none. */
  readonly headings: Uint8Array;
  readonly headingsBefore: Uint32Array;
  readonly h1: number;
}

const widths = { own: 7, distances: hintCount, neighbours: 4, position: 5, setting: settingWidth };

/** Numbers in a row. */
export const width = Object.values(widths).reduce((sum, one) => sum + one, 0);

/** Writes the row of one block: itself, the boxes it is in, its neighbours, where on the page it is, what is around it. */
export function writeRow(rows: Float32Array, index: number, known: Known): void {
  let at = index * width;
  own(rows, at, index, known);
  at += widths.own;
  distancesOf(rows, at, known.seen.blocks[index] as Block, known.seen.boxes);
  at += widths.distances;
  neighbours(rows, at, index, known.sums);
  at += widths.neighbours;
  position(rows, at, index, known);
  setting(rows, at + widths.position, index, known);
}

function own(rows: Float32Array, at: number, index: number, known: Known): void {
  const { seen, sums, copies, headings } = known;
  const { text } = seen.blocks[index] as Block;
  rows[at] = sums.counts[index] as number;
  rows[at + 1] = sums.density[index] as number;
  rows[at + 2] = sums.endsSentence[index] as number;
  rows[at + 3] = sums.rules[index] as number;
  rows[at + 4] = copies.get(text) ?? 0;
  rows[at + 5] = sums.isProse[index] as number;
  rows[at + 6] = headings[index] as number;
}

function neighbours(rows: Float32Array, at: number, index: number, sums: Sums): void {
  const count = sums.counts.length;
  near(rows, at, sums, Math.max(0, index - 4), Math.min(count, index + 5));
  near(rows, at + 2, sums, Math.max(0, index - 12), Math.min(count, index + 13));
}

function near(rows: Float32Array, at: number, sums: Sums, start: number, end: number): void {
  const words = (sums.words[end] as number) - (sums.words[start] as number);
  const linked = (sums.linkWords[end] as number) - (sums.linkWords[start] as number);
  rows[at] = words;
  rows[at + 1] = share(linked, words);
}

function position(rows: Float32Array, at: number, index: number, known: Known): void {
  const { sums, h1 } = known;
  const count = sums.counts.length;
  rows[at] = share(sums.words[index] as number, sums.words[count] as number);
  rows[at + 1] = share(index, count);
  rows[at + 2] = h1 < 0 ? -50 : Math.max(-40, Math.min(60, index - h1));
  rows[at + 3] = share(sums.proseWords[index] as number, sums.proseWords[count] as number);
  rows[at + 4] = known.headingsBefore[index] as number;
}
