import type { Span } from './shield-kinds';

const scripts = 'Han Hiragana Katakana Hangul Thai Lao Khmer Myanmar'.split(' ');

/** Scripts that write words without spaces, or particles without a space: what stands there has no border to look for. */
export const unspaced = `[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`;

/**
 * Where a word may begin and end, if the script has borders of words; `spaced`: before a letter of one that has. Small
 * numbers of notes may stand right behind it.
 */
export const spaced = `(?!${unspaced})`;
export const before = `(?<!${spaced}[\\p{L}\\p{N}_])`;
export const after = `(?!${spaced}[\\p{L}\\p{Nd}_])`;

/** What counts as a part of a word. */
const inside = `(?!${unspaced})[\\p{L}\\p{M}\\p{Nd}_]`;
const wordly = new RegExp(inside, 'u');

/** Signs that are typed in one way and printed in another. */
const apostrophe = /['\u2018\u2019\u02bc]/g;
const hyphen = /[-\u2010-\u2013]/g;

/** UTF-16 units of a word, and number of words, that the user's own list may have. */
export const wordLimits = { length: 100, count: 200 } as const;

/** The user's own list as it is kept: without empty lines and doubles. */
export function tidyWords(lines: readonly string[]): readonly string[] {
  const tidy = lines.map((line) => line.toWellFormed().trim().slice(0, wordLimits.length).trim());
  return [...new Set(tidy)].filter((word) => word !== '').slice(0, wordLimits.count);
}

/** Where the user's own words stand in a text, whole and in any case. */
export function wordSpans(text: string, words: readonly string[]): readonly Span[] {
  const forms = words.flatMap((word) => [word.normalize('NFC'), word.normalize('NFD')]);
  const wanted = [...new Set(forms)].filter((form) => form.trim() !== '');
  if (wanted.length === 0) return [];
  // The longest first: a name of two words goes before one of its own.
  const rules = wanted.toSorted((one, other) => other.length - one.length).map(ruleFor);
  return Array.from(text.matchAll(new RegExp(rules.join('|'), 'giu')), ({ 0: hit, index }) => ({
    kind: 'word' as const,
    from: index,
    to: index + hit.length,
  }));
}

function ruleFor(word: string): string {
  const letters = [...word.trim()];
  const escaped = word
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s+/g, '\\s{1,3}')
    .replace(apostrophe, apostrophe.source)
    .replace(hyphen, hyphen.source);
  const border = (letter: string | undefined) => letter !== undefined && wordly.test(letter);
  return `${border(letters[0]) ? `(?<!${inside})` : ''}${escaped}${border(letters.at(-1)) ? `(?!${inside})` : ''}`;
}
