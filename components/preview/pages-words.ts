import { isWhole } from '../../utils/core/pdf/limits';
import type { PdfMedia } from '../../utils/core/source/source';
import { plural, t } from '../../utils/i18n';

/** Which pages of a PDF are, or were, sent. */
export function pagesWords(media: PdfMedia): string {
  const { from, to, pages } = media;
  if (isWhole(media)) return plural('pages', pages);
  return from === to ? t('pageOf', { from, pages }) : t('pagesOf', { from, to, pages });
}
