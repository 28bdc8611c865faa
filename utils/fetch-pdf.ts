import { readLimit } from './core/pdf/limits';

/** What came of fetching a PDF. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-big'; readonly bytes: number }
  | { readonly kind: 'unread' };

/**
 * Fetches what a tab shows, as the user is known there: where no script can read it, once more over the net, unless the
 * browser still has it.
 */
export async function fetchPdf(
  address: string,
  load: typeof fetch,
  stop: AbortSignal,
): Promise<Fetched> {
  try {
    const response = await load(address, {
      cache: 'force-cache',
      credentials: 'include',
      signal: stop,
    });
    if (!response.ok || !response.body) return { kind: 'unread' };
    return await collect(response.body);
  } catch {
    return { kind: 'unread' };
  }
}

async function collect(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Fetched> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of body) {
    pieces.push(piece);
    length += piece.length;
    if (length > readLimit) return { kind: 'too-big', bytes: length };
  }
  return { kind: 'bytes', bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()) };
}
