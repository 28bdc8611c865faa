import type { LineQuery } from '../../utils/core/ledger-query';
import type { Unwanted } from '../../utils/ledger-messages';
import { send } from '../../utils/messages';
import { useDeletion } from '../history/use-deletion';

/** What has just been deleted, or could not be. */
export type LineDeletion =
  | { readonly kind: 'none' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'deleted'; readonly deletion: number; readonly lines: number }
  | { readonly kind: 'failed' };

const none: LineDeletion = { kind: 'none' };
const failed: LineDeletion = { kind: 'failed' };

/** Deletes lines, at once, and brings the last ones back if that was not meant. The ledger itself tells that it changed. */
export function useLineDeleting() {
  const [deletion, setDeletion] = useDeletion(none);

  const remove = (unwanted: Unwanted) => {
    setDeletion({ kind: 'deleting' });
    send({ kind: 'delete-lines', unwanted }).then(
      (deleted) => setDeletion({ kind: 'deleted', ...deleted }),
      () => setDeletion(failed),
    );
  };
  const undo = () => {
    if (deletion.kind !== 'deleted') return;
    send({ kind: 'undo-lines', deletion: deletion.deletion }).then(
      (back) => setDeletion(back ? none : failed),
      () => setDeletion(failed),
    );
  };
  return {
    deletion,
    removeOne: (id: string) => remove({ kind: 'line', id }),
    removeAll: (query: LineQuery) => remove({ kind: 'lines', query }),
    undo,
  };
}
