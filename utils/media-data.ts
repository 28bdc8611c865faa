import type { Problem } from './core/problem';
import type { Media } from './core/source';
import { pagesData } from './pdf';
import type { Files } from './store/files';

/** What is sent of an image or a PDF (base64), or why nothing can be. */
export type MediaData =
  | { readonly kind: 'data'; readonly data: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Of a PDF, the chosen pages alone are sent. */
export async function mediaData(media: Media, files: Pick<Files, 'get'>): Promise<MediaData> {
  const kept = await files.get(media.file);
  if (kept === null) return { kind: 'problem', problem: { kind: 'file-gone' } };
  return media.kind === 'pdf' ? pagesData(kept, media) : { kind: 'data', data: kept };
}
