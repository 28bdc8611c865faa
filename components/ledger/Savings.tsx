import { count, money } from '../../utils/core/format';
import { numberFormat } from '../../utils/core/intl';
import { type Way, ways } from '../../utils/core/ledger/ledger-line';
import type { SavingSums, Sums } from '../../utils/core/ledger/ledger-sums';
import { locale, t } from '../../utils/i18n';
import './savings.css';

/** What was saved by sending less, and what each number is compared with. */
export function Savings({ savings }: Pick<Sums, 'savings'>) {
  const told = ways.filter((way) => savings[way].turns > 0);
  if (told.length === 0) return null;
  return (
    <section class="ledger-part">
      <h2>{t('costsSaved')}</h2>
      <dl class="savings">
        {told.map((way) => (
          <Saved key={way} way={way} sums={savings[way]} />
        ))}
      </dl>
    </section>
  );
}

function Saved({ way, sums }: { readonly way: Way; readonly sums: SavingSums }) {
  const { before, after, turns, priced, nano } = sums;
  const part = before > 0 ? (after - before) / before : 0;
  return (
    <div>
      <dt>{t(`saved_${way}`)}</dt>
      <dd class="savings-money tabular">{priced > 0 ? moneyWords(nano) : t('priceUnknown')}</dd>
      <dd class="tabular">
        {t('savedTokens', {
          before: count(locale(), before),
          after: count(locale(), after),
          percent: percent(part),
        })}
      </dd>
      <dd class="muted">
        {t(`savedHow_${way}`)} {t('costsRequests', { count: turns })}
        {priced < turns && `. ${t('costsUnknown', { count: turns - priced })}`}
      </dd>
    </div>
  );
}

/** What was paid more is told with a minus. */
function moneyWords(nano: number): string {
  return nano < 0 ? `−${money(locale(), -nano)}` : money(locale(), nano);
}

function percent(part: number): string {
  const format = numberFormat(locale(), { style: 'percent', signDisplay: 'exceptZero' });
  return format.format(part);
}
