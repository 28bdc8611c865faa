import { useEffect, useState } from 'preact/hooks';
import type { OwnAction } from '../utils/core/actions/own-action';

/** The user's own actions; null until they are read. */
export function useStoredActions(): readonly OwnAction[] | null {
  const [actions, setActions] = useState<readonly OwnAction[] | null>(null);
  useEffect(() => {
    const begun = import('../utils/store/own-actions').then(async (store) => {
      const stop = store.watchOwnActions(setActions);
      setActions(await store.readOwnActions().catch(() => []));
      return stop;
    });
    return () => void begun.then((stop) => stop());
  }, []);
  return actions;
}
