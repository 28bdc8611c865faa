import type { Seen } from './seen';
import { log, type Sums, share, within } from './sums';

const kinds = [
  /article|posting$/i,
  /product|offer/i,
  /forum|qapage|question|comment/i,
  /list|collection|catalog/i,
  /service|business|organization|faq/i,
] as const;

/** Places in `hints.ts`: comment, post, product, share. */
const hintsCounted = [8, 9, 18, 7] as const;

/** What the page is like: the same for all its blocks. From this the trees see of which type it is. */
export function pageRow({ boxes, blocks, kinds: named }: Seen, sums: Sums): Float32Array {
  const words = sums.words[blocks.length] as number;
  const hinted = hintsCounted.map(() => 0);
  const tags = new Map<string, number>();
  const largest = { main: 0, article: 0 };
  for (const box of boxes) {
    const { tag, hints } = box;
    if (hints !== 0) {
      for (const [at, bit] of hintsCounted.entries()) {
        if ((hints >> bit) & 1) hinted[at] = (hinted[at] as number) + 1;
      }
    }
    if (box.end === box.start) continue;
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (tag === 'main' || tag === 'article') {
      largest[tag] = Math.max(largest[tag], within(sums.words, box));
    }
  }
  const tagged = (name: string) => tags.get(name) ?? 0;
  const priced = sums.measures.filter((one) => one.money > 0 && one.words < 12).length;
  return Float32Array.of(
    log(words),
    log(blocks.length),
    share(sums.linkWords[blocks.length] as number, words),
    share(sums.proseWords[blocks.length] as number, words),
    log(tagged('article')),
    share(largest.main, words),
    share(largest.article, words),
    log(tagged('h2') + tagged('h3')),
    log(tagged('pre')),
    log(tagged('p')),
    ...hinted.map(log),
    log(priced),
    ...kinds.map((kind) => named.filter((name) => kind.test(name)).length),
  );
}
