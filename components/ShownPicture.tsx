import { siteOf } from '../utils/core/shield-source';
import type { Media, Source } from '../utils/core/source';
import { t } from '../utils/i18n';
import { Picture } from './Picture';
import { useSettings } from './use-stored';

interface Props {
  readonly source: Source;
  readonly media: Extract<Media, { kind: 'image' }>;
}

/** Exactly the picture that would be sent; where personal data is usually hidden, with what that means here. */
export function ShownPicture({ source, media }: Props) {
  const isShielded = useSettings()?.shieldedSites.includes(siteOf(source));
  return (
    <>
      <Picture media={media} />
      {isShielded && <p class="picture-note">{t('pictureUnshielded')}</p>}
    </>
  );
}
