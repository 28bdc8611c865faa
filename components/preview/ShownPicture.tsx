import type { ComponentChildren } from 'preact';
import type { ImageMedia } from '../../utils/core/source/source';
import { Picture } from '../Picture';
import { PictureWarning } from './PictureWarning';

interface Props {
  readonly media: ImageMedia;
  /** The user hides personal data there, and in a picture nothing can be hidden. */
  readonly unshielded: boolean;
  /** What else can be done. */
  readonly children: ComponentChildren;
}

/** Exactly the picture that would be sent. */
export function ShownPicture({ media, unshielded, children }: Props) {
  return (
    <>
      <Picture media={media} />
      {unshielded && <PictureWarning />}
      <div class="edit-links">{children}</div>
    </>
  );
}
