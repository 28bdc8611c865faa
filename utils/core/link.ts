import type { LinkFault } from './problem';

/** How much of a linked page is waited for, in bytes after decompression and in ms from the click's answer on. */
export const linkLimits = { bytes: 10_000_000, wholeMs: 20_000, viewMs: 10_000 } as const;

/** What a response's body is to be taken for. */
export type LinkedKind = 'page' | 'text' | 'pdf' | 'other';

/** By its content type. */
export function linkedKind(contentType: string | null): LinkedKind {
  const type = mediaType(contentType);
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page';
  if (type === 'application/pdf') return 'pdf';
  const isText = /^text\/|[/+](json|xml|yaml|toml)$|^application\/(javascript|x-yaml)$/.test(type);
  return isText ? 'text' : 'other';
}

/** Bytes that browsers look at: https://mimesniff.spec.whatwg.org/#reading-the-resource-header */
const looked = 1445;
const beginning =
  /^(?:\s|<!--(?:(?!-->).)*-->|<\?xml[^>]*>|\xef\xbb\xbf)*<(?:!doctype html|html|head|title|body|meta|script|style|div|h1|p|table|br)[\s/>]/is;

/** What browsers take a body for whose type nobody has told; null: nothing that could be read. */
export function sniffed(bytes: Uint8Array): 'page' | 'pdf' | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, looked));
  if (start.startsWith('%PDF-')) return 'pdf';
  return beginning.test(start) ? 'page' : null;
}

/** `text/html` of `text/html; charset=utf-8`; of nothing, what HTTP calls unknown bytes. */
export function mediaType(contentType: string | null): string {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return type || 'application/octet-stream';
}

/** Bytes in which a page must declare its encoding: https://html.spec.whatwg.org/#charset */
const declared = 1024;

/** The text of a body: its encoding is told by its first bytes, its header or its own first lines, in this order. */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declared));
  const inHeader = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1];
  const inPage = /<meta[^>]+charset\s*=\s*["']?([^\s"'/>;]+)/i.exec(start)?.[1];
  const inXml = /^<\?xml[^>]+encoding\s*=\s*["']([^"']+)/i.exec(start)?.[1];
  const names = [byMark(bytes), inHeader, pageOwn(inPage ?? inXml)];
  const decoder = names.map(decoderFor).find((each) => each !== null);
  return decoder ? decoder.decode(bytes) : guessed(bytes);
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** A page whose declaration could be read is not written in UTF-16, whatever it declares. */
function pageOwn(name: string | undefined): string | undefined {
  return name && /^utf-?16/i.test(name) ? 'utf-8' : name;
}

/** Null for a name that is none. */
function decoderFor(name: string | undefined): TextDecoder | null {
  try {
    return name === undefined ? null : new TextDecoder(name);
  } catch {
    return null;
  }
}

/** Nobody said it: what is not valid UTF-8 is what browsers take old pages for. */
function guessed(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What tells whether a page is the one that was meant. `length`: UTF-16 units of its text. */
interface Arrival {
  readonly length: number;
  readonly address: string;
  readonly asksPassword: boolean;
  readonly hasScripts: boolean;
}

/** Below this a page with a field for a password is about nothing else, */
const littleBesidePassword = 1000;
/** and one with scripts is waiting for them. */
const littleBesideScripts = 200;

const loginPath =
  /\/(?:log-?in|sign-?in|signon|sso|oauth2?|auth|authorize|session\/new)(?:[/._-]|$)/i;

/** What stands there in the place of the page: a wall to sign in at, or the shell that scripts would fill; else null. */
export function pageFault({ length, address, ...has }: Arrival): LinkFault | null {
  const isLogin = loginPath.test(new URL(address).pathname) && length < littleBesidePassword;
  if (isLogin || (has.asksPassword && length < littleBesidePassword)) return { kind: 'login' };
  return has.hasScripts && length < littleBesideScripts ? { kind: 'empty' } : null;
}
