import { readLimit } from '../core/pdf/limits';
import { gather } from '../page/gather';

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
    const bytes = await gather(response.body, readLimit);
    const { length } = bytes;
    return length > readLimit ? { kind: 'too-big', bytes: length } : { kind: 'bytes', bytes };
  } catch {
    return { kind: 'unread' };
  }
}
