import { looksLikePdf } from '../pdf/pdf';

/** What a response's body is to be taken for; `untold`: nobody has said what it is. */
export type LinkedKind = 'page' | 'text' | 'pdf' | 'other' | 'untold';

/** What is only to be saved is often called so, a PDF more often than anything else. */
const vague = /^(?:application|binary)\/(?:octet-stream|unknown|x-pdf|(?:x-|force-)?download)$/;

/** By its content type. */
export function linkedKind(contentType: string | null): LinkedKind {
  const type = mediaType(contentType);
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page';
  if (type === 'application/pdf') return 'pdf';
  if (vague.test(type)) return 'untold';
  const isText = /^text\/|[/+](json|xml|yaml|toml)$|^application\/(javascript|x-yaml)$/.test(type);
  return isText ? 'text' : 'other';
}

/** Bytes that browsers look at: https://mimesniff.spec.whatwg.org/#reading-the-resource-header */
const looked = 1445;
const beginning =
  /^(?:\s|<!--(?:(?!-->).)*-->|<\?xml[^>]*>|\xef\xbb\xbf)*<(?:!doctype html|html|head|title|body|meta|script|style|div|h1|p|table|br)[\s/>]/is;

/** What a body is by its first bytes: a PDF whatever it is called, a page where browsers take it for one. */
export function sniffed(
  bytes: Uint8Array,
  told: Exclude<LinkedKind, 'other'>,
): 'page' | 'text' | 'pdf' {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, looked));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (told !== 'untold') return told;
  if (beginning.test(start)) return 'page';
  return looksLikePdf(bytes) ? 'pdf' : 'text';
}

/** Whether a text is one, by its first signs: https://mimesniff.spec.whatwg.org/#binary-data-byte; pages have odd ones. */
export function isText(text: string, isPage = false): boolean {
  if (isPage) return !text.slice(0, looked).includes('\0');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  return !/[\0-\x08\v\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, looked));
}

/** `text/html` of `text/html; charset=utf-8`, the first where it is told twice; of nothing, what HTTP calls unknown bytes. */
export function mediaType(contentType: string | null): string {
  const type = contentType?.split(/[;,]/, 1)[0]?.trim().toLowerCase();
  return type || 'application/octet-stream';
}
