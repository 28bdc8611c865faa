import type { Source } from '../utils/core/source';
import { imageWords } from './image-words';
import { Picture } from './Picture';

/** The image that a run is on, above its answer; nothing where it is on none. */
export function RunPicture({ source }: { readonly source: Source | null }) {
  if (source?.media?.kind !== 'image') return null;
  return (
    <div class="run-picture">
      <Picture media={source.media} />
      <p class="picture-note">{imageWords(source.media).join(' · ')}</p>
    </div>
  );
}
