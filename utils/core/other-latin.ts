/**
 * The most frequent short words of languages with Latin letters that are not English: of German, Spanish, Portuguese,
 * French, Italian, Dutch, the Scandinavian ones, Polish, Turkish. What English has as well is left out, as "in" and "on".
 */
const words = new Set(
  (
    'der die das und ist mit den von zu ein eine für auf des el la los las de que y en un una por con para se le les et ' +
    'du une est dans pour sur il di che è non per o os e da do em não uma det och att som er ikke med av på het een van ' +
    'niet voor dat się w nie na jest z ve bir bu için'
  ).split(' '),
);
const longest = 5;

/** Letters of a Latin word that English does without, in UTF-16 units. */
export function foreignLetters(word: string): number {
  let count = 0;
  // No expression: it is asked of each word of a text.
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 0x7f) count += 1;
  return count;
}

/** Whether a Latin word without such letters is frequent in another language than English, and not in that. */
export function isForeignWord(word: string): boolean {
  return word.length <= longest && words.has(word);
}

/**
 * From so many foreign words of all on, a text is not English: in recorded English and code, and on 523 English pages, it
 * was less on each; on translations into 18 languages more (docs/estimates.md).
 */
export const foreignShare = 0.1;
