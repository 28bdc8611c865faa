import { readLimit } from '../core/pdf/limits';
import type { LinkFault } from '../core/problem';
import { secured } from '../core/source/aim';
import { decode } from '../core/source/encoding';
import { linkLimits, movedTo } from '../core/source/link';
import { linkedKind, mediaType, sniffed } from '../core/source/link-kind';
import { gather } from '../page/gather';

/** What a link leads to, by its content. */
export interface Body {
  readonly kind: ReturnType<typeof sniffed>;
  readonly type: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it was found in the end. */
  readonly address: string;
  /** Whether another address had led there. */
  readonly led: boolean;
}

/** Why there is no text, on its way up. */
export class Unread extends Error {
  readonly fault: LinkFault;

  constructor(fault: LinkFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** There is none because it is at another site, which the user can be asked for. */
export class Led extends Error {
  readonly to: string;

  constructor(to: string) {
    super('led');
    this.to = to;
  }
}

/** Fetches what a link leads to, without the user's cookies and without telling where they come from. Throws `Unread` or `Led`. */
export async function fetchLinked(
  address: string,
  load: typeof fetch,
  stop: AbortSignal,
): Promise<Body> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(linkLimits.wholeMs)]);
  try {
    const body = await arrive(address, load, signal);
    return { ...body, led: body.address !== address.split('#', 1)[0] };
  } catch (error) {
    throw error instanceof Led ? error : new Unread(faultOf(error));
  }
}

/** Pages that only lead on to another are followed so far. */
const mostSteps = 3;

/** What is there in the end, within the site. */
async function arrive(
  address: string,
  load: typeof fetch,
  signal: AbortSignal,
  steps = mostSteps,
): Promise<Reply> {
  const body = await fetchBody(address, load, signal);
  const next = body.kind === 'page' ? movedTo(decode(body.bytes, body.type), body.address) : null;
  if (next === null) return body;
  const to = secured(next);
  if (steps === 0 || to === null) throw new Unread({ kind: 'elsewhere' });
  if (new URL(to).host !== new URL(address).host) throw new Led(to);
  return arrive(to, load, signal, steps - 1);
}

function faultOf(error: unknown): LinkFault {
  if (error instanceof Unread) return error.fault;
  return { kind: isTimeUp(error) ? 'too-slow' : 'unreachable' };
}

function isTimeUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** Nothing of the user goes with it, and nothing of it is kept. */
const polite: RequestInit = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  headers: { accept: 'text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.5' },
};

type Reply = Omit<Body, 'led'>;

async function fetchBody(address: string, load: typeof fetch, signal: AbortSignal): Promise<Reply> {
  const response = await reach(address, { ...polite, signal }, load);
  const type = response.headers.get('content-type');
  const told = linkedKind(type);
  if (!response.ok || response.status === nothingToShow) throw new Unread(refusal(response));
  if (told === 'other') {
    await response.body?.cancel();
    throw new Unread({ kind: 'not-text', type: mediaType(type) });
  }
  const limit = (first: Uint8Array) =>
    sniffed(first, told) === 'pdf' ? readLimit : linkLimits.bytes;
  const bytes = await gather(response.body, limit).catch((error) => {
    throw isTimeUp(error) || signal.aborted ? error : new Unread({ kind: 'broken' });
  });
  const kind = sniffed(bytes, told);
  // Of a PDF that is too big its reader says so.
  if (bytes.length > linkLimits.bytes && kind !== 'pdf') throw new Unread({ kind: 'too-big' });
  return { kind, type, bytes, address: response.url };
}

const nothingToShow = 204;

/** 401: whoever is signed in there sees it (https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized). */
function refusal({ status }: Response): LinkFault {
  return status === 401 ? { kind: 'login' } : { kind: 'status', status };
}

/** A reply of another site than was asked for may not be read, and looks like none: then it is asked where it comes from. */
async function reach(address: string, init: RequestInit, load: typeof fetch): Promise<Response> {
  try {
    return await load(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    const first = await load(address, { ...init, redirect: 'manual' });
    throw first.type === 'opaqueredirect' ? new Unread({ kind: 'elsewhere' }) : error;
  }
}
