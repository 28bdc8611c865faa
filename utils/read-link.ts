import type { Capture } from './capture';
import { isSecure } from './core/aim';
import { fileName } from './core/file-name';
import {
  decode,
  type LinkedKind,
  linkedKind,
  linkLimits,
  mediaType,
  pageFault,
  sniffed,
} from './core/link';
import { readLimit } from './core/pdf/limits';
import type { LinkFault } from './core/problem';
import { captureLimit, type Source } from './core/source';
import { cleaned } from './inject';
import { addressLimit, clean, cleanTitle } from './page/captured';
import type { Parsed } from './page/read-linked';
import { readPdf } from './pdf';

/** What reading a link needs of the browser; arguments, so that tests have their own. */
export interface LinkMeans {
  readonly fetch: typeof fetch;
  readonly mayReach: (origin: string) => Promise<boolean>;
  /** Null when nobody could. */
  readonly parse: (html: string, stop: AbortSignal) => Promise<Parsed | null>;
  /** Keeps a PDF (base64) and names it. */
  readonly keep: (data: string) => Promise<string>;
}

interface Body {
  readonly kind: Exclude<LinkedKind, 'other'>;
  readonly type: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it was found in the end. */
  readonly address: string;
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
    const fetching = fetchBody(address, means, stop);
    const body = await fetching.catch((error) => {
      throw new Unread(faultOf(error, stop));
    });
    return await readBody(body, means, stop);
  } catch (error) {
    if (error instanceof Unread) return unread(address, error.fault);
    throw error;
  }
}

async function readBody(body: Body, means: LinkMeans, stop: AbortSignal): Promise<Capture> {
  const { kind, bytes, type, address } = body;
  if (kind === 'pdf') {
    return readPdf(bytes, { title: cleanTitle(fileName(address)), address }, means.keep);
  }
  const text = decode(bytes, type);
  return kind === 'page' ? readPage(text, address, means, stop) : textSource(text, address);
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

/** Nothing of the user goes with it, and nothing of it is kept. */
const polite: RequestInit = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  headers: { accept: 'text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.5' },
};

async function fetchBody(address: string, means: LinkMeans, stop: AbortSignal): Promise<Body> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(linkLimits.wholeMs)]);
  const response = await reach(address, { ...polite, signal }, means);
  const type = response.headers.get('content-type');
  const told = linkedKind(type);
  if (!response.ok || response.status === nothingToShow) throw new Unread(refusal(response));
  if (told === 'other' && type) {
    await response.body?.cancel();
    throw new Unread({ kind: 'not-text', type: mediaType(type) });
  }
  const limit = told === 'pdf' ? readLimit : linkLimits.bytes;
  const bytes = await bytesOf(response, limit);
  const kind = told === 'other' ? sniffed(bytes) : told;
  if (!kind) throw new Unread({ kind: 'not-text', type: mediaType(null) });
  // Of a PDF that is too big its reader says so.
  if (bytes.length > limit && kind !== 'pdf') throw new Unread({ kind: 'too-big' });
  return { kind, type, bytes, address: response.url };
}

const nothingToShow = 204;

/** 401: whoever is signed in there sees it (https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized). */
function refusal({ status }: Response): LinkFault {
  return status === 401 ? { kind: 'login' } : { kind: 'status', status };
}

/** A reply of another site than was asked for may not be read, and looks like none: then it is asked where it comes from. */
async function reach(address: string, init: RequestInit, { fetch }: LinkMeans): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    const first = await fetch(address, { ...init, redirect: 'manual' });
    throw first.type === 'opaqueredirect' ? new Unread({ kind: 'elsewhere' }) : error;
  }
}

/** All of it, or the first that is more than `limit`. */
async function bytesOf({ body }: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > limit) break;
  }
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

async function readPage(
  html: string,
  address: string,
  { parse }: LinkMeans,
  stop: AbortSignal,
): Promise<Capture> {
  const parsed = await parse(html, stop);
  if (stop.aborted) throw new Unread({ kind: 'stopped' });
  if (!parsed) throw new Unread({ kind: 'no-view' });
  const found = cleaned(parsed.captured);
  const length = found.kind === 'nothing' ? 0 : found.text.length;
  const fault = pageFault({ ...parsed, length, address });
  if (fault) throw new Unread(fault);
  if (found.kind === 'nothing') throw new Unread({ kind: 'empty' });
  const { text, hidden, cut, whole = null, unsure = false, title, language } = found;
  return linkSource(address, { text, hidden, cut, whole, unsure, title, language });
}

function textSource(text: string, address: string): Capture {
  const found = clean(text, captureLimit);
  if (found.text === '') throw new Unread({ kind: 'empty' });
  const title = fileName(address);
  return linkSource(address, { ...found, title, whole: null, unsure: false, language: null });
}

function linkSource(
  address: string,
  { title, ...found }: Omit<Source, 'kind' | 'address' | 'media'>,
): Capture {
  return {
    kind: 'source',
    source: {
      ...found,
      kind: 'link',
      title: cleanTitle(title),
      address: address.slice(0, addressLimit),
      media: null,
    },
  };
}
