import { useState } from 'preact/hooks';
import { count } from '../../utils/core/format';
import type { Line } from '../../utils/core/ledger/ledger-line';
import { actionKey } from '../../utils/core/ledger/ledger-view';
import type { Receipt } from '../../utils/core/money/receipt';
import { locale, t } from '../../utils/i18n';
import { DottedLine } from '../DottedLine';
import { timeWords } from '../history/day-words';
import { Icon } from '../Icon';
import { actionIcon } from '../run/action-words';
import { receiptRows } from '../run/receipt-rows';
import { costWords } from '../run/run-words';
import type { NameModel } from '../use-stored';
import { actionWords, outcomeWords } from './ledger-words';
import '../run/receipt.css';

interface Props {
  readonly line: Line;
  /** Tab stops here; from here the arrows lead on. */
  readonly stop: boolean;
  readonly nameModel: NameModel;
  readonly onFocus: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

/** One line of the ledger, which opens to all that it tells. */
export function LedgerLine({ line, stop, nameModel, onFocus, onDelete }: Props) {
  const { id, cost, outcome } = line;
  const [open, setOpen] = useState(false);
  const state = outcomeWords(outcome);
  const facts = [timeWords(line.at), nameModel(line.model), line.site];
  return (
    <li class="history-item">
      <details class="ledger-line receipt" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary
          class="history-line"
          data-id={id}
          tabIndex={stop ? 0 : -1}
          aria-keyshortcuts="Delete"
          onFocusIn={() => onFocus(id)}
        >
          <Icon name={line.action ? actionIcon({ id: actionKey(line) }) : 'key'} />
          <span class="history-title" dir="auto">
            {actionWords(line)}
          </span>
          <span class="history-cost tabular">{costWords(cost)}</span>
          <span class="history-when">
            {state && <span class="history-mark">{state}</span>}
            <span>
              <DottedLine parts={facts.filter((fact) => fact !== '')} />
            </span>
          </span>
        </summary>
        {open && <Details line={line} nameModel={nameModel} onDelete={() => onDelete(id)} />}
      </details>
    </li>
  );
}

interface DetailsProps {
  readonly line: Line;
  readonly nameModel: NameModel;
  readonly onDelete: () => void;
}

function Details({ line, nameModel, onDelete }: DetailsProps) {
  const { page } = line.savings;
  const rows = [
    ...receiptRows(receiptOf(line), nameModel),
    ...(page
      ? [{ name: t('costsPageLeftOut'), value: count(locale(), page.before - page.after) }]
      : []),
  ];
  return (
    <div class="ledger-details">
      <dl>
        {rows.map(({ name, value, part, code }) => (
          <div key={name} class={part ? 'part' : ''}>
            <dt>{name}</dt>
            <dd>{code ? <code dir="ltr">{value}</code> : value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button quiet danger" onClick={onDelete}>
        <Icon name="delete" />
        {t('historyDelete')}
      </button>
    </div>
  );
}

/** What a line knows of its turn's receipt. */
function receiptOf({
  service,
  model,
  usage,
  cost,
  final = cost.kind === 'exact',
  savings,
  requestId,
  at,
  wholeMs,
}: Line): Receipt {
  return {
    service,
    model,
    usage,
    final,
    cost,
    saved: savings.cache?.nano ?? null,
    pricedOn: null,
    requestId,
    sentAt: at,
    firstWordMs: null,
    wholeMs,
  };
}
