import type { Model } from '../model';
import type { Range } from '../money/money';
import type { Part } from '../source/fit';
import type { PdfMedia, Source } from '../source/source';

/** Base64 characters of a PDF in a request: of its 32 MB, one is kept for the rest. platform.claude.com/docs, 2026-10. */
export const dataLimit = 31_000_000;

/** Bytes of a PDF that is read at all, to send some of its pages. */
export const readLimit = 64_000_000;

/** Tokens of a model's context from which it takes 600 pages, not 100: the same page. */
const largeContext = 1_000_000;

/**
 * Tokens of a page. Its image takes about 1,600 (measured by others, 2026-10); its text, says the service, 1,500 to 3,000,
 * but a scanned one has none.
 */
const perPage: Range = { low: 1_500, high: 4_600 };
const likelyPerPage = (perPage.low + perPage.high) / 2;

export function pagesOf({ from, to }: PdfMedia): number {
  return to - from + 1;
}

/** Whether a PDF is sent as it is. */
export function isWhole({ from, to, pages }: PdfMedia): boolean {
  return from === 1 && to === pages;
}

/** What the pages of a range take, before the service has counted. */
export function pdfTokens(media: PdfMedia): Range {
  const pages = pagesOf(media);
  return { low: pages * perPage.low, high: pages * perPage.high };
}

/** Pages that a model takes in one request at most. */
export function pagesAtMost({ maxInput }: Model): number {
  return maxInput !== null && maxInput >= largeContext ? 600 : 100;
}

/**
 * A source as far as its model takes it. A PDF of which nothing was chosen ends where the model's context probably does;
 * what was chosen, only where there are more pages than are ever taken. Its part tells that it was cut.
 */
export function withinLimits(source: Source, model: Model): Source {
  const { media } = source;
  if (media?.kind !== 'pdf') return source;
  const { maxInput } = model;
  const tooMuch = isWhole(media) && maxInput !== null && pdfTokens(media).low > maxInput;
  const likely = tooMuch ? Math.floor(maxInput / likelyPerPage) : Number.POSITIVE_INFINITY;
  const most = Math.max(1, Math.min(pagesAtMost(model), likely));
  return pagesOf(media) <= most ? source : upToPage(source, media, media.from + most - 1);
}

/** A PDF up to a page that the user has not chosen. */
export function upToPage(
  source: Source,
  media: PdfMedia,
  to: number,
): Source & { readonly part: Part } {
  const shortened = { ...media, to };
  const share = pagesOf(shortened) / media.pages;
  return { ...source, media: shortened, part: { share, upTo: null } };
}

/** The same PDF, of which the user has chosen pages: from 1, in either order. Any other source is itself. */
export function withChosenPages(source: Source, one: number, other: number): Source {
  const { media } = source;
  if (media?.kind !== 'pdf') return source;
  const within = (page: number) => Math.min(media.pages, Math.max(1, Math.round(page)));
  const [from, to] = [within(Math.min(one, other)), within(Math.max(one, other))];
  const { part: _, ...rest } = source;
  return { ...rest, media: { ...media, from, to } };
}
