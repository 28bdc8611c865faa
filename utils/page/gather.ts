/** Bytes by which one who chooses a limit knows what comes. Limits are larger. */
const head = 2048;

/** All bytes of a body, or the first that are more than `limit`; the rest of it is not waited for. */
export async function gather(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  limit: number | ((first: Uint8Array) => number),
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let [length, most] = [0, 0];
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length < head) continue;
    most ||= typeof limit === 'number' ? limit : limit(await new Blob(pieces).bytes());
    if (length > most) break;
  }
  return new Blob(pieces).bytes();
}
