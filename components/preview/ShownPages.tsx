import type { PdfMedia } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import { PagesPicker } from './PagesPicker';
import { PagesWarning } from './PagesWarning';

interface Props {
  readonly media: PdfMedia;
  readonly unshielded: boolean;
  readonly onChoose: (from: number, to: number) => void;
}

/** In the place of a text: which pages would be sent. */
export function ShownPages({ media, unshielded, onChoose }: Props) {
  return (
    <div class="shown-pages">
      {unshielded && <PagesWarning />}
      <PagesPicker media={media} onChoose={onChoose} />
      <p>{t('pagesHint')}</p>
    </div>
  );
}
