import type { LinkFault } from '../core/problem';
import { isSecure, secured } from '../core/source/aim';
import { decode } from '../core/source/encoding';
import { fileName } from '../core/source/file-name';
import { mayHoldMore, movedTo, pageFault } from '../core/source/link';
import { isText, mediaType } from '../core/source/link-kind';
import { captureLimit, type Source } from '../core/source/source';
import { addressLimit, clean, cleanTitle } from '../page/captured';
import type { Parsed } from '../page/read-linked';
import type { Capture } from './capture';
import { type Body, fetchLinked, Led, Unread } from './fetch-linked';
import { cleaned } from './inject';
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

/** Reads what a link leads to, without the user's cookies and without telling where they come from. */
export async function readLink(
  address: string,
  means: LinkMeans,
  stop: AbortSignal,
): Promise<Capture> {
  const reached = secured(address);
  if (reached === null) return unread(address, { kind: 'not-secure' });
  const bare = Object.assign(new URL(reached), { username: '', password: '' });
  const { origin } = bare;
  if (!(await means.mayReach(origin).catch(() => false))) {
    return { kind: 'problem', problem: { kind: 'site-not-allowed', origin } };
  }
  try {
    return await readBody(await fetchLinked(bare.href, means.fetch, stop), means, stop);
  } catch (error) {
    if (stop.aborted) return { kind: 'problem', problem: { kind: 'stopped' } };
    if (error instanceof Led) return elsewhere(error.to);
    if (!(error instanceof Unread)) throw error;
    const isPlain = error.fault.kind === 'unreachable' && !isSecure(address);
    return unread(address, isPlain ? { kind: 'not-secure' } : error.fault);
  }
}

async function readBody(body: Body, means: LinkMeans, stop: AbortSignal): Promise<Capture> {
  const { kind, bytes, type, address } = body;
  if (kind === 'pdf') {
    return readPdf(bytes, { title: cleanTitle(fileName(address)), address }, means.keep);
  }
  const text = decode(bytes, type);
  const isPage = kind === 'page';
  if (!isText(text, isPage)) throw new Unread({ kind: 'not-text', type: mediaType(null) });
  return isPage ? readPage(text, body, means, stop) : textSource(text, address);
}

function unread(address: string, fault: LinkFault): Capture {
  return { kind: 'problem', problem: { kind: 'link-unread', address, fault } };
}

function elsewhere(address: string): Capture {
  const { origin } = new URL(address);
  return { kind: 'problem', problem: { kind: 'site-not-allowed', origin, address } };
}

async function readPage(
  html: string,
  { address, led }: Pick<Body, 'address' | 'led'>,
  { parse }: LinkMeans,
  stop: AbortSignal,
): Promise<Capture> {
  const parsed = await parse(html, stop);
  stop.throwIfAborted();
  if (!parsed) throw new Unread({ kind: 'no-view' });
  const found = cleaned(parsed.captured);
  const arrived = { ...parsed, text: found.kind === 'nothing' ? '' : found.text, address, led };
  const fault = pageFault(arrived);
  if (fault?.kind === 'empty') leadOn(html, address);
  if (fault) throw new Unread(fault);
  if (found.kind === 'nothing') throw new Unread({ kind: 'empty' });
  const { text, hidden, cut, whole = null, title, language } = found;
  const unsure = found.unsure === true || mayHoldMore(arrived);
  return linkSource(address, { text, hidden, cut, whole, unsure, title, language });
}

/** A page that leads on by scripts mostly says so to readers without, too: those of shortened addresses do. */
function leadOn(html: string, address: string): void {
  const next = secured(movedTo(html, address, String) ?? '');
  if (next !== null && new URL(next).host !== new URL(address).host) throw new Led(next);
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
