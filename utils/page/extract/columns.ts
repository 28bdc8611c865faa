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

const widths = { setting: settingWidth, own: 7, neighbours: 4, position: 5 };

/** Numbers in a row. */
export const width = Object.values(widths).reduce((sum, one) => sum + one, 0);

/** Writes the row of one block: what is around it, itself, its neighbours, and where on the page it is. */
export function writeRow(rows: Float32Array, index: number, known: Known): void {
  let at = index * width;
  setting(rows, at, index, known);
  at += widths.setting;
  own(rows, at, index, known);
  at += widths.own;
  neighbours(rows, at, index, known.sums);
  position(rows, at + widths.neighbours, index, known);
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
