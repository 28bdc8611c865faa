import type { Steps } from '../steps';
import { ibanLength, isCard, isIban } from './checksums';
import { type FoundKind, foundKinds, type Span } from './shield-kinds';
import { isPhone, noNumberBefore, phone } from './shield-phones';
import { after, before, spaced } from './shield-words';

/** What placeholders begin with. */
export const labels = foundKinds.map((kind) => kind.toUpperCase()).join('|');
/** The name of a placeholder as it may be written in brackets, where it is told from words with any sign between. */
export const nameInBrackets = `(?:${labels})(?:\\\\?_|[ -])\\d+`;

/** `EMAIL_1` of `Email 1`. */
export function nameOf(written: string): string {
  return written.replace(/\\?[_ -]/, '_').toUpperCase();
}

/*
 * Each rule begins at a sign of its own (`@`, `+`, a digit at the start of a number) and looks a bounded way from there,
 * so that time stays linear. A hit begins and ends at the border of a word, if the script beside it has any.
 */

/** Endings of files that stand behind an @ (icon@2x.png) and are no top-level domain. */
const files = 'png|jpe?g|gif|svg|webp|avif|ico|css|s[ac]ss|m?js|[jt]sx?|json|html?|pdf|mp4|woff2?';
const local = `(?:${spaced}[\\p{L}\\p{M}\\p{N}._%+'-])`;
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const emailWith = (at: string) =>
  new RegExp(
    `${at}(?<=${before}(?<local>${spaced}[\\p{L}\\p{N}_]${local}{0,63})${at})(?<!${before}git@)(?!\\d+\\.\\d+\\.)` +
      `(?:${label}\\.){1,8}(?!(?:${files})${after})(?:xn--[a-z\\d-]{2,59}|(?:${spaced}\\p{L}){2,24})(?!@|[_-]?${spaced}[\\p{L}\\p{Nd}])`,
    'dgiu',
  );
/** In a text, and in a link; apart, because one sign is looked for faster than two. */
const emails = [emailWith('@'), emailWith('%40')];

const iban = new RegExp(`${before}[A-Z]{2}\\d{2}(?=[ -]?[A-Z\\d])`, 'giu');

/** What is written behind a card may be its date. */
const card = new RegExp(
  `${noNumberBefore}(?:\\d{13,19}|\\d{4}(?<sign>[ -])\\d{4}\\k<sign>\\d{4}\\k<sign>\\d{4}(?:\\k<sign>\\d{3})?|3\\d{3}[ -]\\d{6}[ -]\\d{4,5})${after}(?![.,:/-]\\d| \\d{4})`,
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
  'gsk_[A-Za-z\\d]{40,}',
  'whsec_[A-Za-z\\d+/]{24,}={0,2}',
  'dop_v1_[a-f\\d]{64}',
  'SG\\.[\\w-]{20,24}\\.[\\w-]{39,50}',
  'A[KS]IA[A-Z\\d]{16}',
  'AIza[\\w-]{35}',
  '(?:xox[abeoprs]|xapp)-[A-Za-z\\d-]{10,}',
  'ya29\\.[\\w-]{20,}',
  'pypi-[\\w-]{16,}',
  'xai-[A-Za-z\\d]{20,}',
  'shp(?:at|ca|pa|ss)_[a-f\\d]{32}',
  'dckr_pat_[\\w-]{20,}',
  'eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{8,}',
  '(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\\d{3}) AAAA[A-Za-z\\d+/]{20,}={0,2}',
  `-----BEGIN ${pem}(?:(?!-----)[^]){1,20000}-----END ${pem}`,
];
const key = new RegExp(`(?<![\\w-])(?:${keys.join('|')})(?![\\w-])`, 'g');

const rules: readonly ((text: string) => Steps<readonly Span[]>)[] = [
  (text) => hits('key', key, text),
  // The rules begin at the @, which is found much faster; where the address begins, its group tells.
  ...emails.map(
    (email) => (text: string) =>
      hits('email', email, text, (span, { indices }) => ({
        ...span,
        from: indices?.groups?.local?.[0] ?? span.from,
      })),
  ),
  (text) => hits('iban', iban, text, (span) => wholeIban(text, span)),
  (text) => hits('card', card, text, (span) => (isCard(digitsOf(text, span)) ? span : null)),
  (text) =>
    hits('phone', phone, text, (span) => (isPhone(text.slice(span.from, span.to)) ? span : null)),
];

/** Digits, letters, spaces and marks as they are written elsewhere. */
const elsewhere =
  /[\u00A0\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0A66-\u0A6F\u0AE6-\u0AEF\u0B66-\u0B6F\u0BE6-\u0BEF\u0C66-\u0C6F\u0CE6-\u0CEF\u0D66-\u0D6F\u0E50-\u0E59\u0ED0-\u0ED9\u0F20-\u0F29\u1040-\u1049\u17E0-\u17E9\u2000-\u200A\u2010-\u2013\u202F\u205F\u2212\u3000\uFF08\uFF09\uFF0B\uFF0D-\uFF1A\uFF20-\uFF3A\uFF41-\uFF5A]/g;

/** The same in ASCII: one unit for one, so that all stays in its place. */
function inAscii(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff00) return String.fromCharCode(code - 0xfee0);
  // In the scripts of India they begin at a 6.
  if (code >= 0x660 && code < 0x2000)
    return String((code & 15) - (code > 0x960 && code < 0xe00 ? 6 : 0));
  return /[\u2010-\u2013\u2212]/.test(unit) ? '-' : ' ';
}

/** What is where, of one kind each; hits of an earlier kind go first. */
export function* spansOf(written: string): Steps<readonly Span[]> {
  const text = written.replace(elsewhere, inAscii);
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

function wholeIban(text: string, span: Span): Span | null {
  const length = ibanLength(text.slice(span.from, span.to));
  if (!length) return null;
  // Groups of four: at most a space each.
  const groups = text.slice(span.from, span.from + 45);
  const rule = new RegExp(`^(?:[A-Z\\d][ -]?){${length - 1}}[A-Z\\d]${after}`, 'iu');
  const whole = rule.exec(groups)?.[0];
  if (!whole || !isIban(whole.replace(/[ -]/g, ''))) return null;
  return { ...span, to: span.from + whole.length };
}
