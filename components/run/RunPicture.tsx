import type { Source } from '../../utils/core/source/source';
import { Picture } from '../Picture';
import { imageWords } from '../preview/image-words';

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
