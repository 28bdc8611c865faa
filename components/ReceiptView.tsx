import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Receipt } from '../utils/core/receipt';
import type { Found } from '../utils/core/shield';
import { t } from '../utils/i18n';
import { DottedLine } from './DottedLine';
import { Icon } from './Icon';
import { OtherModels } from './OtherModels';
import { receiptRows } from './receipt-rows';
import { receiptParts } from './run-words';
import type { NameModel } from './use-stored';
import './receipt.css';

interface Props {
  readonly receipt: Receipt;
  /** What the turn was about. */
  readonly text: string;
  /** What was hidden of what was sent. */
  readonly found?: readonly Found[] | null;
  /** How likely one more question was taken to be, where that decided that the text was cached. */
  readonly chance?: number | undefined;
  readonly nameModel: NameModel;
  /** What else there is to see of the turn. */
  readonly children?: ComponentChildren;
}

/** One quiet line that opens to the whole receipt. */
export function ReceiptView({ receipt, text, found = null, chance, nameModel, children }: Props) {
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
        {receiptRows(receipt, nameModel, found ?? [], chance).map(({ name, value, part, code }) => (
          <div key={name} class={part ? 'part' : ''}>
            <dt>{name}</dt>
            <dd>{code ? <code dir="ltr">{value}</code> : value}</dd>
          </div>
        ))}
        {open && <OtherModels receipt={receipt} text={text} nameModel={nameModel} />}
      </dl>
      {children}
    </details>
  );
}
