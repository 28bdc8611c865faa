import type { Found } from './shield';
import { type FoundKind, foundKinds } from './shield-kinds';
import { labels, nameInBrackets, nameOf } from './shield-rules';

/** Part of a longer name. Letters of other scripts are not: an article or an ending may stand right beside it. */
const more = '[\\p{Script=Latin}\\p{Nd}_]';
const before = `(?<!${more})`;
const after = `(?!${more})`;
const named = `(?:${labels})\\\\?_\\d+`;

/** A placeholder as models write it: in brackets, in escaped ones, or bare; in any case; its line perhaps escaped. */
const written = new RegExp(
  `\\\\\\[(${nameInBrackets})\\\\\\]|\\[(${nameInBrackets})\\]|${before}(${named})${after}`,
  'giu',
);

/** An answer with the originals in the place of their placeholders. */
export function unshield(answer: string, found: readonly Found[]): string {
  if (found.length === 0) return answer;
  const originals = new Map(found.map(({ placeholder, original }) => [placeholder, original]));
  return answer.replace(written, (match, escaped?: string, bracketed?: string, bare?: string) => {
    const name = escaped ?? bracketed ?? bare ?? '';
    return originals.get(`[${nameOf(name)}]`) ?? match;
  });
}

/** How an answer ends that may yet become a placeholder of a kind, or a longer one. None of ours has ten digits. */
function tailOf(kind: FoundKind): RegExp {
  const label = kind.toUpperCase();
  const part = [...label].reduceRight((later, letter) => `(?:${letter}${later})?`, '');
  const open = `\\\\?\\[|${before}`;
  return new RegExp(`(?:${open})(?:${label}\\\\?(?:[_ -]\\d{0,9}\\\\?)?|${part})$|\\\\$`, 'iu');
}

const tails = new Map(foundKinds.map((kind) => [kind, tailOf(kind)]));

/** The same for an answer that is still coming: what may become a placeholder is held back until it is one, or not. */
export function unshieldSoFar(answer: string, found: readonly Found[]): string {
  if (found.length === 0) return answer;
  // Half of a sign may become a letter, and no placeholder ends before a letter.
  const whole = answer.replace(/[\ud800-\udbff]$/, '');
  const ending = whole.slice(-24);
  const held = [...new Set(found.map(({ kind }) => kind))].map((kind) => {
    const at = tails.get(kind)?.exec(ending)?.index ?? ending.length;
    return ending.length - at;
  });
  return unshield(whole.slice(0, whole.length - Math.max(...held)), found);
}
