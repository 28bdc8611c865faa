import { fromBase64, toBase64 } from '../core/base64';
import { dataLimit, isWhole, readLimit, upToPage } from '../core/pdf/limits';
import { openPdf, type Pdf } from '../core/pdf/pdf';
import type { Problem } from '../core/problem';
import { mediaSource, type PdfMedia, type Source } from '../core/source/source';
import type { Capture } from './capture';
import { inflate } from './inflate';

/** Where a PDF was found. */
export type PdfPlace = Pick<Source, 'title' | 'address'>;

type OpenPdf = Extract<Pdf, { readonly kind: 'open' }>;

/**
 * Makes a source of a PDF's bytes, which `keep` keeps (base64) and names. It ends at the last page that one request can
 * hold. What is none, encrypted or too big is told as a problem. A file of which others may read more pages than were
 * counted, and are paid for, is kept as one with just those.
 */
export async function readPdf(
  bytes: Uint8Array,
  { title, address }: PdfPlace,
  keep: (data: string) => Promise<string>,
): Promise<Capture> {
  if (bytes.length > readLimit) return tooBig(bytes.length, readLimit);
  const pdf = await openPdf(bytes, inflate);
  if (pdf.kind !== 'open') return { kind: 'problem', problem: { kind: `pdf-${pdf.kind}` } };
  const file = keptOf(bytes, pdf);
  if (!file) return { kind: 'problem', problem: { kind: 'pdf-broken' } };
  const to = lastThatFits(pdf, file.length);
  if (to === 0) return tooBig(file.length, bytesWithin);
  const { pages } = pdf;
  const media: PdfMedia = {
    kind: 'pdf',
    file: await keep(toBase64(file)),
    pages,
    from: 1,
    to: pages,
  };
  const source = mediaSource(media, { title, address });
  return { kind: 'source', source: to < pages ? upToPage(source, media, to) : source };
}

/** Bytes that are no longer than `dataLimit` in base64. */
const bytesWithin = Math.floor(dataLimit / 4) * 3;

function tooBig(bytes: number, limit: number): Extract<Capture, { kind: 'problem' }> {
  return { kind: 'problem', problem: { kind: 'pdf-too-big', bytes, limit } };
}

/** The last page up to which a request can hold all; 0 when not even the first fits. */
function lastThatFits(pdf: OpenPdf, bytes: number): number {
  if (bytes <= bytesWithin) return pdf.pages;
  let [fits, above] = [0, pdf.pages + 1];
  while (above - fits > 1) {
    const middle = Math.floor((fits + above) / 2);
    if (lengthOf(pdf.cut(1, middle)) <= bytesWithin) fits = middle;
    else above = middle;
  }
  return fits;
}

/** The file as it is to be kept; null where it cannot be cut. One that is too big to be sent whole is cut once it is sent. */
function keptOf(bytes: Uint8Array, pdf: OpenPdf): Uint8Array | null {
  if (pdf.isSure || bytes.length > bytesWithin) return bytes;
  const pieces = pdf.cut(1, pdf.pages);
  return pieces && joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function lengthOf(pieces: readonly Uint8Array[] | null): number {
  return pieces?.reduce((sum, { length }) => sum + length, 0) ?? Number.POSITIVE_INFINITY;
}

/** What is sent of a kept image or PDF (base64), or why nothing can be. */
export type FileData =
  | { readonly kind: 'data'; readonly data: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The chosen pages of a PDF; `kept`: all of it, base64. */
export async function pagesData(kept: string, media: PdfMedia): Promise<FileData> {
  if (isWhole(media) && kept.length <= dataLimit) return { kind: 'data', data: kept };
  const bytes = fromBase64(kept);
  const pdf = bytes && (await openPdf(bytes, inflate));
  const pieces = pdf?.kind === 'open' ? pdf.cut(media.from, media.to) : null;
  if (!pieces) return { kind: 'problem', problem: { kind: 'pdf-broken' } };
  const length = lengthOf(pieces);
  if (length > bytesWithin) return tooBig(length, bytesWithin);
  return { kind: 'data', data: toBase64(joined(pieces)) };
}
