import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { choiceRow } from './choice-row';
import type { Part } from './search';
import type { Change } from './use-changes';

/** How Gloss looks. */
export function lookPart({ theme, textSize }: Settings, change: Change): Part {
  const themeRow = choiceRow<Settings['theme']>({
    name: 'theme',
    legend: t('theme'),
    chosen: theme,
    options: [
      { value: 'system', label: t('themeSystem') },
      { value: 'light', label: t('themeLight') },
      { value: 'dark', label: t('themeDark') },
    ],
    onChoose: (theme) => change({ theme }),
  });
  const sizeRow = choiceRow<Settings['textSize']>({
    name: 'textSize',
    legend: t('textSize'),
    chosen: textSize,
    options: [
      { value: 'small', label: t('sizeSmall') },
      { value: 'normal', label: t('sizeNormal') },
      { value: 'large', label: t('sizeLarge') },
      { value: 'larger', label: t('sizeLarger') },
    ],
    onChoose: (textSize) => change({ textSize }),
  });
  return { id: 'look', title: t('lookSection'), rows: [themeRow, sizeRow] };
}
