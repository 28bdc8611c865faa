import type { Seen } from './seen';
import { type Sums, share, within } from './sums';

const kinds = [
  /article|posting$/i,
  /product|offer/i,
  /forum|qapage|question|comment/i,
  /list|collection|catalog/i,
  /service|business|organization|faq/i,
] as const;

/** Places in `hints.ts`: comment, post, product, share. */
const hintsCounted = [8, 9, 18, 7] as const;

const log = (value: number) => Math.log2(1 + value);

/** What the page is like: the same for all its blocks. From this the trees see of which type it is. */
export function pageRow({ boxes, blocks, kinds: named }: Seen, sums: Sums): readonly number[] {
  const words = sums.words.at(-1) ?? 0;
  const full = boxes.filter(({ start, end }) => end > start);
  const tagged = (...names: readonly string[]) => full.filter(({ tag }) => names.includes(tag));
  const largest = (tag: string) =>
    share(
      tagged(tag).reduce((most, box) => Math.max(most, within(sums.words, box)), 0),
      words,
    );
  const priced = sums.measures.filter((one) => one.money > 0 && one.words < 12).length;
  return [
    log(words),
    log(blocks.length),
    share(sums.linkWords.at(-1) ?? 0, words),
    share(sums.proseWords.at(-1) ?? 0, words),
    log(tagged('article').length),
    largest('main'),
    largest('article'),
    log(tagged('h2', 'h3').length),
    log(tagged('pre').length),
    log(tagged('p').length),
    ...hintsCounted.map((bit) => log(boxes.filter(({ hints }) => (hints >> bit) & 1).length)),
    log(priced),
    ...kinds.map((kind) => named.filter((name) => kind.test(name)).length),
  ];
}
