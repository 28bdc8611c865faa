import { within } from '../aborted';
import { pictureAddressLimit } from '../core/source/aim';
import { gather } from '../page/gather';
import type { mayReach } from '../platform/platform-sites';

type MayReach = typeof mayReach;

/** Bytes and ms that the picture of another site may take. */
const limits = { bytes: 25_000_000, ms: 10_000 };

/** A picture from its own site, where the user lets us reach that: without cookies, and it learns no page's address. */
export async function loadImage(
  address: string,
  { fetch, mayReach }: Pick<typeof globalThis, 'fetch'> & { readonly mayReach: MayReach },
  stop?: AbortSignal,
): Promise<Blob | null> {
  // What was cut is the address of something else.
  if (address.length >= pictureAddressLimit) return null;
  if (!/^https?:/i.test(address)) return null;
  try {
    if (!(await mayReach(new URL(address).origin))) return null;
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: within(limits.ms, stop),
    });
    const length = Number(response.headers.get('content-length'));
    if (!response.ok || length > limits.bytes) return null;
    // What its site says of its length may be said of packed bytes, or be a lie.
    const bytes = await gather(response.body, limits.bytes);
    const type = response.headers.get('content-type') ?? '';
    return bytes.length <= limits.bytes ? new Blob([bytes], { type }) : null;
  } catch {
    return null;
  }
}
