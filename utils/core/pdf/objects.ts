import { latin1 } from '../latin1';
import { type Found, type Place, scan, streamAfter } from './scan';
import {
  type Cursor,
  type Dictionary,
  isDictionary,
  isList,
  isReference,
  notSyntax,
  readValue,
  type Value,
} from './syntax';

/** Unpacks a zlib stream of which no more than `limit` bytes are wanted; null when it is none, or longer. */
export type Inflate = (packed: Uint8Array, limit: number) => Promise<Uint8Array | null>;

/** An object of a file; `stream`: the bytes behind its dictionary, as they lie there. */
export interface PdfObject {
  readonly value: Value;
  readonly stream: Uint8Array | null;
}

export interface Objects {
  /** Allows as many bytes to be read anew as a reader needs that reads each object a few times. */
  readonly renew: () => void;
  readonly trailers: readonly Dictionary[];
  readonly numbers: () => Iterable<number>;
  /** Null where there is none that can be read. */
  get(number: number): PdfObject | null;
  /** What a reference leads to, over several if need be; any other value is itself. */
  resolve(value: Value | undefined): Value | undefined;
}

/** Bytes of all packed objects of one file at most. */
const unpackedLimit = 128_000_000;

/** References to references are followed so far. */
const longestChain = 20;

/** Times that a file may be read through: what refers to the same large object again and again is stopped. */
const mostReadings = 4;

/** Bytes that may be read in any case. */
const freeReading = 16_000_000;

/** All objects of a file. Throws once it takes more reading than a file should. */
export async function objectsOf(bytes: Uint8Array, inflate: Inflate): Promise<Objects> {
  const found = scan(bytes);
  const allowed = freeReading + mostReadings * bytes.length;
  const reading = readingOf(found, allowed);
  // What is encrypted cannot be unpacked; whoever opens the file says so.
  if (!found.trailers.some((trailer) => trailer.has('/Encrypt'))) {
    await unpackAll(found, reading, inflate);
  }
  return {
    trailers: found.trailers,
    numbers: () => found.places.keys(),
    renew: reading.renew,
    get: (number) => reading.object(found.places.get(number)),
    resolve(start) {
      let now = start;
      for (let steps = 0; isReference(now); steps += 1) {
        if (steps === longestChain) return undefined;
        now = reading.value(now.ref) ?? undefined;
      }
      return now;
    },
  };
}

type ReadObject = (place: Place | undefined) => PdfObject | null;
type Spend = (bytes: number) => void;
type Reading = ReturnType<typeof readingOf>;

/** Reads objects, as long as no more than `allowed` bytes have been. */
function readingOf({ places }: Found, allowed: number) {
  let left = allowed;
  const spend: Spend = (bytes) => {
    left -= bytes;
    if (left < 0) throw tooMuch;
  };
  const value = (number: number): Value | null => {
    const place = places.get(number);
    return place ? valueAt({ ...place }, left, spend) : null;
  };
  const object: ReadObject = (place) => {
    if (!place) return null;
    const cursor = { ...place };
    const own = valueAt(cursor, left, spend);
    if (!isDictionary(own)) return own === null ? null : { value: own, stream: null };
    const told = own.get('/Length');
    const stream = streamAfter(cursor, isReference(told) ? value(told.ref) : told);
    if (stream) spend(stream.end - cursor.at);
    return { value: own, stream: stream && place.bytes.subarray(stream.from, stream.to) };
  };
  const renew = () => {
    left = allowed;
  };
  return { value, object, renew, spend };
}

const tooMuch = new Error('more to read than there is');

function valueAt(cursor: Cursor, left: number, spend: Spend): Value | null {
  const { bytes, at } = cursor;
  // One byte more than is left tells that it is too much: nobody waits for the end of it.
  const within = { bytes: bytes.subarray(0, at + left + 1), at };
  try {
    return readValue(within);
  } catch (error) {
    if (error === notSyntax) return null;
    throw error;
  } finally {
    cursor.at = within.at;
    spend(within.at - at);
  }
}

async function unpackAll(
  { places, packed }: Found,
  { object: read, spend }: Reading,
  inflate: Inflate,
): Promise<void> {
  let left = unpackedLimit;
  for (const place of packed) {
    const object = read(place);
    if (!object?.stream || !isDictionary(object.value)) continue;
    const bytes = await unpacked(object.value, object.stream, (data) => inflate(data, left));
    if (bytes === null) continue;
    left -= bytes.length;
    for (const [number, at] of contentsOf(object.value, bytes, spend)) {
      const known = places.get(number);
      if (!known || known.order <= place.order)
        places.set(number, { bytes, at, order: place.order });
    }
  }
}

async function unpacked(
  dictionary: Dictionary,
  data: Uint8Array,
  inflate: (data: Uint8Array) => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const filter = dictionary.get('/Filter');
  const names = isList(filter) ? filter : filter === undefined ? [] : [filter];
  if (names.length === 0) return data;
  return names.length === 1 && names[0] === '/FlateDecode' ? inflate(data) : null;
}

/** What a byte of the numbers of packed objects takes, in time and memory, as a multiple of any other. */
const perByte = 4;

/** Numbers of the objects in an unpacked stream, with where each begins: pairs in front of the first. */
function* contentsOf(
  dictionary: Dictionary,
  bytes: Uint8Array,
  spend: Spend,
): Iterable<readonly [number, number]> {
  const first = Number(dictionary.get('/First'));
  if (!(first >= 0 && first <= bytes.length)) return;
  spend(perByte * first);
  let number: number | null = null;
  // One by one: a list of them all would take much more than they do.
  for (const [word] of latin1(bytes.subarray(0, first)).matchAll(/\S+/g)) {
    const offset = Number(word);
    if (number !== null && number >= 0 && offset >= 0) yield [number, first + offset];
    number = number === null ? offset : null;
  }
}
