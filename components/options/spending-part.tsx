import { consentAbove } from '../../utils/core/estimate/estimate';
import { money } from '../../utils/core/format';
import { type NanoDollars, nanoPerDollar } from '../../utils/core/money/money';
import { locale, t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { BudgetHere } from '../budget/BudgetHere';
import { choiceRow, withStored } from './choice-row';
import { MoneyField } from './MoneyField';
import { repeatsRow } from './repeats-row';
import type { Part, Row } from './search';
import type { Change } from './use-changes';

/** $ a request may cost before Gloss asks; 0: it always asks. */
const thresholds = [0, 0.01, 0.05, 0.1, 0.5, 1];

const limits = ['dailyLimit', 'monthlyLimit', 'runLimit'] as const;

/** When Gloss asks, and where it stops. */
export function spendingPart(settings: Settings, change: Change): Part {
  const confirmRow = choiceRow({
    name: 'confirmAbove',
    legend: t('confirmAbove'),
    hint: t('confirmAboveHint', { limit: consentAbove.tokens }),
    chosen: settings.confirmAbove,
    options: amounts(thresholds, settings.confirmAbove).map((value) => ({
      value,
      label: value === 0 ? t('confirmAlways') : money(locale(), value),
    })),
    onChoose: (confirmAbove) => change({ confirmAbove }),
  });
  return {
    id: 'spending',
    title: t('spendingSection'),
    intro: t('spendingIntro'),
    rows: [confirmRow, limitsRow(settings, change), repeatsRow(settings, change)],
  };
}

function limitsRow(settings: Settings, change: Change): Row {
  return {
    id: 'limits',
    words: [...limits.map((name) => t(name)), t('limitHint'), t('limitNone')],
    content: (
      <div class="money-fields">
        {limits.map((name) => (
          <MoneyField
            key={name}
            label={t(name)}
            amount={settings[name]}
            onAmount={(amount) => change({ [name]: amount })}
          />
        ))}
        <p class="card-text">{t('limitHint')}</p>
        <BudgetHere asked={settings} />
      </div>
    ),
  };
}

function amounts(dollars: readonly number[], stored: NanoDollars): readonly NanoDollars[] {
  return withStored(
    dollars.map((amount) => amount * nanoPerDollar),
    stored,
  );
}
