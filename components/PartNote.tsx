import { type Source, toldLimit } from '../utils/core/source';
import { t } from '../utils/i18n';

/** Says that a text may not be all that was meant. */
export function PartNote({ source }: { readonly source: Source }) {
  if (source.kind !== 'selection' || !source.unsure) return null;
  return <p class="part-note">{t('selectionMayBeCut', { limit: toldLimit })}</p>;
}
