/**
 * The most frequent short words of languages with Latin letters that are not English. What English has as well is left out,
 * as "in" and "on". `common`: of German, Spanish, Portuguese, French, Italian, whose words take few tokens.
 */
const common = set(
  'der die das und ist mit den von zu ein eine für auf des el los la las del que y en un una por con para le les et est ' +
    'une dans pour sur il di che è non per os do em não uma de',
);
/** Of Dutch, the Scandinavian languages, Polish, Turkish, and what several have. */
const others = set(
  'se o e da det och att som er ikke med av på het een van niet voor dat się w nie na jest z ve bir bu için',
);
/** Of English: a text of twenty words has some, also one of names and prices, or of code. */
const english = set(
  'the of and to in is that for it with as on by this are be or not from you your can will a an at was has have which if but',
);
const longest = 5;

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** What the words of a text are like: how many of them were looked at, and of how many each is true. */
export interface WordCounts {
  looked: number;
  foreign: number;
  common: number;
  english: number;
  /** Begins with a small letter: no name, and no key of a list. */
  small: number;
}

export const noWords: WordCounts = { looked: 0, foreign: 0, common: 0, english: 0, small: 0 };

/** Counts one more Latin word, with so many foreign letters, in place. */
export function lookAt(counts: WordCounts, word: string, letters: number): void {
  counts.looked += 1;
  const isShort = word.length <= longest;
  const isCommon = isShort && common.has(word);
  if (isCommon) counts.common += 1;
  if (letters > 0 || isCommon || (isShort && others.has(word))) counts.foreign += 1;
  if (isShort && english.has(word)) counts.english += 1;
  if (word.charCodeAt(0) > 0x60) counts.small += 1;
}

/** `near`: one of the languages of `common`. */
export type LatinKind = 'english' | 'near' | 'far';

/**
 * From so many foreign words of all on a text is not English, or with so few English ones of twenty small ones: in recorded
 * English and code, and on all but two of 534 pages it was neither, and those are French (docs/estimates.md).
 */
const [foreignShare, englishShare, nearShare] = [0.1, 0.05, 0.07];
const leastWords = 20;

/** What language a text with such words is in, as far as its tokens depend on it; `marks`: its signs that are no letters. */
export function kindOf(counts: WordCounts, marks: number): LatinKind {
  const { looked, foreign, common, english, small } = counts;
  // One is a name.
  const hasForeign = foreign >= 2 && foreign > foreignShare * looked;
  const lacksEnglish =
    looked >= leastWords &&
    english < englishShare * looked &&
    small > 0.6 * looked &&
    marks <= looked;
  if (!hasForeign && !lacksEnglish) return 'english';
  return common > nearShare * looked ? 'near' : 'far';
}
