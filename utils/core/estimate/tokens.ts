import { isBefore47 } from '../model';
import type { Range } from '../money/money';
import { cyrillicTokens, otherLetterTokens } from './letters';
import { casedTokens, lettersIn, noLetters } from './odd-words';
import { kindOf, lookAt, noWords } from './other-latin';
import { eachPiece, type PieceKind } from './pieces';
import { gapTokens, signTokens } from './signs';

/** Tokens per word start, letter, group of three digits, and mark or line end. */
interface Weights {
  readonly word: number;
  readonly letter: number;
  readonly digits: number;
  readonly mark: number;
  /** Per letter of words of most languages but English, and more for one that English has not. */
  readonly far: { readonly letter: number; readonly more: number };
}

/**
 * Fitted by weighted least squares to recorded prompts and answers with their billed tokens: 16 on the tokenizer of
 * Claude 4.7 and later, 105 on the one before; English and code only. The error on what was not fitted to: docs/estimates.md.
 */
const since47: Weights = {
  ...{ word: 0.902, letter: 0.14, digits: 2.401, mark: 0.789 },
  far: { letter: 0.575, more: 1.83 },
};
const before47: Weights = {
  ...{ word: 0.655, letter: 0.102, digits: 1.773, mark: 0.608 },
  far: { letter: 0.418, more: 1.33 },
};

/**
 * What words take in the languages that are nearest to English: so many times as much, and more for each letter that English
 * has not. No recording has such a text. These, and `far`, are by the tokenizer of Claude 2, those since 4.7 times 1.37.
 */
const near = { times: 1.35, more: 1.5 };

/** Per character, likewise. */
const ideograph = 1.2;

export const scripts = ['latin', 'otherLatin', 'ideographs', 'cyrillic', 'otherLetters'] as const;
/**
 * What a text is mostly made of: English words, numbers and marks; words of other languages in Latin letters; Chinese,
 * Japanese, Korean; Cyrillic; letters of any other script.
 */
export type Script = (typeof scripts)[number];

/** Estimated tokens of a text, by script. */
export type Rough = Readonly<Record<Script, number>>;

/** Estimated tokens of a text for a model. Whoever needs to be exact asks the service to count. */
export function roughTokens(text: string, model: string): Rough {
  const weights = isBefore47(model) ? before47 : since47;
  const known = lately.find((each) => each.text === text && each.weights === weights);
  if (known) return known.rough;
  const rough = counted(text, weights);
  if (text.length > shortText) lately = [{ text, weights, rough }, ...lately].slice(0, remembered);
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

/** A selection and its page, each for models of both kinds. */
const remembered = 4;

/** Long texts are asked about once for each action, and take a while to count; the last comes first. */
let lately: readonly {
  readonly text: string;
  readonly weights: Weights;
  readonly rough: Rough;
}[] = [];

/** So many words of a text tell its language: to look at all of a long one takes four times as long. */
const sample = 5_000;

function counted(text: string, weights: Weights): Rough {
  const rough = { latin: 0, ideographs: 0, cyrillic: 0, otherLetters: 0 };
  const words = { count: 0, tokens: 0, letters: 0 };
  const seen = { ...noWords };
  const odd = { ...noLetters };
  let marks = 0;
  eachPiece(text, (piece, start, end) => {
    const length = end - start;
    if (piece !== 'word') {
      addTokens(rough, piece, text.slice(start, end), weights);
      if (piece === 'marks' && words.count <= sample) marks += length;
      return;
    }
    words.count += 1;
    words.tokens += weights.word + weights.letter * length;
    words.letters += length;
    if (words.count > sample) return;
    const word = text.slice(start, end);
    lookAt(seen, word, lettersIn(odd, word, text.charCodeAt(start - 2)));
  });
  const kind = kindOf(seen, marks);
  const share = seen.looked === 0 ? 0 : words.count / seen.looked;
  const foreign = odd.foreign * share;
  if (kind !== 'english')
    return { ...rough, otherLatin: foreignTokens(kind, words, foreign, weights) };
  const latin = rough.latin + words.tokens + casedTokens(odd) * share + foreign * near.more;
  return { ...rough, latin, otherLatin: 0 };
}

/** Adds what takes the same tokens whatever language the text is in. */
function addTokens(
  rough: Omit<Record<Script, number>, 'otherLatin'>,
  piece: Exclude<PieceKind, 'word'>,
  signs: string,
  weights: Weights,
): void {
  switch (piece) {
    case 'digits':
      rough.latin += weights.digits * Math.ceil(signs.length / 3);
      break;
    case 'marks':
      rough.latin += signTokens(signs, weights.mark);
      break;
    case 'gap':
      rough.latin += gapTokens;
      break;
    case 'ideographs':
      rough.ideographs += ideograph * signs.length;
      break;
    case 'cyrillic':
      rough.cyrillic += cyrillicTokens(signs);
      break;
    case 'letters':
      rough.otherLetters += otherLetterTokens(signs);
  }
}

function foreignTokens(
  kind: 'near' | 'far',
  words: { readonly tokens: number; readonly letters: number },
  foreign: number,
  { far }: Weights,
): number {
  if (kind === 'near') return words.tokens * near.times + foreign * near.more;
  return words.letters * far.letter + foreign * far.more;
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
