import { roughTokens, sumOf } from '../estimate/tokens';
import type { Range } from '../money/money';
import type { BodyPart } from './glass';

/** What a request's parts take of its prompt, in tokens; null for what is not read as text. */
export type Shares = readonly (Range | null)[];

/**
 * Shares a prompt's tokens among its parts, as each is roughly estimated: together they are the prompt. `file`: tokens of
 * an image or a PDF. What only holds the request together counts nothing: the service writes it in its own way.
 */
export function sharesOf(
  parts: readonly BodyPart[],
  prompt: Range,
  model: string,
  file: Range,
): Shares {
  const middle = (file.low + file.high) / 2;
  const rough = parts.map(({ label, text }) => {
    if (label === 'file') return middle;
    return text === null || text === '' ? null : sumOf(roughTokens(text, model));
  });
  const sum = rough.reduce<number>((all, each) => all + (each ?? 0), 0);
  return rough.map((each) => {
    if (each === null || sum === 0) return null;
    return {
      low: Math.round((prompt.low * each) / sum),
      high: Math.round((prompt.high * each) / sum),
    };
  });
}
