/** Marks that searches pass over: accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs and stretching of Arabic. */
const passedOver = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const isAscii = /^[\0-\x7f]*$/;

/** A text as searches compare it: without case, accents and the width of letters. Folding twice is folding once. */
export function fold(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  // To capitals first: they are alike where small letters differ (ß and ss, ς and σ).
  const bare = (part: string) => part.normalize('NFKD').replace(passedOver, '');
  return bare(bare(text).toUpperCase()).toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}
