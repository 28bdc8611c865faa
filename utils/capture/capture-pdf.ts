import * as v from 'valibot';
import { aborted, within } from '../aborted';
import { fromBase64 } from '../core/base64';
import { namesItsFile, soundsLikePdf } from '../core/pdf/address';
import { readLimit } from '../core/pdf/limits';
import { looksLikePdf } from '../core/pdf/pdf';
import type { Problem } from '../core/problem';
import { titleOrFileName } from '../core/source/file-name';
import { cleanTitle } from '../page/captured';
import type { Capture, Target } from './capture';
import { type Fetched, fetchPdf } from './fetch-pdf';
import type { Scripting } from './inject';
import { readPdf } from './pdf';

/** What it takes to read the PDF that a tab shows. */
export interface PdfMeans {
  readonly scripting: Scripting;
  readonly fetch: typeof fetch;
  readonly mayReach: (origin: string) => Promise<boolean>;
  /** Null where we may not know. */
  readonly placeOf: (tabId: number) => Promise<{ title: string; address: string } | null>;
  /** Whether the tab has gone on since the user's click, as far as that can be told; `wasTold`: its address was known. */
  readonly hasGoneOn: (tabId: number, wasTold: boolean) => Promise<boolean>;
  /** Keeps the file (base64) and resolves with its id. */
  readonly keep: (data: string, tabId: number) => Promise<string>;
}

/** ms that the bytes may take to come: a page that shows a PDF may still be loading it. */
const patience = 25_000;

const answer = v.variant('kind', [
  v.object({ kind: v.literal('pdf'), data: v.pipe(v.string(), v.maxLength(readLimit * 1.4)) }),
  v.object({ kind: v.literal('too-big'), bytes: v.number() }),
  v.object({ kind: v.literal('unread') }),
]);

/**
 * Reads the PDF that a tab shows; null when it shows none. Chromium runs a script beside its viewer; Firefox does not,
 * and lets us fetch it once the user has allowed the site.
 */
export async function capturePdf(
  { tabId, title, address }: Target,
  means: PdfMeans,
  stop?: AbortSignal,
): Promise<Capture | null> {
  const limit = within(patience, stop);
  const told = await means.placeOf(tabId);
  const shownAt = address ?? told?.address ?? '';
  const called = title ?? told?.title ?? '';
  const place = { title: cleanTitle(titleOrFileName(called, shownAt)), address: shownAt };
  const shown = await inViewer(tabId, means, limit);
  const found =
    shown === 'closed' ? await fromSite({ called, address: shownAt }, means, limit) : shown;
  if (stop?.aborted) return problem({ kind: 'stopped' });
  if (found === null || found.kind === 'problem') return found;
  if (found.kind === 'unread') return problem({ kind: 'pdf-unreachable' });
  if (found.kind === 'too-big') {
    return problem({ kind: 'pdf-too-big', bytes: found.bytes, limit: readLimit });
  }
  // A form's answer cannot be had again: what comes in its place is another page.
  if (!looksLikePdf(found.bytes)) return problem({ kind: 'pdf-unreachable' });
  return readPdf(found.bytes, place, (data) => means.keep(data, tabId));
}

async function inViewer(
  tabId: number,
  { scripting }: PdfMeans,
  stop: AbortSignal,
): Promise<Fetched | 'closed' | null> {
  const injection = { target: { tabId, frameIds: [0] }, files: ['/capture-pdf.js' as const] };
  const results = await Promise.race([
    // Refusals are told in words that differ by browser and version.
    scripting.executeScript({ ...injection, injectImmediately: true }).catch(() => []),
    aborted(stop),
  ]);
  if (results === null) return { kind: 'unread' };
  const result = results[0]?.result;
  // Whoever was let in and sees another page has said so.
  if (result === null) return null;
  const parsed = v.safeParse(answer, result);
  if (!parsed.success) return 'closed';
  if (parsed.output.kind !== 'pdf') return parsed.output;
  const bytes = fromBase64(parsed.output.data);
  return bytes ? { kind: 'bytes', bytes } : { kind: 'unread' };
}

type Problematic = Extract<Capture, { readonly kind: 'problem' }>;

/** Nobody may look into this tab. If it sounds like a PDF, its site can be asked for it. */
async function fromSite(
  { called, address }: { readonly called: string; readonly address: string },
  { fetch, mayReach }: PdfMeans,
  stop: AbortSignal,
): Promise<Fetched | Problematic | null> {
  const isPdf = soundsLikePdf(address, called);
  const origin = askableOrigin(address);
  if (origin === null) return isPdf ? { kind: 'unread' } : null;
  if (!(await mayReach(origin))) {
    const mayBe = isPdf || namesItsFile(address, called);
    return mayBe ? problem({ kind: 'site-not-allowed', origin }) : null;
  }
  const fetched = await fetchPdf(address, fetch, stop);
  const isOne = fetched.kind === 'bytes' ? looksLikePdf(fetched.bytes) : isPdf;
  return isOne || isPdf ? fetched : null;
}

/** Plain HTTP is asked of this computer alone; files and what lives in a page have no site. */
function askableOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin } = new URL(address);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  return protocol === 'https:' || (protocol === 'http:' && local) ? origin : null;
}

function problem(what: Problem): Problematic {
  return { kind: 'problem', problem: what };
}
