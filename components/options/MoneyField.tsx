import { useState } from 'preact/hooks';
import type { NanoDollars } from '../../utils/core/money/money';
import { parseMoney, typedMoney } from '../../utils/core/money/typed-money';
import { locale, t } from '../../utils/i18n';
import { FormField } from './FormField';
import './money-field.css';

interface Props {
  readonly label: string;
  /** Null: nothing is written in it. */
  readonly amount: NanoDollars | null;
  readonly onAmount: (amount: NanoDollars | null) => void;
}

/** An amount in dollars, or none. It counts when the user has left the field, not digit by digit: 5 is on the way to 50. */
export function MoneyField({ label, amount, onAmount }: Props) {
  const shown = amount === null ? '' : typedMoney(locale(), amount);
  const [typed, setTyped] = useState<string | null>(null);
  const isFaulty = typed !== null && parseMoney(locale(), typed).kind === 'faulty';
  const commit = () => {
    const parsed = parseMoney(locale(), typed ?? shown);
    if (parsed.kind === 'faulty') return;
    setTyped(null);
    const wanted = parsed.kind === 'none' ? null : parsed.nano;
    if (wanted !== amount) onAmount(wanted);
  };
  const example = typedMoney(locale(), 2_500_000_000);
  return (
    <FormField label={label} fault={isFaulty ? t('faultMoney', { example }) : null}>
      <input
        class="text-field tabular money-field"
        inputMode="decimal"
        autocomplete="off"
        maxLength={20}
        placeholder={t('limitNone')}
        value={typed ?? shown}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={commit}
      />
    </FormField>
  );
}
