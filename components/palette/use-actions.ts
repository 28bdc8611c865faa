import { useMemo } from 'preact/hooks';
import { type Action, builtInIds, builtIns } from '../../utils/core/actions/action';
import { inUsersOrder } from '../../utils/core/actions/action-order';
import { actionOf, type OwnAction } from '../../utils/core/actions/own-action';
import type { Settings } from '../../utils/store/settings';

/** What is offered of built-in and own actions, in the user's order. */
export function useActions(
  settings: Settings | null,
  own: readonly OwnAction[] | null,
): readonly Action[] {
  const { hiddenActions = [], actionOrder = [] } = settings ?? {};
  return useMemo(() => {
    const all = [...builtInIds.map((id) => builtIns[id]), ...(own ?? []).map(actionOf)];
    const ids = inUsersOrder(
      all.map(({ id }) => id),
      actionOrder,
    ).filter((id) => !hiddenActions.includes(id));
    return ids.flatMap((id) => all.find((action) => action.id === id) ?? []);
  }, [settings?.hiddenActions, settings?.actionOrder, own]);
}
