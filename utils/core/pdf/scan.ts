import {
  type Cursor,
  carriageReturn,
  code,
  type Dictionary,
  isDictionary,
  isDigit,
  isSpace,
  lineFeed,
  readValue,
  skipSpace,
  type Value,
} from './syntax';

/** Where an object's value begins. `order`: of two with the same number the later one counts. */
export interface Place {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly order: number;
}

/** What lies in a file, found by reading through it: its own table of contents may be wrong, or missing. */
export interface Found {
  /** Bytes that were read in vain. */
  wasted: number;
  readonly places: Map<number, Place>;
  /** Dictionaries that tell of the file as a whole, as they follow each other. */
  readonly trailers: Dictionary[];
  /** Streams that hold more objects. */
  readonly packed: Place[];
}

/** Objects in one file at most: far beyond what is printed, and a bound to what a hostile one takes. */
const mostObjects = 1_000_000;

const [letterO, letterT] = [code('o'), code('t')];

/** Reads through a file of any state; what cannot be read is passed over. */
export function scan(bytes: Uint8Array): Found {
  const found: Found = { wasted: 0, places: new Map(), trailers: [], packed: [] };
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at];
    if (byte === letterO && startsWith(bytes, at, 'obj')) at = takeObject(bytes, at, found);
    else if (byte === letterT && startsWith(bytes, at, 'trailer'))
      at = takeTrailer(bytes, at, found);
    else at += 1;
    // What begins again and again and never ends would take the square of its size.
    if (found.places.size > mostObjects || found.wasted > 4 * bytes.length) break;
  }
  return found;
}

function takeObject(bytes: Uint8Array, keyword: number, found: Found): number {
  const start = keyword + 3;
  const number = numberBefore(bytes, keyword);
  if (number === null) return start;
  const place = { bytes, at: start, order: keyword };
  const cursor = { bytes, at: start };
  const value = attempt(cursor, found);
  if (value === null) return start;
  found.places.set(number, place);
  if (!isDictionary(value)) return cursor.at;
  const type = value.get('/Type');
  if (type === '/XRef') found.trailers.push(value);
  if (type === '/ObjStm') found.packed.push(place);
  return streamAfter(cursor, value.get('/Length'))?.end ?? cursor.at;
}

function takeTrailer(bytes: Uint8Array, keyword: number, found: Found): number {
  const cursor = { bytes, at: keyword + 'trailer'.length };
  const value = attempt(cursor, found);
  if (value === null) return keyword + 1;
  if (isDictionary(value)) found.trailers.push(value);
  return cursor.at;
}

function attempt(cursor: Cursor, found: Found): Value | null {
  const { at } = cursor;
  try {
    return readValue(cursor);
  } catch {
    found.wasted += cursor.at - at;
    return null;
  }
}

/** The object's number, of `12 0 obj`. */
function numberBefore(bytes: Uint8Array, keyword: number): number | null {
  let at = keyword;
  const back = (is: typeof isDigit) => {
    const end = at;
    while (at > 0 && end - at < 10 && is(bytes[at - 1])) at -= 1;
    return end - at;
  };
  back(isSpace);
  if (back(isDigit) === 0 || back(isSpace) === 0) return null;
  const end = at;
  if (back(isDigit) === 0) return null;
  return Number(String.fromCharCode(...bytes.subarray(at, end)));
}

/** The bytes of a stream behind its dictionary; `length`: as the dictionary says it, believed where it is true. */
export function streamAfter(
  cursor: Cursor,
  length: unknown,
): { readonly from: number; readonly to: number; readonly end: number } | null {
  const { bytes } = cursor;
  skipSpace(cursor);
  if (!startsWith(bytes, cursor.at, 'stream')) return null;
  let from = cursor.at + 'stream'.length;
  if (bytes[from] === carriageReturn) from += 1;
  if (bytes[from] === lineFeed) from += 1;
  const told = typeof length === 'string' ? from + Number(length) : Number.NaN;
  if (told >= from && told <= bytes.length) {
    const after = { bytes, at: told };
    skipSpace(after);
    if (startsWith(bytes, after.at, 'endstream')) return { from, to: told, end: after.at };
  }
  const end = find(bytes, from, 'endstream');
  return { from, to: withoutLineEnd(bytes, from, end), end };
}

function withoutLineEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  if (end > from && bytes[end - 1] === lineFeed) end -= 1;
  if (end > from && bytes[end - 1] === carriageReturn) end -= 1;
  return end;
}

/** Where a word comes next; the end when it does not. */
function find(bytes: Uint8Array, from: number, word: string): number {
  const first = code(word);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, at, word)) return at;
  }
  return bytes.length;
}

function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}
