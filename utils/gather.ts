/** All bytes of a body, or the first that are more than `limit`; the rest of it is not waited for. */
export async function gather(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  limit: number | ((first: Uint8Array) => number),
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let [length, most] = [0, 0];
  for await (const piece of body ?? []) {
    most ||= typeof limit === 'number' ? limit : limit(piece);
    pieces.push(piece);
    length += piece.length;
    if (length > most) break;
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
