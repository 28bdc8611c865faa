import { useMemo, useState } from 'preact/hooks';
import { totalOfDays } from '../../utils/core/ledger-days';
import { outlookOf } from '../../utils/core/ledger-outlook';
import type { LineQuery } from '../../utils/core/ledger-query';
import {
  actionKey,
  barsOf,
  daysOf,
  firstLook,
  type Look,
  modelKey,
  seenOf,
  sharesOf,
} from '../../utils/core/ledger-view';
import { t } from '../../utils/i18n';
import { Skeleton } from '../Skeleton';
import { useModelNames } from '../use-stored';
import { Ledger } from './Ledger';
import type { Offered } from './LookPicker';
import { saveLedger } from './save-ledger';
import { type ReadDays, useLedger } from './use-ledger';
import { useLineDeleting } from './use-line-deleting';
import { useLines } from './use-lines';
import { useToday } from './use-today';

/** The ledger as it is now. */
export function LedgerHere() {
  const today = useToday();
  const [look, setLook] = useState(firstLook);
  const read = useLedger(look.span, today);
  if (read.kind === 'reading') return <Skeleton />;
  if (read.kind === 'failed') return <p class="history-note muted">{t('costsFailed')}</p>;
  return <Shown read={read} today={today} look={look} onLook={setLook} />;
}

interface Props {
  readonly read: ReadDays & { readonly kind: 'read' };
  readonly today: string;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

function Shown({ read: { days, first }, today, look, onLook }: Props) {
  const query: LineQuery = { ...look, ...daysOf(look.span, today) };
  const { lines, more } = useLines(query, days);
  const deleting = useLineDeleting();
  const nameModel = useModelNames();
  const outlook = useMemo(() => outlookOf(days, { today, first }), [days, today, first]);
  const offered = useMemo(() => offeredOf(days), [days]);
  const seen = useMemo(() => {
    const among = seenOf(days, look, today);
    const bars = barsOf(among, look.span, today);
    return { total: totalOfDays(among), bars, shares: offeredOf(among) };
  }, [days, look, today]);
  return (
    <Ledger
      today={today}
      now={Date.now()}
      empty={first === null}
      outlook={outlook}
      look={look}
      offered={offered}
      seen={{ ...seen, lines }}
      deletion={deleting.deletion}
      nameModel={nameModel}
      asks={{
        look: onLook,
        more,
        remove: deleting.removeOne,
        removeAll: () => deleting.removeAll(query),
        undo: deleting.undo,
        save: (format) => saveLedger(query, days, format, Date.now()),
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
