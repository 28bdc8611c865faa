import { consentAbove } from '../../utils/core/estimate';
import { money } from '../../utils/core/format';
import { type NanoDollars, nanoPerDollar } from '../../utils/core/money';
import { locale, t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { choiceRow } from './choice-row';
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

/** $ a request may cost before Gloss asks; 0: it always asks. */
const thresholds = [0, 0.01, 0.05, 0.1, 0.5, 1];
/** $ a month. */
const limits = [1, 5, 20];

export function spendingPart({ confirmAbove, monthlyLimit }: Settings, change: Change): Part {
  const confirmRow = choiceRow({
    name: 'confirmAbove',
    legend: t('confirmAbove'),
    hint: t('confirmAboveHint', { limit: consentAbove.tokens }),
    chosen: confirmAbove,
    options: amounts(thresholds, confirmAbove).map((value) => ({
      value,
      label: value === 0 ? t('confirmAlways') : money(locale(), value),
    })),
    onChoose: (confirmAbove) => change({ confirmAbove }),
  });
  const limitRow = choiceRow({
    name: 'monthlyLimit',
    legend: t('monthlyLimit'),
    hint: t('monthlyLimitHint'),
    chosen: monthlyLimit,
    options: amounts(limits, monthlyLimit).map((value) => ({
      value,
      label: money(locale(), value),
    })),
    onChoose: (monthlyLimit) => change({ monthlyLimit }),
  });
  return { id: 'spending', title: t('spendingSection'), rows: [confirmRow, limitRow] };
}

function amounts(dollars: readonly number[], stored: NanoDollars): readonly NanoDollars[] {
  return withStored(
    dollars.map((amount) => amount * nanoPerDollar),
    stored,
  );
}

/** A value that came from elsewhere, a backup for one, is offered too. */
export function withStored(offered: readonly number[], stored: number): readonly number[] {
  return offered.includes(stored) ? offered : [...offered, stored].sort((a, b) => a - b);
}
