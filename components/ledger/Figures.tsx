import { lastDayOf, monthOf } from '../../utils/core/calendar';
import { money, moneyRange } from '../../utils/core/format';
import type { Outlook } from '../../utils/core/ledger/ledger-outlook';
import type { Sums } from '../../utils/core/ledger/ledger-sums';
import type { Range } from '../../utils/core/money/money';
import { locale, t } from '../../utils/i18n';
import { alsoWords, dateOf, exactWords } from './ledger-words';

interface Props {
  readonly outlook: Outlook;
  readonly today: string;
}

/** Today, this month, and what it may come to. */
export function Figures({ outlook, today }: Props) {
  const { projected } = outlook;
  const { left, days, perDay } = projected;
  return (
    <dl class="ledger-figures">
      <Figure name={t('costsToday')} sums={outlook.today} />
      <Figure name={t('costsMonth')} sums={outlook.month} />
      <div>
        <dt>{t('costsProjected', { day: dateOf(lastDayOf(monthOf(today))) })}</dt>
        <dd class="ledger-figure tabular">
          {left > 0 && '≈ '}
          {totalWords(projected.total)}
        </dd>
        {projected.unknown && <dd class="tabular">+ {t('priceUnknown')}</dd>}
        <dd class="muted">
          {t('costsProjectedHow', { left, days, perDay: money(locale(), perDay) })}
        </dd>
      </div>
    </dl>
  );
}

/** What is known is one amount, rounded as it is beside it. */
function totalWords(total: Range): string {
  return total.low === total.high ? money(locale(), total.low) : moneyRange(locale(), total);
}

function Figure({ name, sums }: { readonly name: string; readonly sums: Sums }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="ledger-figure tabular">{exactWords(sums)}</dd>
      {alsoWords(sums).map((words) => (
        <dd key={words} class="tabular">
          + {words}
        </dd>
      ))}
      <dd class="muted">{t('costsRequests', { count: sums.turns })}</dd>
    </div>
  );
}
