import { count } from '../../utils/core/format';
import type { Bar } from '../../utils/core/ledger/ledger-view';
import { locale, t } from '../../utils/i18n';
import { timeOf, tokensIn } from './ledger-words';
import { SumCell } from './SumCell';

interface Props {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** The bars as a table, newest first, without those on which nothing was sent. */
export function BarsTable({ title, bars }: Props) {
  const told = bars.filter(({ sums }) => sums.turns > 0).toReversed();
  if (told.length === 0) return null;
  return (
    <details class="ledger-table">
      <summary>{t('costsAsTable')}</summary>
      <div class="ledger-wide">
        <table class="tabular">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('costsDate')}</th>
              <th scope="col">{t('rowCost')}</th>
              <th scope="col">{t('costsTurns')}</th>
              <th scope="col">{t('costsTokens')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ time, sums }) => (
              <tr key={time}>
                <th scope="row">{timeOf(time)}</th>
                <SumCell sums={sums} />
                <td>{count(locale(), sums.turns)}</td>
                <td>{count(locale(), tokensIn(sums))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
