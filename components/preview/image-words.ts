import type { Size } from '../../utils/core/source/image';
import type { ImageMedia } from '../../utils/core/source/source';
import { locale, t } from '../../utils/i18n';

/** What there is to say of an image beside its name: its size, and what it is not. */
export function imageWords({
  width,
  height,
  original,
  asSeen,
  oneFrame,
}: ImageMedia): readonly string[] {
  return [
    sizeWords({ width, height }),
    ...(original ? [t('scaledFrom', { size: sizeWords(original) })] : []),
    ...(asSeen ? [t('asSeen')] : []),
    ...(oneFrame ? [t('oneFrame')] : []),
  ];
}

function sizeWords({ width, height }: Size): string {
  const format = new Intl.NumberFormat(locale());
  return t('pixels', { width: format.format(width), height: format.format(height) });
}
