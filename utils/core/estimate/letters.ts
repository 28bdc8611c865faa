/*
 * Tokens of letters of other scripts than Latin and those of East Asia. No recording has any: these weights are by the one
 * tokenizer that Anthropic has published, of Claude 2, on translations into 57 languages (docs/estimates.md).
 */

/** Per letter that Russian has, and more for one that it has not. */
const cyrillic = { letter: 0.62, more: 2.4 };

export function cyrillicTokens(letters: string): number {
  let rare = 0;
  // No expression: it is asked of each word of a text.
  for (let at = 0; at < letters.length; at += 1) if (!isRussian(letters.charCodeAt(at))) rare += 1;
  return cyrillic.letter * letters.length + cyrillic.more * rare;
}

/** \u0410 to \u044f, and ё in both sizes. */
function isRussian(code: number): boolean {
  return (code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451;
}

/** 1.1 to 1.5 tokens a letter; what belongs to no script is the sign on another letter. */
const light =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Georgian}\p{Script=Myanmar}\p{Script=Common}\p{Script=Inherited}]/u;
/** 1.9 to 2.6. */
const middle =
  /^[\p{Script=Thai}\p{Script=Sinhala}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Armenian}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Malayalam}]/u;

/** By the script of its first letter. What is neither takes 3.3 to 4, as Gujarati, Khmer and Tibetan do. */
export function otherLetterTokens(letters: string): number {
  const each = light.test(letters) ? 1.35 : middle.test(letters) ? 2.3 : 3.3;
  return each * letters.length;
}
