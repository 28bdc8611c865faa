import { locale, t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { choiceRow, withStored } from './choice-row';
import type { Part } from './search';

export type Change = (change: Partial<Settings>) => void;

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

const keptDays = [7, 30, 90, 365];

export function keepingPart({ privateWindows, retentionDays }: Settings, change: Change): Part {
  const privateRow = choiceRow<Settings['privateWindows']>({
    name: 'privateWindows',
    legend: t('privateWindows'),
    chosen: privateWindows,
    options: [
      { value: 'memory', label: t('privateMemory'), hint: t('privateMemoryHint') },
      { value: 'off', label: t('privateOff'), hint: t('privateOffHint') },
    ],
    onChoose: (privateWindows) => change({ privateWindows }),
  });
  const days = new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  });
  const retentionRow = choiceRow<number | null>({
    name: 'retentionDays',
    legend: t('retention'),
    hint: t('retentionHint'),
    chosen: retentionDays,
    options: [
      ...withStored(keptDays, retentionDays ?? 30).map((value) => ({
        value,
        label: days.format(value),
      })),
      { value: null, label: t('retentionForever') },
    ],
    onChoose: (retentionDays) => change({ retentionDays }),
  });
  return { id: 'keeping', title: t('keepingSection'), rows: [privateRow, retentionRow] };
}
