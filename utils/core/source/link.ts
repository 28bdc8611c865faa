import type { LinkFault } from '../problem';

/** How much of a linked page is waited for, in bytes after decompression and in ms from the click's answer on. */
export const linkLimits = { bytes: 10_000_000, wholeMs: 20_000, viewMs: 10_000 } as const;

/** UTF-16 units of a page that has nothing but where it leads on to, and seconds that it stays. */
const [longestSign, longestStay] = [10_000, 10];

/** The markup of a page without what browsers with scripts pass over: what nobody sees leads nowhere. */
export function shownMarkup(html: string): string {
  return html.replace(/<!--(?:.*?-->|.*)|<noscript\b(?:.*?<\/noscript|.*)/gis, '');
}

/** Of a tag, with or without its quotes. */
const content = /[\s"']content\s*=\s*(?:(["'])(.*?)(?:\1|$)|(\S*))/is;
/** https://html.spec.whatwg.org/#shared-declarative-refresh-steps */
const step = /^\s*(\d{1,9})[\d.]*[\s;,]+(?:url\s*=\s*)?(?:(["'])(.*?)(?:\2|$)|(.*))/is;

/** Where a page sends its reader at once; null: nowhere else. `markup`: what of it is looked at. */
export function movedTo(html: string, address: string, markup = shownMarkup): string | null {
  if (html.length > longestSign) return null;
  const [tag = ''] = /<meta\s[^<>]*http-equiv\s*=\s*["']?refresh\b[^<>]*/i.exec(markup(html)) ?? [];
  const [, , quoted, bare = ''] = content.exec(tag) ?? [];
  const [, seconds, , named, to = named ?? ''] = step.exec(unescaped(quoted ?? bare)) ?? [];
  const url = URL.parse(to, address);
  if (to === '' || Number(seconds) > longestStay || !url) return null;
  return url.href.split('#', 1)[0] === address ? null : url.href;
}

/** What stands in an attribute: many templates write `/` and `=` by their numbers as well. */
function unescaped(value: string): string {
  const reference = /&(?:amp|#(\d{1,5})|#x([\da-f]{1,4}));/gi;
  return value.replace(reference, (_, decimal?: string, hex?: string) => {
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
    return decimal ? String.fromCharCode(Number(decimal)) : '&';
  });
}

/** What tells whether a page is the one that was meant. */
interface Arrival {
  readonly text: string;
  readonly address: string;
  /** Whether another address had led there. */
  readonly led: boolean;
  readonly asksPassword: boolean;
  readonly hasScripts: boolean;
}

/** UTF-16 units below which a page with a field for a password is about nothing else. */
const littleBesidePassword = 1000;
/** The same: below the first a page with scripts may be waiting for them, below the second it says nothing. */
const [littleBesideScripts, nothingBesideScripts] = [200, 20];

const loginPath =
  /\/(?:log-?in|sign-?in|signon|sso|oauth2?|auth|authorize|session\/new)(?:[/._-]|$)/i;
/** What is said until scripts have run, in any language. */
const waits = /…|\.{3}|javascript/i;

/** What stands there in the place of the page: a wall to sign in at, or the shell that scripts would fill; else null. */
export function pageFault({ text, address, led, ...has }: Arrival): LinkFault | null {
  const isLogin = has.asksPassword || (led && loginPath.test(new URL(address).pathname));
  if (isLogin && text.length < littleBesidePassword) return { kind: 'login' };
  const isShell = text.length < nothingBesideScripts || waits.test(text);
  return mayHoldMore({ text, ...has }) && isShell ? { kind: 'empty' } : null;
}

/** Whether scripts may have more to show than is there. */
export function mayHoldMore({ text, hasScripts }: Pick<Arrival, 'text' | 'hasScripts'>): boolean {
  return hasScripts && text.length < littleBesideScripts;
}
