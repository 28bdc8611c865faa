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
    const decoded = atob(text);
    const bytes = new Uint8Array(decoded.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = decoded.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
