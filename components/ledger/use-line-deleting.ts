import { useMemo, useState } from 'preact/hooks';
import type { Line } from '../../utils/core/ledger/ledger-line';
import type { LineQuery, Unwanted } from '../../utils/core/ledger/ledger-query';
import { send } from '../../utils/messages/send';
import { useDeletion } from '../history/use-deletion';
import type { KeptBook } from './use-ledger';

/** What has just been deleted, or could not be, or not be brought back. */
export type LineDeletion =
  | { readonly kind: 'none' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'deleted'; readonly deletion: number; readonly lines: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'not-back' };

const none: LineDeletion = { kind: 'none' };
const failed: LineDeletion = { kind: 'failed' };
const notBack: LineDeletion = { kind: 'not-back' };

/**
 * Deletes lines, at once, and brings the last ones back if that was not meant. The ledger itself tells that it changed.
 * `read`: the lines as they were read; `lines` are those that stay.
 */
export function useLineDeleting(
  read: readonly Line[],
  { takeOut, readAgain }: Omit<KeptBook, 'read'>,
) {
  const [deletion, setDeletion] = useDeletion(none);
  // The disk may still have them.
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const lines = useMemo(() => read.filter(({ id }) => !leaving.includes(id)), [read, leaving]);

  const remove = (unwanted: Unwanted) => {
    setDeletion({ kind: 'deleting' });
    send({ kind: 'delete-lines', unwanted }).then(
      (deleted) => setDeletion({ kind: 'deleted', ...deleted }),
      () => {
        setDeletion(failed);
        setLeaving([]);
        readAgain();
      },
    );
  };
  const undo = () => {
    if (deletion.kind !== 'deleted') return;
    send({ kind: 'undo-lines', deletion: deletion.deletion }).then(
      (back) => {
        setLeaving([]);
        setDeletion(back ? none : notBack);
      },
      () => setDeletion(notBack),
    );
  };
  const removeOne = (id: string) => {
    const line = lines.find((each) => each.id === id);
    if (!line) return;
    setLeaving((before) => [...before, id]);
    takeOut(line);
    remove({ kind: 'line', id });
  };
  const removeAll = (query: LineQuery) => remove({ kind: 'lines', query });
  return { deletion, lines, removeOne, removeAll, undo };
}
