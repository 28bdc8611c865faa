import { latin1 } from '../latin1';

/**
 * A value of a PDF. What is neither reference nor container is kept as it is written, a character for each byte: a name
 * with its slash, a string with its brackets.
 */
export type Value = string | Reference | List | Dictionary;
export type List = readonly Value[];
export type Dictionary = ReadonlyMap<string, Value>;

/** Another object of the file, by its number. Of its generations the last one counts. */
export interface Reference {
  readonly ref: number;
}

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === 'object' && 'ref' in value;
}

export function isDictionary(value: Value | null | undefined): value is Dictionary {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is List {
  return Array.isArray(value);
}

/** Where bytes are being read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** Thrown at what is no PDF syntax; caught where a PDF is opened. */
export const notSyntax = new Error('not the syntax of a PDF');

/** Containers in containers at most: more is an attack on the stack. */
const deepest = 100;

export const code = (character: string) => character.charCodeAt(0);

export const [lineFeed, carriageReturn] = [code('\n'), code('\r')];
const spaces = new Set([...'\0\t\n\f\r '].map(code));
const delimiters = new Set([...'()<>[]{}/%'].map(code));

const [openRound, closeRound, backslash] = [code('('), code(')'), code('\\')];
const [less, greater, openSquare, closeSquare] = [code('<'), code('>'), code('['), code(']')];
const [percent, slash, letterR] = [code('%'), code('/'), code('R')];

/** What each byte is; looked up for every byte of a file. */
const [regular, space, delimiter] = [0, 1, 2];
const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (spaces.has(byte)) return space;
  return delimiters.has(byte) ? delimiter : regular;
});

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && classes[byte] === regular;
}

export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && classes[byte] === space;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** Moves behind white space and comments. */
export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  for (;;) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return;
    if (byte === percent) skipLine(cursor);
    else if (classes[byte] === space) cursor.at += 1;
    else return;
  }
}

function skipLine(cursor: Cursor): void {
  while (cursor.at < cursor.bytes.length) {
    const byte = cursor.bytes[cursor.at];
    if (byte === lineFeed || byte === carriageReturn) return;
    cursor.at += 1;
  }
}

/** Reads the value at a cursor and moves behind it. Throws `notSyntax`. */
export function readValue(cursor: Cursor, depth = 0): Value {
  if (depth > deepest) throw notSyntax;
  skipSpace(cursor);
  const { bytes, at } = cursor;
  switch (bytes[at]) {
    case openSquare:
      return readList(cursor, depth);
    case less:
      return bytes[at + 1] === less ? readDictionary(cursor, depth) : readHex(cursor);
    case openRound:
      return readText(cursor);
    case slash:
      cursor.at += 1;
      return `/${readWord(cursor)}`;
    default:
      return readNumberOrWord(cursor);
  }
}

function readList(cursor: Cursor, depth: number): Value {
  cursor.at += 1;
  const list: Value[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === closeSquare) break;
    list.push(readValue(cursor, depth + 1));
  }
  cursor.at += 1;
  return list;
}

function readDictionary(cursor: Cursor, depth: number): Value {
  cursor.at += 2;
  const entries = new Map<string, Value>();
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === greater) break;
    const key = readValue(cursor, depth + 1);
    if (typeof key !== 'string' || !key.startsWith('/')) throw notSyntax;
    entries.set(key, readValue(cursor, depth + 1));
  }
  if (cursor.bytes[cursor.at + 1] !== greater) throw notSyntax;
  cursor.at += 2;
  return entries;
}

function readHex(cursor: Cursor): Value {
  const from = cursor.at;
  const end = cursor.bytes.indexOf(greater, from);
  cursor.at = end < 0 ? cursor.bytes.length : end + 1;
  if (end < 0) throw notSyntax;
  return latin1(cursor.bytes.subarray(from, cursor.at));
}

function readText(cursor: Cursor): Value {
  const { bytes, at: from } = cursor;
  for (let open = 0; cursor.at < bytes.length; cursor.at += 1) {
    const byte = bytes[cursor.at];
    if (byte === backslash) cursor.at += 1;
    else if (byte === openRound) open += 1;
    else if (byte === closeRound) open -= 1;
    if (open > 0) continue;
    cursor.at += 1;
    return latin1(bytes.subarray(from, cursor.at));
  }
  throw notSyntax;
}

function readWord(cursor: Cursor): string {
  const from = cursor.at;
  while (isRegular(cursor.bytes[cursor.at])) cursor.at += 1;
  return latin1(cursor.bytes.subarray(from, cursor.at));
}

function readNumberOrWord(cursor: Cursor): Value {
  const startsAsNumber = isDigit(cursor.bytes[cursor.at]);
  const word = readWord(cursor);
  if (word === '') throw notSyntax;
  if (!startsAsNumber || !readRestOfReference(cursor)) return word;
  const ref = Number(word);
  if (!Number.isSafeInteger(ref)) throw notSyntax;
  return { ref };
}

/** `0 R` behind a number makes it a reference. */
function readRestOfReference(cursor: Cursor): boolean {
  const { bytes } = cursor;
  let at = cursor.at;
  while (isSpace(bytes[at])) at += 1;
  if (!isDigit(bytes[at])) return false;
  while (isDigit(bytes[at])) at += 1;
  if (!isSpace(bytes[at])) return false;
  while (isSpace(bytes[at])) at += 1;
  if (bytes[at] !== letterR || isRegular(bytes[at + 1])) return false;
  cursor.at = at + 1;
  return true;
}
