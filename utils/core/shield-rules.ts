import { ibanLength, isCard, isIban } from './checksums';
import type { Steps } from './steps';

export const foundKinds = ['email', 'phone', 'iban', 'card', 'key', 'word'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Where in a text something personal stands, in UTF-16 units. */
export interface Span {
  readonly kind: FoundKind;
  readonly from: number;
  readonly to: number;
}

/**
 * Each rule begins at a sign of its own (`@`, `+`, a digit at the start of a number) and looks a bounded way from there,
 * so that time stays linear. A hit begins and ends at the border of a word.
 */
const before = '(?<![\\p{L}\\p{N}_])';
const after = '(?![\\p{L}\\p{N}_])';

/** Endings of files that stand behind an @ (icon@2x.png) and are no top-level domain. */
const files = 'png|jpe?g|gif|svg|webp|avif|ico|css|s[ac]ss|m?js|[jt]sx?|json|html?|pdf|mp4|woff2?';
const local = '[\\p{L}\\p{N}._%+-]';
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const email = new RegExp(
  `@(?<=${before}(?<local>[\\p{L}\\p{N}_]${local}{0,63})@)(?<!${before}git@)` +
    `(?:${label}\\.){1,8}(?!(?:${files})${after})\\p{L}{2,24}(?![\\p{L}\\p{N}_@])(?!-[\\p{L}\\p{N}])`,
  'dgiu',
);

/** One space or mark between the groups of a number. */
const gap = '[ \\u00A0\\u202F.\\u2011-]';
const noNumberBefore = `${before}(?<!\\d[.,:/ \\u00A0\\u202F\\u2011-])(?<!\\d[ \\u00A0]?[(])`;
const noNumberAfter = `${after}(?![.,:/ \\u00A0\\u202F\\u2011-]\\d)`;
const area = '[2-9]\\d{2}';
const called =
  '(?:tele(?:ph|f)[oó]n[eo]?|phone|tel|tél|fax|mobile?|cell|call|mobil|handy|whatsapp|hotline|тел|电话|電話|هاتف)';
const numbers = [
  // +49 30 1234567, +1 (415) 555-0100
  `\\+(?!0)(?:${gap}?[(]?\\d{1,14}[)]?(?:${gap}|${gap}?/${gap}?)?){1,8}(?<=\\d)`,
  // 0049 30 1234567
  `00[1-9]\\d{0,2}(?:${gap}[(]?\\d{2,8}[)]?){2,5}`,
  // (415) 555-0100, 415-555-0100, 415.555.0100
  `(?:1[ .-])?(?:[(]${area}[)][ \\u00A0-]?|(?<nanp>${area}(?<mark>[.\\u2011-])))[2-9]\\d{2}(?:\\k<mark>|[ .\\u2011-])\\d{4}`,
  // 01 23 45 67 89
  `0[1-9](?:[ \\u00A0\\u202F.]\\d{2}){4}`,
  // 020 7946 0958, 01632 960 001
  `[(]?0[1-9]\\d{1,3}[)]? \\d{3,4} \\d{3,4}`,
  // 030 / 1234567, 0171-1234567
  `[(]?0[1-9]\\d{1,4}(?:[)] ?| ?/ ?)\\d{3,4}(?: ?\\d{2,4}){0,2}|01[5-7]\\d{1,2}[ -]\\d{6,8}`,
  // tel. 1234567
  `(?<=${before}${called}[.:]{0,2}[ \\u00A0]?)[(]?\\d{2,8}[)]?(?:${gap}[(]?\\d{2,8}[)]?){1,5}`,
  `(?<=${before}${called}[.:]{0,2}[ \\u00A0]?)\\d{7,12}`,
];
const phone = new RegExp(`${noNumberBefore}(?:${numbers.join('|')})${noNumberAfter}`, 'giu');

const iban = new RegExp(`${before}[A-Z]{2}\\d{2}(?=[ \\u00A0-]?[A-Z\\d])`, 'giu');

const card = new RegExp(
  `${noNumberBefore}(?:\\d{13,19}|\\d{4}(?<sign>[ \\u00A0-])\\d{4}\\k<sign>\\d{4}\\k<sign>\\d{4}(?:\\k<sign>\\d{3})?|3\\d{3}[ \\u00A0-]\\d{6}[ \\u00A0-]\\d{4,5})${noNumberAfter}`,
  'gu',
);

const pem = '[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----';
const keys = [
  'sk-(?=[a-zA-Z_-]{0,80}\\d)[\\w-]{20,}',
  '[rs]k_(?:live|test)_[A-Za-z\\d]{16,}',
  'gh[opsur]_[A-Za-z\\d]{36,}',
  'github_pat_\\w{22,}',
  'glpat-[\\w-]{20,}',
  'npm_[A-Za-z\\d]{36}',
  'hf_[A-Za-z\\d]{30,}',
  'A[KS]IA[A-Z\\d]{16}',
  'AIza[\\w-]{35}',
  'xox[abeoprs]-[A-Za-z\\d-]{10,}',
  'eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{8,}',
  '(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\\d{3}) AAAA[A-Za-z\\d+/]{20,}={0,2}',
  `-----BEGIN ${pem}(?:(?!-----)[^]){1,20000}-----END ${pem}`,
];
const key = new RegExp(`(?<![\\w-])(?:${keys.join('|')})(?![\\w-])`, 'g');

const rules: readonly ((text: string) => Steps<readonly Span[]>)[] = [
  (text) => hits('key', key, text),
  // The rule begins at the @, which is found much faster; where the address begins, its group tells.
  (text) =>
    hits('email', email, text, (span, { indices }) => ({
      ...span,
      from: indices?.groups?.local?.[0] ?? span.from,
    })),
  (text) => hits('iban', iban, text, (span) => wholeIban(text, span)),
  (text) => hits('card', card, text, (span) => (isCard(digitsOf(text, span)) ? span : null)),
  (text) => hits('phone', phone, text, (span) => (isPhone(text, span) ? span : null)),
];

/** What is where, of one kind each; hits of an earlier kind go first. */
export function* spansOf(text: string): Steps<readonly Span[]> {
  const found: (readonly Span[])[] = [];
  for (const rule of rules) {
    found.push(yield* rule(text));
    yield;
  }
  return found.flat();
}

/** Hits that are looked at in one step. */
export const hitsInStep = 5000;

/** `take`: what is hidden of a hit; null: it is none. */
function* hits(
  kind: FoundKind,
  rule: RegExp,
  text: string,
  take: (span: Span, hit: RegExpExecArray) => Span | null = (span) => span,
): Steps<readonly Span[]> {
  const found: Span[] = [];
  let looked = 0;
  for (const hit of text.matchAll(rule)) {
    const { 0: match, index } = hit;
    const span = take({ kind, from: index, to: index + match.length }, hit);
    if (span) found.push(span);
    looked += 1;
    if (looked % hitsInStep === 0) yield;
  }
  return found;
}

function digitsOf(text: string, { from, to }: Span): string {
  return text.slice(from, to).replace(/\D/g, '');
}

/** As many digits as numbers have (E.164), in no shape that dates and versions have. */
function isPhone(text: string, span: Span): boolean {
  const digits = digitsOf(text, span);
  const hit = text.slice(span.from, span.to);
  if (digits.length < 7 || digits.length > 15) return false;
  if (hit.startsWith('+') && digits.length < 8) return false;
  return !/^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,3}(?:\.\d{1,3}){3}$|^97[89][ -]/.test(hit);
}

function wholeIban(text: string, span: Span): Span | null {
  const length = ibanLength(text.slice(span.from, span.to));
  if (!length) return null;
  // Groups of four: at most a space each.
  const groups = text.slice(span.from, span.from + 45);
  const rule = new RegExp(`^(?:[A-Z\\d][ \\u00A0-]?){${length - 1}}[A-Z\\d]${after}`, 'iu');
  const whole = rule.exec(groups)?.[0];
  if (!whole || !isIban(whole.replace(/[ \u00A0-]/g, ''))) return null;
  return { ...span, to: span.from + whole.length };
}
