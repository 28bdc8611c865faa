import { toBase64 } from './base64';

/** What stands where a key was. */
const gap = '…';

/** Characters: what is shorter is a word that was typed because something had to be, and may well be in an answer. */
const shortestSecret = 12;

export type Clean = (text: string) => string;

/** Takes a key out of texts, as it is and as gateways write what they were sent: base64, hexadecimal, percent signs, JSON. */
export function withoutKey(key: string | null): Clean {
  const forms = isSecret(key) ? formsOf(key) : [];
  return (text) => forms.reduce((left, form) => left.replaceAll(form, gap), text);
}

/** Takes all out of a message that could be a key: this one, and what looks like another. */
export function withoutKeys(key: string | null): Clean {
  const clean = withoutKey(key);
  return (text) =>
    clean(text)
      .replace(/sk-ant-[\w-]{8,}/g, gap)
      .replace(/\bBearer [^\s"']{8,}/gi, `Bearer ${gap}`);
}

/** Takes a key out of a value that came as JSON, wherever in it. */
export function cleanedJson(value: unknown, clean: Clean): unknown {
  const json = JSON.stringify(value) ?? 'null';
  const bare = clean(json);
  return bare === json ? value : JSON.parse(bare);
}

/** Takes a key out of a text that comes in pieces, and may be cut anywhere. */
export interface PiecewiseClean {
  /** What of the text can be passed on now. */
  readonly add: (piece: string) => string;
  /** What had been held back, because it might have been the beginning of the key. */
  readonly rest: () => string;
  /** Whether anything is held back. */
  readonly holds: () => boolean;
}

export function piecewiseWithoutKey(key: string | null): PiecewiseClean {
  let held = '';
  const add = (piece: string): string => {
    if (!isSecret(key)) return piece;
    const text = (held + piece).replaceAll(key, gap);
    const safe = text.length - beginningOf(key, text);
    held = text.slice(safe);
    return text.slice(0, safe);
  };
  const rest = () => {
    const text = held;
    held = '';
    return text;
  };
  return { add, rest, holds: () => held !== '' };
}

function isSecret(key: string | null): key is string {
  return key !== null && key.length >= shortestSecret;
}

/** UTF-16 units at the end of a text that are the beginning of the key. */
function beginningOf(key: string, text: string): number {
  for (let length = Math.min(key.length - 1, text.length); length > 0; length -= 1)
    if (text.endsWith(key.slice(0, length))) return length;
  return 0;
}

function formsOf(key: string): readonly string[] {
  const bytes = new TextEncoder().encode(key);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64 = [0, 1, 2].map((before) => base64Within(bytes, before));
  const forUrls = base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'));
  // JSON may be quoted in JSON, and that once more.
  const once = escaped(key);
  const twice = escaped(once);
  const percent = encodeURIComponent(key);
  return [
    ...new Set([
      escaped(twice),
      twice,
      once,
      key,
      percent,
      hex,
      hex.toUpperCase(),
      ...base64,
      ...forUrls,
    ]),
  ];
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The characters of base64 that these bytes alone decide, when so many bytes, modulo 3, come before them. */
function base64Within(bytes: Uint8Array, before: number): string {
  const padded = new Uint8Array(before + bytes.length);
  padded.set(bytes, before);
  return toBase64(padded).slice(Math.ceil((before * 4) / 3), Math.floor((padded.length * 4) / 3));
}
