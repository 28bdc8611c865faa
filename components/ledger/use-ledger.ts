import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../utils/core/calendar';
import { type Book, neededFor, withoutLine } from '../../utils/core/ledger/ledger-book';
import type { Line } from '../../utils/core/ledger/ledger-line';
import type { Span } from '../../utils/core/ledger/ledger-view';
import { onReturn } from '../use-reread';

export type ReadBook =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  /** `span`: of which there is all; until what is wanted has been read, the one before. */
  | { readonly kind: 'read'; readonly book: Book; readonly span: Span };

export interface KeptBook {
  readonly read: ReadBook;
  /** Takes out a line that is being deleted: until that is on the disk nobody is to wait for the sums. */
  readonly takeOut: (line: Line) => void;
  /** Reads it anew: what was taken out could not be deleted. */
  readonly readAgain: () => void;
}

/** What the ledger comes to in a span; read anew whenever it changes. */
export function useLedger(span: Span, today: Day): KeptBook {
  const [read, setRead] = useState<ReadBook>({ kind: 'reading' });
  const again = useRef(() => {});
  useEffect(() => {
    let latest = 0;
    const readAgain = async () => {
      latest += 1;
      const mine = latest;
      const next = await readFor(span, today).catch((): ReadBook => ({ kind: 'failed' }));
      if (mine === latest) setRead(next);
    };
    again.current = () => void readAgain();
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
  const takeOut = (line: Line) =>
    setRead((now) => (now.kind === 'read' ? { ...now, book: withoutLine(now.book, line) } : now));
  return { read, takeOut, readAgain: () => again.current() };
}

async function readFor(span: Span, today: Day): Promise<ReadBook> {
  const { readBook } = await import('../../utils/store/ledger-days');
  return { kind: 'read', book: await readBook(neededFor(span, today)), span };
}
