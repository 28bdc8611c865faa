import { send } from '../../utils/messages/send';
import { useDeletion } from './use-deletion';
import type { useHeads } from './use-heads';

/** What has just been deleted, or could not be, or not be brought back. */
export type Deletion =
  | { readonly kind: 'none' }
  | { readonly kind: 'deleted'; readonly runIds: readonly string[] }
  | { readonly kind: 'deleting-all' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'not-back' };

const none: Deletion = { kind: 'none' };
const notBack: Deletion = { kind: 'not-back' };

/** Deletes runs, at once, and brings the last ones back if that was not meant. */
export function useDeleting({ without, reread }: ReturnType<typeof useHeads>) {
  const [deletion, setDeletion] = useDeletion(none);

  const tried = (work: Promise<unknown>, then: Deletion) =>
    work.then(
      () => setDeletion(then),
      () => setDeletion({ kind: 'failed' }),
    );
  const deleteOne = (runId: string) => {
    without(runId);
    setDeletion({ kind: 'deleted', runIds: [runId] });
    deleteRun(runId).catch(() => {
      setDeletion({ kind: 'failed' });
      void reread();
    });
  };
  const undo = () => {
    if (deletion.kind !== 'deleted') return;
    const each = deletion.runIds.map((runId) => send({ kind: 'undo-delete', runId }));
    const undone = Promise.all(each).then(
      (back) => (back.every(Boolean) ? none : notBack),
      () => notBack,
    );
    void undone.then(setDeletion).then(reread);
  };
  const deleteAll = () => {
    setDeletion({ kind: 'deleting-all' });
    // Only then is it over: until the list is read it shows what was.
    const deleted = send({ kind: 'delete-all-runs' }).then(reread, (error: unknown) =>
      reread().then(() => Promise.reject(error)),
    );
    void tried(deleted, none);
  };
  const deleteUnreadable = (ids: readonly string[]) =>
    void tried(Promise.all(ids.map(deleteRun)), { kind: 'deleted', runIds: ids }).then(reread);
  return { deletion, deleteOne, undo, deleteAll, deleteUnreadable };
}

async function deleteRun(runId: string): Promise<void> {
  const isDeleted = await send({ kind: 'delete-run', runId });
  if (!isDeleted) throw new Error('It is under way.');
}
