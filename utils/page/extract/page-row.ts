import type { Seen } from './seen';
import { log, type Sums, share, within } from './sums';

/** Places in `hints.ts`: comment, post, product, share. */
const hintsCounted = [6, 7, 11, 5] as const;

export const pageWidth = 15;

/** What the page is like: the same for all its blocks. From this the trees see of which type it is. */
export function pageRow({ boxes, blocks, kinds }: Seen, sums: Sums): Float32Array {
  const words = sums.words[blocks.length] as number;
  const hinted = hintsCounted.map(() => 0);
  const tags = new Map<string, number>();
  const largest = { main: 0, article: 0 };
  for (const box of boxes) {
    const { tag, hints } = box;
    if (hints !== 0) {
      for (let at = 0; at < hintsCounted.length; at += 1) {
        if ((hints >> (hintsCounted[at] as number)) & 1) hinted[at] = (hinted[at] as number) + 1;
      }
    }
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (tag === 'main' || tag === 'article') {
      largest[tag] = Math.max(largest[tag], within(sums.words, box));
    }
  }
  const tagged = (name: string) => tags.get(name) ?? 0;
  return Float32Array.of(
    log(words),
    log(blocks.length),
    share(sums.linkWords[blocks.length] as number, words),
    share(sums.proseWords[blocks.length] as number, words),
    log(tagged('article')),
    share(largest.main, words),
    share(largest.article, words),
    log(tagged('h2') + tagged('h3')),
    log(tagged('p')),
    ...hinted.map(log),
    log(sums.priced),
    kinds.filter((kind) => /product|offer/i.test(kind)).length,
  );
}
