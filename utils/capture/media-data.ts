import type { Media } from '../core/source/source';
import type { Files } from '../store/files';
import { type FileData, pagesData } from './pdf';

/** Of a PDF, the chosen pages alone are sent. */
export async function mediaData(media: Media, files: Pick<Files, 'get'>): Promise<FileData> {
  const kept = await files.get(media.file);
  if (kept === null) return { kind: 'problem', problem: { kind: 'file-gone' } };
  return media.kind === 'pdf' ? pagesData(kept, media) : { kind: 'data', data: kept };
}
