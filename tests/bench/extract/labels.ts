import type { Seen } from '../../../utils/page/extract/seen';
import { wordsOf } from './score';

/** Words that must be the same in a row to be the same place. */
const run = 4;

/** For each block, the share of its words that the gold has, in the same order. */
export function labelsOf({ blocks }: Seen, gold: string): readonly number[] {
  const words = blocks.map(({ text }) => wordsOf(text));
  const goldWords = wordsOf(gold);
  const covered = coverage(words, goldWords);
  const lines = new Set(gold.split('\n').map((line) => wordsOf(line).join(' ')));
  const goldText = ` ${goldWords.join(' ')} `;
  const first = words.map((block, index) => {
    if (block.length === 0) return 0;
    if (block.length < run * 2 && lines.has(block.join(' '))) return 1;
    return (covered[index] ?? 0) / block.length;
  });
  const grown = first.map((label, index) => {
    const block = words[index] ?? [];
    if (label >= 1 || block.length === 0 || block.length >= run * 2) return label;
    if (nearby(first, index, 2) < 0.5) return label;
    return goldText.includes(` ${block.join(' ')} `) ? 1 : label;
  });
  return withoutRepeats(words, grown, goldText);
}

function coverage(
  blocks: readonly (readonly string[])[],
  gold: readonly string[],
): readonly number[] {
  const runs = new Set<string>();
  for (let at = 0; at + run <= gold.length; at += 1) runs.add(gold.slice(at, at + run).join(' '));
  const all = blocks.flat();
  const hit = new Uint8Array(all.length);
  for (let at = 0; at + run <= all.length; at += 1) {
    if (runs.has(all.slice(at, at + run).join(' '))) hit.fill(1, at, at + run);
  }
  let start = 0;
  return blocks.map(({ length }) => {
    start += length;
    return hit.subarray(start - length, start).reduce((sum, one) => sum + one, 0);
  });
}

function nearby(labels: readonly number[], index: number, reach: number): number {
  const around = labels.slice(Math.max(0, index - reach), index + reach + 1);
  return (
    (around.reduce((sum, one) => sum + one, 0) - (labels[index] ?? 0)) / (around.length - 1 || 1)
  );
}

/** What stands more often on the page than in the gold is right only where the rest is right too. */
function withoutRepeats(
  words: readonly (readonly string[])[],
  labels: readonly number[],
  goldText: string,
): readonly number[] {
  const places = new Map<string, number[]>();
  for (const [index, label] of labels.entries()) {
    const key = words[index]?.join(' ') ?? '';
    if (label > 0.5) places.set(key, [...(places.get(key) ?? []), index]);
  }
  const result = [...labels];
  for (const [key, found] of places) {
    const count = Math.max(1, goldText.split(` ${key} `).length - 1);
    if (found.length <= count) continue;
    const best = found.toSorted((a, b) => nearby(labels, b, 5) - nearby(labels, a, 5));
    for (const index of best.slice(count)) result[index] = 0;
  }
  return result;
}
