import { bytesOf } from './latin1';

/** Bytes in one call: a multiple of three, so that the pieces are base64 together. */
const atOnce = 24_576;

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += atOnce) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + atOnce))));
  }
  return pieces.join('');
}

/** The bytes that a text stands for; null when it is no base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return bytesOf(atob(text));
  } catch {
    return null;
  }
}
