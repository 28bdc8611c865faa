import { isBefore47 } from './model';
import type { Range } from './money';

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

/** Per character. No recording has these scripts: taken from published ratios, hence the wide spread. */
const ideograph = 1.2;
const otherLetter = 0.5;

export const scripts = ['latin', 'ideographs', 'letters'] as const;
/** What a text is mostly made of: Latin words, numbers and marks; Chinese, Japanese, Korean; letters of any other script. */
export type Script = (typeof scripts)[number];

/** Estimated tokens of a text, by script. */
export type Rough = Readonly<Record<Script, number>>;

const classes =
  /(?<word>\p{Script=Latin}+)|(?<digits>\p{Nd}+)|(?<ideographs>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(?<letters>[\p{L}\p{M}]+)|(?<marks>[^\p{L}\p{M}\p{Nd} ]+)/gu;

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
      ideographs: sum.ideographs + part.ideographs,
      letters: sum.letters + part.letters,
    }));
}

/** UTF-16 units of what is not worth remembering. */
const shortText = 2000;

/** A long text is asked about once for each action, and takes a while to count. */
let last: { readonly text: string; readonly weights: Weights; readonly rough: Rough } | null = null;

function counted(text: string, weights: Weights): Rough {
  const rough = { latin: 0, ideographs: 0, letters: 0 };
  for (const { 0: match, groups } of text.matchAll(classes)) {
    const { length } = match;
    if (groups?.word) rough.latin += weights.word + weights.letter * length;
    else if (groups?.digits) rough.latin += weights.digits * Math.ceil(length / 3);
    else if (groups?.marks) rough.latin += weights.mark * length;
    else if (groups?.ideographs) rough.ideographs += ideograph * length;
    else rough.letters += otherLetter * length;
  }
  return rough;
}

export function sumOf({ latin, ideographs, letters }: Rough): number {
  return latin + ideographs + letters;
}

/** Relative half-width of the range in which the tokens of a script lie, before any bill has told. */
export const spreads: Rough = { latin: 0.15, ideographs: 0.4, letters: 0.4 };

/** Estimated tokens of a text for a model, as a range. */
export function estimateTokens(text: string, model: string): Range {
  const rough = roughTokens(text, model);
  const spread = scripts.reduce((sum, script) => sum + rough[script] * spreads[script], 0);
  const middle = sumOf(rough);
  return { low: Math.floor(middle - spread), high: Math.ceil(middle + spread) };
}
