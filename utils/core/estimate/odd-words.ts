/** Letters of Latin words that take more than those of plain English: how many there are. */
interface OddLetters {
  /** That English does without, in UTF-16 units. */
  foreign: number;
  /** Capitals within a word, after a small letter and after another capital. */
  humps: number;
  capitals: number;
  /** Words that begin with a capital in mid-sentence: names. */
  names: number;
}

export const noLetters: OddLetters = { foreign: 0, humps: 0, capitals: 0, names: 0 };

/**
 * Tokens more than as many small letters, in English and code. By recorded prompts and answers before Claude 4.7, where
 * they were fitted together, and the tokenizer of Claude 2 on pages and code, which agree (docs/estimates.md).
 */
const more = { hump: 1.5, capital: 0.18, name: 0.2 };

export function casedTokens({ humps, capitals, names }: OddLetters): number {
  return humps * more.hump + capitals * more.capital + names * more.name;
}

/**
 * Counts what is odd in one more Latin word, in place; `before`: code of what stands before its blank. Answers the foreign
 * letters.
 */
export function lettersIn(odd: OddLetters, word: string, before: number): number {
  let foreign = 0;
  // No expression: it is asked of each word of a text.
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code > 0x7f) foreign += 1;
    else if (at === 0)
      odd.names += isCapital(code) && word.length > 1 && isMidSentence(before) ? 1 : 0;
    else if (isCapital(code)) {
      if (word.charCodeAt(at - 1) > 0x60) odd.humps += 1;
      else odd.capitals += 1;
    }
  }
  odd.foreign += foreign;
  return foreign;
}

function isCapital(code: number): boolean {
  return code < 0x5b;
}

/** A letter, a digit or a comma; none at the beginning of a text, where it is NaN. */
function isMidSentence(code: number): boolean {
  const letter = code | 0x20;
  return (
    (letter > 0x60 && letter < 0x7b) || (code > 0x2f && code < 0x3a) || code === 0x2c || code > 0xbf
  );
}
