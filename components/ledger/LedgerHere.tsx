import { useMemo, useState } from 'preact/hooks';
import { partsOf } from '../../utils/core/ledger/ledger-book';
import { sumsOver } from '../../utils/core/ledger/ledger-days';
import { outlookOf } from '../../utils/core/ledger/ledger-outlook';
import { queryOf } from '../../utils/core/ledger/ledger-query';
import {
  actionKey,
  barsOf,
  firstLook,
  type Look,
  modelKey,
  seenOf,
  sharesOf,
} from '../../utils/core/ledger/ledger-view';
import { t } from '../../utils/i18n';
import { NotRead } from '../preview/NotRead';
import { Skeleton } from '../Skeleton';
import { useModelNames } from '../use-stored';
import { Ledger } from './Ledger';
import type { Offered } from './LookPicker';
import { saveLedger } from './save-ledger';
import { type KeptBook, type ReadBook, useLedger } from './use-ledger';
import { useLineDeleting } from './use-line-deleting';
import { useLines } from './use-lines';
import { useToday } from './use-today';

/** The ledger as it is now. */
export function LedgerHere() {
  const today = useToday();
  const [look, setLook] = useState(firstLook);
  const { read, ...kept } = useLedger(look.span, today);
  if (read.kind === 'reading') return <Skeleton />;
  if (read.kind === 'failed') return <NotRead words={t('costsFailed')} />;
  return <Shown read={read} kept={kept} today={today} look={look} onLook={setLook} />;
}

interface Props {
  readonly read: ReadBook & { readonly kind: 'read' };
  readonly kept: Omit<KeptBook, 'read'>;
  readonly today: string;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

function Shown({ read: { book, span }, kept, today, look, onLook }: Props) {
  const query = queryOf({ ...look, span }, today);
  const parts = useMemo(() => partsOf(book, span, today), [book, span, today]);
  const reading = useLines(query, parts);
  const { lines, ...deleting } = useLineDeleting(reading.lines, kept);
  const nameModel = useModelNames();
  const outlook = useMemo(() => outlookOf(book, today), [book, today]);
  const offered = useMemo(() => offeredOf([...book.months, ...book.days]), [book]);
  const seen = useMemo(() => {
    const among = seenOf(parts, look);
    const bars = barsOf(among, span, today);
    return { span, total: sumsOver(among), bars, shares: offeredOf(among) };
  }, [parts, look, span, today]);
  return (
    <Ledger
      today={today}
      now={Date.now()}
      empty={book.first === null}
      outlook={outlook}
      look={look}
      offered={offered}
      seen={{ ...seen, lines }}
      deletion={deleting.deletion}
      nameModel={nameModel}
      asks={{
        look: onLook,
        more: reading.more,
        remove: deleting.removeOne,
        removeAll: () => deleting.removeAll(query),
        undo: deleting.undo,
        save: (format) => saveLedger(query, parts, format, Date.now()),
      }}
    />
  );
}

function offeredOf(days: Parameters<typeof sharesOf>[0]): Offered {
  return {
    models: sharesOf(days, modelKey),
    actions: sharesOf(days, actionKey),
    sites: sharesOf(days, ({ site }) => site),
  };
}
