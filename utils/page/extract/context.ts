import type { Table } from './features';
import { bestCut } from './cut';
import type { Seen } from './seen';
import { running, within } from './sums';

/** The rows of the second look: what the first one thought of a block's surroundings, then the first row itself. */
export function contextOf(seen: Seen, table: Table, first: readonly number[]): readonly Float32Array[] {
  const { boxes, blocks } = seen;
  const { sums, chains, rows } = table;
  const words = sums.measures.map((one) => one.words);
  const liked = running(first.map((p, index) => p * (words[index] ?? 0)));
  const mean = (range: { start: number; end: number }) => {
    const all = within(sums.words, range);
    return all > 0 ? within(liked, range) / all : 0;
  };
  const paths = new Map<number, { liked: number; words: number }>();
  for (const [index, { box }] of blocks.entries()) {
    const key = boxes[box]?.path ?? 0;
    const path = paths.get(key) ?? { liked: 0, words: 0 };
    path.liked += (first[index] ?? 0) * ((words[index] ?? 0) + 1);
    path.words += (words[index] ?? 0) + 1;
    paths.set(key, path);
  }
  const all = { start: 0, end: blocks.length };
  const cut = bestCut(first, words);
  const sorted = first.toSorted((a, b) => b - a);
  const pageRow = [mean(all), cut.expected, cut.at, sorted[0] ?? 0, Math.log2(1 + within(liked, all))];
  return blocks.map(({ box }, index) => {
    const chain = chains[index] ?? [];
    const path = paths.get(boxes[box]?.path ?? 0) ?? { liked: 0, words: 1 };
    const row = [first[index] ?? 0, path.liked / path.words];
    for (const offset of [-3, -2, -1, 1, 2, 3]) row.push(first[index + offset] ?? 0);
    for (const reach of [3, 8, 20]) {
      row.push(mean({ start: Math.max(0, index - reach), end: Math.min(blocks.length, index + reach + 1) }));
    }
    row.push(mean({ start: 0, end: index }), mean({ start: index + 1, end: blocks.length }));
    row.push(within(liked, { start: 0, end: index }) / (within(liked, all) || 1));
    for (const level of [0, 1, 2, 3, 4]) {
      const range = chain[Math.min(level, chain.length - 1)];
      row.push(range ? mean(range) : 0);
    }
    row.push(...pageRow);
    const base = rows[index] ?? new Float32Array();
    const joined = new Float32Array(row.length + base.length);
    joined.set(row);
    joined.set(base, row.length);
    return joined;
  });
}
