import { type Source, toldLimit } from '../../utils/core/source/source';
import { locale, t } from '../../utils/i18n';

/** Says that a text is not, or may not be, all that was meant. */
export function PartNote({ source }: { readonly source: Source }) {
  const words = [wordsFor(source), frameWords(source)].filter(Boolean).join(' ');
  return words === '' ? null : <p class="part-note">{words}</p>;
}

function frameWords({ frame }: Source): string | null {
  if (!frame || !URL.canParse(frame)) return null;
  return t('frameLeftOut', { site: new URL(frame).host });
}

function wordsFor({ kind, unsure, part, around }: Source): string | null {
  if (part && kind === 'pdf') return t('pagesCut');
  if (part) {
    const share = shareWords(part.share);
    if (around !== undefined) return t('partOfPageRead', { share });
    return part.upTo === null
      ? t('partRead', { share })
      : t('partReadUpTo', { share, heading: part.upTo });
  }
  if (!unsure) return null;
  if (kind === 'selection') return t('selectionMayBeCut', { limit: toldLimit });
  if (kind === 'link') return t('linkUnsure');
  return t(kind === 'everything' ? 'allTaken' : 'pageUnsure');
}

/** A share as a percentage: never rounded up to all of it, nor down to nothing. */
export function shareWords(share: number): string {
  const rounded = Math.max(0.01, Math.floor(share * 100) / 100);
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(rounded);
}
