import { useEffect, useState } from 'preact/hooks';
import { always, type Day, dayAfter, firstDayOf, monthOf } from '../../utils/core/calendar';
import type { DaySums } from '../../utils/core/ledger-days';
import { daysOf, type Span } from '../../utils/core/ledger-view';
import { onReturn } from '../use-reread';

export type ReadDays =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  /** `from`: since when all is there; `first`: the first day of all that there are. */
  | {
      readonly kind: 'read';
      readonly days: readonly DaySums[];
      readonly from: Day;
      readonly first: Day | null;
    };

/** The days of a span, and at least those of this month and the last 30; read anew whenever the ledger changes. */
export function useLedger(span: Span, today: Day): ReadDays {
  const [read, setRead] = useState<ReadDays>({ kind: 'reading' });
  const from = earliest(span, today);
  useEffect(() => {
    let latest = 0;
    const readAgain = async () => {
      latest += 1;
      const mine = latest;
      const next = await readFrom(from).catch((): ReadDays => ({ kind: 'failed' }));
      if (mine === latest) setRead(next);
    };
    void readAgain();
    const watching = import('../../utils/store/ledger-changes').then(({ watchLedger }) =>
      watchLedger(() => void readAgain()),
    );
    const stop = onReturn(() => void readAgain());
    return () => {
      latest += 1;
      void watching.then((end) => end());
      stop();
    };
  }, [from]);
  return read;
}

function earliest(span: Span, today: Day): Day {
  const [first = ''] = [
    daysOf(span, today).from,
    firstDayOf(monthOf(today)),
    dayAfter(today, -29),
  ].toSorted();
  return first;
}

async function readFrom(from: Day): Promise<ReadDays> {
  const { readDays, readFirstDay } = await import('../../utils/store/ledger-days');
  const [days, first] = await Promise.all([readDays(from, always.to), readFirstDay()]);
  return { kind: 'read', days, from, first };
}
