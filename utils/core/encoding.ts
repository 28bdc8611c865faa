/** Bytes in which a page must declare its encoding (https://html.spec.whatwg.org/#charset); browsers look through its head. */
const declared = 1024;
const longestHead = 100_000;

function headOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, longestHead));
  return start.slice(0, Math.max(declared, start.search(/<\/head|<body/i)));
}

/** The text of a body: its encoding is told by its first bytes, its header or its own first lines, in this order. */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const start = headOf(bytes);
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
