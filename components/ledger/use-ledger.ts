import { useEffect, useState } from 'preact/hooks';
import type { Day } from '../../utils/core/calendar';
import { type Book, neededFor } from '../../utils/core/ledger-book';
import type { Span } from '../../utils/core/ledger-view';
import { onReturn } from '../use-reread';

export type ReadBook =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  /** `span`: of which there is all; until what is wanted has been read, the one before. */
  | { readonly kind: 'read'; readonly book: Book; readonly span: Span };

/** What the ledger comes to in a span; read anew whenever it changes. */
export function useLedger(span: Span, today: Day): ReadBook {
  const [read, setRead] = useState<ReadBook>({ kind: 'reading' });
  useEffect(() => {
    let latest = 0;
    const readAgain = async () => {
      latest += 1;
      const mine = latest;
      const next = await readFor(span, today).catch((): ReadBook => ({ kind: 'failed' }));
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
  }, [span, today]);
  return read;
}

async function readFor(span: Span, today: Day): Promise<ReadBook> {
  const { readBook } = await import('../../utils/store/ledger-days');
  return { kind: 'read', book: await readBook(neededFor(span, today)), span };
}
