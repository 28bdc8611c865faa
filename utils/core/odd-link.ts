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

/** What is odd about an address in an answer about `text`, or null. A `text` of the page itself may hold its own address: that is no secret. */
export function oddityOf(url: URL, text: string): Oddity | null {
  if (url.protocol === 'mailto:') return carries(url, text) ? 'carries' : null;
  if (carries(url, text)) return 'carries';
  if (url.username !== '' || url.password !== '') return 'named';
  if (url.hostname.split('.').some((label) => label.startsWith('xn--'))) return 'look-alike';
  if (isLocal(url.hostname)) return 'local';
  return roomsOf(url).some((room) => room.length > longest) ? 'long' : null;
}

/** Where in an address something can be written. */
function roomsOf({ pathname, search, hash }: URL): readonly string[] {
  return [...pathname.split('/'), search, hash];
}

function carries(url: URL, text: string): boolean {
  const written = readings(url).map(signs);
  if (written.every(({ length }) => length < carried)) return false;
  const known = signs(text);
  return written.some((each) => shareRow(each, known));
}

/** The address as it stands, and what it would say to one who undoes base64 or hexadecimal digits. */
function readings(url: URL): readonly string[] {
  const plain = decoded(url.href.slice(url.protocol.length));
  const words = plain
    .split(/[^\w+/=-]+|(?<=[^=])\/(?=https?:)/)
    .flatMap((word) => [word, ...word.split(/[/=]/)]);
  return [plain, ...words.filter(({ length }) => length >= carried).flatMap(undone)];
}

function undone(word: string): readonly string[] {
  const base64 = fromBase64(word.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  const hex = /^(?:[\da-f]{2})+$/i.test(word)
    ? Uint8Array.from(word.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : null;
  return [base64, hex].flatMap((bytes) => (bytes ? [new TextDecoder().decode(bytes)] : []));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Letters and digits alone, as searches compare them. */
function signs(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether `carried` signs in a row of one stand in the other. */
function shareRow(one: string, other: string): boolean {
  for (let at = 0; at + carried <= one.length; at += 1)
    if (other.includes(one.slice(at, at + carried))) return true;
  return false;
}

function isLocal(host: string): boolean {
  return (
    /^(?:localhost|.*\.(?:localhost|local|internal|home\.arpa))$/.test(host) ||
    /^(?:\d+\.){3}\d+$/.test(host) ||
    host.startsWith('[') ||
    !host.includes('.')
  );
}
