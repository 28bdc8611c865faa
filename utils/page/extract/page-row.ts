import type { Seen } from './seen';
import { type Sums, share, within } from './sums';

/** Places in `hints.ts`: comment, post, product, share. */
const hintsCounted = [6, 7, 11, 5] as const;

type Counted = 'article' | 'p' | 'h2' | 'h3';

function isCounted(tag: string): tag is Counted {
  return tag === 'p' || tag === 'h2' || tag === 'h3' || tag === 'article';
}

export const pageWidth = 15;

/** What the page is like: the same for all its blocks. From this the trees see of which type it is. */
export function pageRow({ boxes, blocks, kinds }: Seen, sums: Sums): Float32Array {
  const words = sums.words[blocks.length] as number;
  const hinted = hintsCounted.map(() => 0);
  const tagged = { article: 0, p: 0, h2: 0, h3: 0 };
  const largest = { main: 0, article: 0 };
  for (const box of boxes) {
    const { tag, hints } = box;
    if (hints !== 0) {
      for (let at = 0; at < hintsCounted.length; at += 1) {
        if ((hints >> (hintsCounted[at] as number)) & 1) hinted[at] = (hinted[at] as number) + 1;
      }
    }
    if (isCounted(tag)) tagged[tag] += 1;
    if (tag === 'main' || tag === 'article') {
      largest[tag] = Math.max(largest[tag], within(sums.words, box));
    }
  }
  return Float32Array.of(
    words,
    blocks.length,
    share(sums.linkWords[blocks.length] as number, words),
    share(sums.proseWords[blocks.length] as number, words),
    tagged.article,
    share(largest.main, words),
    share(largest.article, words),
    tagged.h2 + tagged.h3,
    tagged.p,
    ...hinted,
    sums.priced,
    kinds.filter((kind) => /product|offer/i.test(kind)).length,
  );
}
