import { isBefore47 } from './model';
import type { Range } from './money';
import { foreignLetters, foreignShare, isForeignWord } from './other-latin';

/** Tokens per word start, letter, group of three digits, and mark or line end. */
interface Weights {
  readonly word: number;
  readonly letter: number;
  readonly digits: number;
  readonly mark: number;
}

/**
 * Fitted by weighted least squares to recorded prompts and answers with their billed tokens: 16 on the tokenizer of
 * Claude 4.7 and later, 105 on the one before; English and code only. The error on what was not fitted to: docs/estimates.md.
 */
const since47: Weights = { word: 0.902, letter: 0.14, digits: 2.401, mark: 0.789 };
const before47: Weights = { word: 0.655, letter: 0.102, digits: 1.773, mark: 0.608 };

/**
 * What words take in other languages than English: so many times as much, and more for each letter that English has not.
 * No recording has such a text. These, and what follows, are by the one tokenizer that Anthropic has published, of Claude 2.
 */
const otherLatin = { times: 1.35, letter: 1.5 };

/** Per character. */
const ideograph = 1.2;
const cyrillicLetter = 0.55;
const otherLetter = 0.9;

export const scripts = ['latin', 'otherLatin', 'ideographs', 'cyrillic', 'otherLetters'] as const;
/**
 * What a text is mostly made of: English words, numbers and marks; words of other languages in Latin letters; Chinese,
 * Japanese, Korean; Cyrillic; letters of any other script.
 */
export type Script = (typeof scripts)[number];

/** Estimated tokens of a text, by script. */
export type Rough = Readonly<Record<Script, number>>;

const classes =
  /(?<word>\p{Script=Latin}+)|(?<digits>\p{Nd}+)|(?<ideographs>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(?<cyrillic>\p{Script=Cyrillic}+)|(?<letters>[\p{L}\p{M}]+)|(?<marks>[^\p{L}\p{M}\p{Nd} ]+)/gu;

/** Estimated tokens of a text for a model. Whoever needs to be exact asks the service to count. */
export function roughTokens(text: string, model: string): Rough {
  const weights = isBefore47(model) ? before47 : since47;
  if (last?.text === text && last.weights === weights) return last.rough;
  const rough = counted(text, weights);
  if (text.length > shortText) last = { text, weights, rough };
  return rough;
}

/** Of several texts together. */
export function roughTokensOf(texts: readonly string[], model: string): Rough {
  return texts
    .map((text) => roughTokens(text, model))
    .reduce((sum, part) => ({
      latin: sum.latin + part.latin,
      otherLatin: sum.otherLatin + part.otherLatin,
      ideographs: sum.ideographs + part.ideographs,
      cyrillic: sum.cyrillic + part.cyrillic,
      otherLetters: sum.otherLetters + part.otherLetters,
    }));
}

/** UTF-16 units of what is not worth remembering. */
const shortText = 2000;

/** A long text is asked about once for each action, and takes a while to count. */
let last: { readonly text: string; readonly weights: Weights; readonly rough: Rough } | null = null;

/** So many words of a text tell its language: to look at all of a long one takes four times as long. */
const sample = 5_000;

function counted(text: string, weights: Weights): Rough {
  const rough = { latin: 0, ideographs: 0, cyrillic: 0, otherLetters: 0 };
  const words = { count: 0, foreign: 0, tokens: 0, letters: 0 };
  for (const { 0: match, groups } of text.matchAll(classes)) {
    const { length } = match;
    if (groups?.word) {
      words.count += 1;
      words.tokens += weights.word + weights.letter * length;
      if (words.count > sample) continue;
      const letters = foreignLetters(match);
      if (letters > 0 || isForeignWord(match)) words.foreign += 1;
      words.letters += letters;
    } else if (groups?.digits) rough.latin += weights.digits * Math.ceil(length / 3);
    else if (groups?.marks) rough.latin += weights.mark * length;
    else if (groups?.ideographs) rough.ideographs += ideograph * length;
    else if (groups?.cyrillic) rough.cyrillic += cyrillicLetter * length;
    else rough.otherLetters += otherLetter * length;
  }
  const looked = Math.min(words.count, sample);
  // One is a name.
  if (words.foreign < 2 || words.foreign <= foreignShare * looked)
    return { ...rough, latin: rough.latin + words.tokens, otherLatin: 0 };
  const { times, letter } = otherLatin;
  const letters = (words.letters * words.count) / looked;
  return { ...rough, otherLatin: words.tokens * times + letters * letter };
}

export function sumOf(rough: Rough): number {
  return scripts.reduce((sum, script) => sum + rough[script], 0);
}

/** Relative half-width of the range in which the tokens of a script lie, before any bill has told. */
export const spreads: Rough = {
  latin: 0.2,
  otherLatin: 0.35,
  ideographs: 0.4,
  cyrillic: 0.4,
  otherLetters: 0.5,
};

/** Estimated tokens of a text for a model, as a range. */
export function estimateTokens(text: string, model: string): Range {
  const rough = roughTokens(text, model);
  const spread = scripts.reduce((sum, script) => sum + rough[script] * spreads[script], 0);
  const middle = sumOf(rough);
  return { low: Math.floor(middle - spread), high: Math.ceil(middle + spread) };
}
