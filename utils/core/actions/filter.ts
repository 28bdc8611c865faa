import { fold } from '../fold';

/** How well a query fits a name; the best first. */
const ranks = ['exact', 'prefix', 'word-start', 'letters'] as const;
export type Rank = (typeof ranks)[number];

/** How a query fits a name: as all of it, its beginning, the beginning of a word, or as some of its letters in order. */
export function rankOf(query: string, name: string): Rank | null {
  const wanted = fold(query).trim();
  const there = fold(name);
  if (wanted === there) return 'exact';
  if (there.startsWith(wanted)) return 'prefix';
  if (wordsOf(there).some((at) => there.startsWith(wanted, at))) return 'word-start';
  return hasLetters(wanted, there) ? 'letters' : null;
}

function wordsOf(text: string): readonly number[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ index }) => index);
}

/** Whether all signs of `wanted` are in `text`, in the same order; spaces do not count. */
function hasLetters(wanted: string, text: string): boolean {
  let at = 0;
  for (const sign of wanted.replaceAll(/\s/g, '')) {
    const found = text.indexOf(sign, at);
    if (found === -1) return false;
    at = found + sign.length;
  }
  return true;
}

/** One that fits, and how. */
export interface Match<T> {
  readonly item: T;
  readonly rank: Rank;
}

/** What fits a query, the best first, and equals in their own order. `namesOf`: all that one may be called. */
export function filtered<T>(
  items: readonly T[],
  query: string,
  namesOf: (item: T) => readonly string[],
): readonly Match<T>[] {
  return items
    .flatMap((item) => {
      const fits = namesOf(item).flatMap((name) => rankOf(query, name) ?? []);
      const rank = ranks.find((each) => fits.includes(each));
      return rank ? [{ item, rank }] : [];
    })
    .toSorted((one, other) => ranks.indexOf(one.rank) - ranks.indexOf(other.rank));
}
