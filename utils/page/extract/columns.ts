import { distancesOf } from './distances';
import { hintCount } from './hints';
import { pageWidth } from './page-row';
import type { Block } from './seen';
import { type Around, setting, settingWidth } from './setting';
import { type Sums, share } from './sums';

/** What is known of the page when the rows of its blocks are written. */
export interface Known extends Around {
  readonly copies: ReadonlyMap<string, number>;
  /** 1 to 6; 0 where there is none. */
  readonly headings: Uint8Array;
  readonly headingsBefore: Uint32Array;
  readonly h1: number;
}

const widths = { own: 7, distances: hintCount, neighbours: 4, position: 5, setting: settingWidth };

/** Numbers in a row that tell of the block itself, */
export const blockWidth = Object.values(widths).reduce((sum, one) => sum + one, 0);
/** and with those after them that tell of the page. */
export const width = blockWidth + pageWidth;

/** Writes what a row tells of one block: itself, the boxes it is in, its neighbours, where on the page it is, what is around it. */
export function writeRow(row: Float32Array, index: number, known: Known): void {
  own(row, 0, index, known);
  let at = widths.own;
  distancesOf(row, at, known.seen.blocks[index] as Block, known.seen.boxes);
  at += widths.distances;
  neighbours(row, at, index, known.sums);
  at += widths.neighbours;
  position(row, at, index, known);
  setting(row, at + widths.position, index, known);
}

function own(row: Float32Array, at: number, index: number, known: Known): void {
  const { seen, sums, copies, headings } = known;
  const { text } = seen.blocks[index] as Block;
  row[at] = sums.counts[index] as number;
  row[at + 1] = sums.density[index] as number;
  row[at + 2] = sums.endsSentence[index] as number;
  row[at + 3] = sums.rules[index] as number;
  row[at + 4] = copies.get(text) ?? 0;
  row[at + 5] = sums.isProse[index] as number;
  row[at + 6] = headings[index] as number;
}

function neighbours(row: Float32Array, at: number, index: number, sums: Sums): void {
  const count = sums.counts.length;
  near(row, at, sums, Math.max(0, index - 4), Math.min(count, index + 5));
  near(row, at + 2, sums, Math.max(0, index - 12), Math.min(count, index + 13));
}

function near(row: Float32Array, at: number, sums: Sums, start: number, end: number): void {
  const words = (sums.words[end] as number) - (sums.words[start] as number);
  const linked = (sums.linkWords[end] as number) - (sums.linkWords[start] as number);
  row[at] = words;
  row[at + 1] = share(linked, words);
}

function position(row: Float32Array, at: number, index: number, known: Known): void {
  const { sums, h1 } = known;
  const count = sums.counts.length;
  row[at] = share(sums.words[index] as number, sums.words[count] as number);
  row[at + 1] = share(index, count);
  row[at + 2] = h1 < 0 ? -50 : Math.max(-40, Math.min(60, index - h1));
  row[at + 3] = share(sums.proseWords[index] as number, sums.proseWords[count] as number);
  row[at + 4] = known.headingsBefore[index] as number;
}
