import type { Found } from './shield';
import { foundKinds } from './shield-rules';

const labels = foundKinds.map((kind) => kind.toUpperCase());
const some = `(?:${labels.join('|')})\\\\?_\\d+`;

/** A placeholder as models write it: in brackets, in escaped ones, or bare; in any case; its line perhaps escaped. */
const written = new RegExp(
  `\\\\\\[(${some})\\\\\\]|\\[(${some})\\]|(?<![\\p{L}\\p{N}_])(${some})(?![\\p{L}\\p{N}_])`,
  'giu',
);

/** An answer with the originals in the place of their placeholders. */
export function unshield(answer: string, found: readonly Found[]): string {
  if (found.length === 0) return answer;
  const originals = new Map(found.map(({ placeholder, original }) => [placeholder, original]));
  return answer.replace(written, (match, escaped?: string, bracketed?: string, bare?: string) => {
    const name = escaped ?? bracketed ?? bare ?? '';
    return originals.get(`[${name.replace('\\', '').toUpperCase()}]`) ?? match;
  });
}

const tail = /\\$|(?:\\?\[|(?<![\p{L}\p{N}_\\[]))([a-z]{0,5})(\\?(?:_\d*\\?)?)$/iu;

/** The same for an answer that is still coming: what may become a placeholder is held back until it is one, or not. */
export function unshieldSoFar(answer: string, found: readonly Found[]): string {
  if (found.length === 0) return answer;
  const ending = answer.slice(-24);
  const last = tail.exec(ending);
  const [, letters = '', rest = ''] = last ?? [];
  const upper = letters.toUpperCase();
  const isStart = found.some(({ kind }) => {
    const label = kind.toUpperCase();
    return rest === '' ? label.startsWith(upper) : label === upper;
  });
  const settled = isStart
    ? answer.length - ending.length + (last?.index ?? ending.length)
    : answer.length;
  return unshield(answer.slice(0, settled), found);
}
