import { money } from '../../utils/core/format';
import type { Rates } from '../../utils/core/money/price';
import { locale, t } from '../../utils/i18n';

/** Nano-dollars per token are thousandths of a dollar per million tokens. */
export function priceWords({ input, output }: Pick<Rates, 'input' | 'output'>): string {
  const perMillion = (nano: number) => money(locale(), nano * 1_000_000);
  return t('modelPrice', { input: perMillion(input), output: perMillion(output) });
}
