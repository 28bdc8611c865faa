import { toBase64 } from '../core/base64';
import { readLimit } from '../core/pdf/limits';
import { gather } from './gather';

/** What a page that shows a PDF gives of it; `too-big` and `unread`: that it shows one. */
export type PdfBytes =
  | { readonly kind: 'pdf'; readonly data: string }
  | { readonly kind: 'too-big'; readonly bytes: number }
  | { readonly kind: 'unread' };

/**
 * The bytes of the PDF that is this page, from the browser's cache where they still are: so they are what the user sees,
 * with the user's rights. Null for any other page.
 */
export async function pdfBytes(): Promise<PdfBytes | null> {
  if (document.contentType !== 'application/pdf') return null;
  try {
    const response = await fetch(location.href, { cache: 'force-cache' });
    if (!response.ok) return { kind: 'unread' };
    const bytes = await gather(response.body, readLimit);
    const told = Number(response.headers.get('content-length')) || 0;
    if (bytes.length > readLimit) return { kind: 'too-big', bytes: Math.max(told, bytes.length) };
    return { kind: 'pdf', data: toBase64(bytes) };
  } catch {
    return { kind: 'unread' };
  }
}
