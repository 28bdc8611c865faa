import type { Capture } from './capture';
import { isSecure } from './core/aim';
import { decode, type LinkedKind, linkedKind, linkLimits, mediaType } from './core/link';
import type { LinkFault } from './core/problem';
import { captureLimit } from './core/source';
import { addressLimit, clean, cleanTitle } from './page/captured';

/** What reading a link needs of the browser; arguments, so that tests have their own. */
export interface LinkMeans {
  readonly fetch: typeof fetch;
  readonly mayReach: (origin: string) => Promise<boolean>;
}

interface Body {
  readonly kind: LinkedKind;
  readonly type: string | null;
  /** Where it was found in the end. */
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** Why there is no text, on its way up. */
class Unread extends Error {
  readonly fault: LinkFault;

  constructor(fault: LinkFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Reads what a link leads to, without the user's cookies and without telling where they come from. */
export async function readLink(
  address: string,
  means: LinkMeans,
  stop: AbortSignal,
): Promise<Capture> {
  if (!isSecure(address)) return unread(address, { kind: 'not-secure' });
  const { origin } = new URL(address);
  if (!(await means.mayReach(origin).catch(() => false))) {
    return { kind: 'problem', problem: { kind: 'site-not-allowed', origin } };
  }
  try {
    return sourceOf(await fetchBody(address, means, stop));
  } catch (error) {
    return unread(address, faultOf(error, stop));
  }
}

function unread(address: string, fault: LinkFault): Capture {
  return { kind: 'problem', problem: { kind: 'link-unread', address, fault } };
}

function faultOf(error: unknown, stop: AbortSignal): LinkFault {
  if (error instanceof Unread) return error.fault;
  if (stop.aborted) return { kind: 'stopped' };
  const isTimeUp = error instanceof DOMException && error.name === 'TimeoutError';
  return { kind: isTimeUp ? 'too-slow' : 'unreachable' };
}

async function fetchBody(address: string, means: LinkMeans, stop: AbortSignal): Promise<Body> {
  const response = await means.fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { accept: 'text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.5' },
    signal: AbortSignal.any([stop, AbortSignal.timeout(linkLimits.wholeMs)]),
  });
  const type = response.headers.get('content-type');
  const kind = linkedKind(type);
  if (!response.ok) throw new Unread({ kind: 'status', status: response.status });
  if (kind === 'other' || kind === 'pdf') {
    await response.body?.cancel();
    throw new Unread({ kind: 'not-text', type: mediaType(type) });
  }
  return { kind, type, address: response.url, bytes: await bytesOf(response) };
}

async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > linkLimits.bytes) throw new Unread({ kind: 'too-big' });
  }
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

function sourceOf({ kind, type, address, bytes }: Body): Capture {
  if (kind === 'page') throw new Unread({ kind: 'no-view' });
  const cleaned = clean(decode(bytes, type), captureLimit);
  if (cleaned.text === '') throw new Unread({ kind: 'empty' });
  return {
    kind: 'source',
    source: {
      kind: 'link',
      ...cleaned,
      title: cleanTitle(fileName(address)),
      address: address.slice(0, addressLimit),
      language: null,
      whole: null,
      unsure: false,
      media: null,
    },
  };
}

/** What a text without a title is called. */
function fileName(address: string): string {
  const { pathname, host } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
