import { fromBase64 } from './base64';
import { fold } from './fold';

/** Why a link of an answer should be looked at before it is followed; the first that holds. */
export type Oddity =
  /** It holds words of the text that was sent: whoever is there would get them. */
  | 'carries'
  /** A name before the host, which looks like a host. */
  | 'named'
  /** Letters that may only look like those of another host. */
  | 'look-alike'
  /** This computer, or a network that only the user can reach. */
  | 'local'
  /** More than `longest` UTF-16 units of query or fragment, or in one piece of its path: much can be written there. */
  | 'long';

/** Signs (letters and digits) in a row that an address and the text must have in common. */
const carried = 16;

/** UTF-16 units. */
const longest = 64;

/** What is odd about an address in an answer about `text`, or null; `hidden`: what a placeholder stood for in it. */
export function oddityOf(url: URL, text: string, hidden: readonly string[] = []): Oddity | null {
  if (bringsBack(url, text, hidden) || carries(url, text)) return 'carries';
  if (url.protocol === 'mailto:') return null;
  if (url.username !== '' || url.password !== '') return 'named';
  if (url.hostname.split('.').some((label) => label.startsWith('xn--'))) return 'look-alike';
  if (isLocal(url.hostname)) return 'local';
  return roomsOf(url).some((room) => room.length > longest) ? 'long' : null;
}

/** Where in an address something can be written. */
function roomsOf({ pathname, search, hash }: URL): readonly string[] {
  return [...pathname.split('/'), search, hash];
}

/** An address that stands in the text as a whole was not made of it. */
function carries(url: URL, text: string): boolean {
  const [plain = '', ...undone] = readings(url).map(signs);
  const rows = new Set<string>();
  for (const reading of [plain, ...undone]) for (const row of rowsOf(reading)) rows.add(row);
  if (rows.size === 0) return false;
  const known = signs(text);
  if (known.includes(plain)) return false;
  for (const row of rowsOf(known)) if (rows.has(row)) return true;
  return false;
}

/** Whether there is more to an address than something that was hidden, which the model itself could not put into it. */
function bringsBack(url: URL, text: string, hidden: readonly string[]): boolean {
  const plain = signs(plainly(url));
  const back = hidden.map((each) => signs(decoded(each)));
  return (
    back.some((each) => plain !== each && plain.includes(each)) && !signs(text).includes(plain)
  );
}

/** The address as it stands, then what it would say to one who undoes base64 or hexadecimal digits. */
function readings(url: URL): readonly string[] {
  const plain = plainly(url);
  const words = plain.split(/[^\w+/=-]+/).flatMap((word) => [word, ...word.split(/[/=]/)]);
  return [plain, ...words.filter(({ length }) => length >= carried).flatMap(undone)];
}

function undone(word: string): readonly string[] {
  const base64 = fromBase64(word.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  const hex = /^(?:[\da-f]{2})+$/i.test(word) ? fromHex(word) : null;
  return [base64, hex].flatMap((bytes) => (bytes ? [new TextDecoder().decode(bytes)] : []));
}

function plainly({ href, protocol }: URL): string {
  return decoded(href.slice(protocol.length));
}

/** All that can be decoded, whatever stands beside it: one sign that cannot would else hide the rest. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (row) =>
    new TextDecoder().decode(fromHex(row.replaceAll('%', ''))),
  );
}

function fromHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Letters and digits alone, as searches compare them. */
function signs(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** All that stands in it of `carried` signs in a row, one by one: texts have millions. */
function* rowsOf(all: string): Generator<string> {
  for (let at = 0; at + carried <= all.length; at += 1) yield all.slice(at, at + carried);
}

function isLocal(host: string): boolean {
  return (
    /\.(?:localhost|local|internal|home\.arpa)\.?$/.test(host) ||
    /^(?:\d+\.){3}\d+$/.test(host) ||
    // A dot at its end makes it no other host.
    !/\../.test(host)
  );
}
