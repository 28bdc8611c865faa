import { count } from '../../utils/core/format';
import { numberFormat } from '../../utils/core/intl';
import type { Kind } from '../../utils/core/ledger/ledger-days';
import { most, type Share } from '../../utils/core/ledger/ledger-view';
import { locale, t } from '../../utils/i18n';
import { SumCell } from './SumCell';
import './shares.css';

interface Props {
  readonly title: string;
  readonly shares: readonly Share[];
  readonly nameOf: (kind: Kind) => string;
}

/** Lines that are shown at first. */
const few = 6;

/** What each model, action or site took of all: a table with a bar in each row. */
export function Shares({ title, shares, nameOf }: Props) {
  const all = shares.reduce((sum, { sums }) => sum + most(sums), 0);
  const rest = shares.slice(few);
  return (
    <section class="ledger-part">
      <h2>{title}</h2>
      <Table title={title} shares={shares.slice(0, few)} all={all} nameOf={nameOf} />
      {rest.length > 0 && (
        <details class="ledger-table">
          <summary>{t('costsOthers', { count: rest.length })}</summary>
          <Table title={title} shares={rest} all={all} nameOf={nameOf} />
        </details>
      )}
    </section>
  );
}

function Table({ title, shares, all, nameOf }: Props & { readonly all: number }) {
  return (
    <table class="shares tabular">
      <caption class="visually-hidden">{title}</caption>
      <colgroup>
        <col class="shares-name" />
        <col class="shares-part" />
        <col />
        <col class="shares-turns" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{title}</span>
          </th>
          <th scope="col">{t('costsShare')}</th>
          <th scope="col">{t('rowCost')}</th>
          <th scope="col">{t('costsTurns')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <Row key={share.key} share={share} all={all} name={nameOf(share.kind)} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly share: Share;
  readonly all: number;
  readonly name: string;
}

function Row({ share: { sums }, all, name }: RowProps) {
  const part = all === 0 ? 0 : most(sums) / all;
  return (
    <tr>
      <th scope="row" title={name}>
        <bdi>{name}</bdi>
      </th>
      <td>
        <svg class="shares-bar" aria-hidden="true">
          <rect class="shares-all" width="100%" height="100%" />
          <rect class="shares-taken" width={`${100 * part}%`} height="100%" />
        </svg>
        <span class="shares-percent">
          {numberFormat(locale(), { style: 'percent' }).format(part)}
        </span>
      </td>
      <SumCell sums={sums} />
      <td class="muted" title={t('costsRequests', { count: sums.turns })}>
        {count(locale(), sums.turns)}
      </td>
    </tr>
  );
}
