import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Receipt } from '../../utils/core/money/receipt';
import type { Run } from '../../utils/core/runs/run';
import { t } from '../../utils/i18n';
import { DottedLine } from '../DottedLine';
import { Icon } from '../Icon';
import type { NameModel } from '../use-stored';
import { OtherModels } from './OtherModels';
import { receiptRows } from './receipt-rows';
import { receiptParts } from './run-words';
import './receipt.css';

interface Props {
  readonly receipt: Receipt;
  /** What it is about, and what was hidden of that; absent: nothing is known of it. */
  readonly about?: Pick<Run, 'source' | 'found'>;
  /** How likely one more question was taken to be, where that decided that the text was cached. */
  readonly chance?: number | undefined;
  readonly nameModel: NameModel;
  /** What else there is to see of the turn. */
  readonly children?: ComponentChildren;
}

/** One quiet line that opens to the whole receipt. */
export function ReceiptView({ receipt, about, chance, nameModel, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="receipt tabular" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="visually-hidden">{t('receipt')}</span>
        <span class="receipt-line">
          <DottedLine parts={receiptParts(receipt, nameModel)} />
        </span>
        <Icon name="chevron" />
      </summary>
      <dl tabIndex={0}>
        {receiptRows(receipt, nameModel, about?.found ?? [], chance).map(
          ({ name, value, part, code }) => (
            <div key={name} class={part ? 'part' : ''}>
              <dt>{name}</dt>
              <dd>{code ? <code dir="ltr">{value}</code> : value}</dd>
            </div>
          ),
        )}
        {open && (
          <OtherModels receipt={receipt} text={about?.source?.text ?? ''} nameModel={nameModel} />
        )}
      </dl>
      {children}
    </details>
  );
}
