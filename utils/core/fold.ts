<<<<<<< HEAD
/** What is written above, below or in letters of Latin, Greek, Cyrillic, Hebrew and Arabic, and Arabic's lengthening line. */
const marks =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]/g;

/**
 * A text as searches compare it: capitals, accents, widths and kinds of blank aside; vowel signs of other scripts are
 * letters and stay. Not for showing. Syllables of Hangul come apart, so that one that is still being typed finds its
 * word. It knows no language: what was folded in one tongue is found in any.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ßςı]/g, (letter) => sameAs[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

const sameAs: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ', ı: 'i' };

/** The words of a query, folded; none of an empty one. */
export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(' ')
    .filter((word) => word !== '');
=======
/** Marks that searches pass over: accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs and stretching of Arabic. */
const passedOver = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const isAscii = /^[\0-\x7f]*$/;

/** A text as searches compare it: without case, accents and the width of letters. Folding twice is folding once. */
export function fold(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  // To capitals first: they are alike where small letters differ (ß and ss, ς and σ).
  const bare = (part: string) => part.normalize('NFKD').replace(passedOver, '');
  return bare(bare(text).toUpperCase()).toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
>>>>>>> main
}
