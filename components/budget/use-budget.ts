import { useEffect, useState } from 'preact/hooks';
import { send } from '../../utils/messages/send';
import type { BudgetState } from '../../utils/runs/budget';

/** What of the limits is used, asked for when it is shown and whenever `key` is another; null until it is known. */
export function useBudget(key: unknown): BudgetState | null {
  const [state, setState] = useState<BudgetState | null>(null);
  useEffect(() => {
    let current = true;
    // Without an answer there is nothing to show: limits hold all the same.
    send({ kind: 'budget' }).then(
      (told) => current && setState(told ?? null),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [key]);
  return state;
}
