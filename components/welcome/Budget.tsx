import { money } from '../../utils/core/format';
import { type NanoDollars, nanoPerDollar } from '../../utils/core/money/money';
import { locale, t } from '../../utils/i18n';
import { Choice } from '../options/Choice';

/** Dollars a month. */
const presets = [1, 5, 20] as const;

interface Props {
  readonly limit: NanoDollars | null;
  /** Of a day: it stops as well, and nobody has chosen it here. */
  readonly daily: NanoDollars | null;
  /** What was chosen last could not be kept. */
  readonly notKept: boolean;
  readonly onChoose: (limit: NanoDollars | null) => void;
}

/** What may be spent in a month; the options know other amounts. */
export function Budget({ limit, daily, notKept, onChoose }: Props) {
  const hint = daily !== null && t('welcomeBudgetDay', { limit: money(locale(), daily) });
  return (
    <section aria-labelledby="budget">
      <h2 id="budget">{t('welcomeBudget')}</h2>
      <Choice<number | null>
        name="budget"
        legend={t('welcomeBudgetHint')}
        {...(hint && { hint })}
        chosen={limit}
        options={presets.map((dollars) => {
          const value = dollars * nanoPerDollar;
          return { value, label: money(locale(), value) };
        })}
        onChoose={onChoose}
      />
      {notKept && (
        <p class="welcome-small fault" role="alert">
          {t('changeFailed')}
        </p>
      )}
    </section>
  );
}
