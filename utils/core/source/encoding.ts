import { shownMarkup } from './link';
import { linkedKind } from './link-kind';
import { unsaidEncoding } from './unsaid-encoding';

/** Bytes in which a page must declare its encoding (https://html.spec.whatwg.org/#charset); browsers look through its head. */
const declaredWithin = 1024;
const longestHead = 100_000;

/** What a page declares; what it says of itself to others may be about encodings. */
const declared = /<meta(?![^<>]*\s(?:name|property)\s*=)[^<>]+charset\s*=\s*["']?([^\s"'/>;]+)/i;

function headOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, longestHead));
  return start.slice(0, Math.max(declaredWithin, start.search(/<\/head|<body/i)));
}

/** The text of a body: its encoding is told by its first bytes, its header or its own first lines, in this order. */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const start = headOf(bytes);
  const inHeader = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1];
  const inXml = /^<\?xml[^>]+encoding\s*=\s*["']([^"']+)/i.exec(start)?.[1];
  const inPage = linkedKind(contentType) === 'text' ? null : declared.exec(shownMarkup(start));
  const decoder =
    decoderFor(byMark(bytes)) ??
    decoderFor(inHeader) ??
    pageOwn(decoderFor(inPage?.[1] ?? inXml)) ??
    new TextDecoder(unsaidEncoding(bytes));
  return decoder.decode(bytes);
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** A page whose declaration could be read is not written in UTF-16, whatever it declares. */
function pageOwn(decoder: TextDecoder | null): TextDecoder | null {
  return decoder?.encoding.startsWith('utf-16') ? new TextDecoder() : decoder;
}

/** Null for a name that is none. */
function decoderFor(name: string | undefined): TextDecoder | null {
  try {
    return name === undefined ? null : new TextDecoder(name);
  } catch {
    return null;
  }
}
