import { type Action, builtInIds } from '../utils/core/action';
import { t } from '../utils/i18n';
import type { IconName } from './Icon';

type Named = Pick<Action, 'id' | 'title'>;

/** What an action is called: by the user, else in the language of the views. */
export function actionTitle({ id, title }: Named): string {
  const builtIn = builtInIds.find((each) => each === id);
  return title ?? (builtIn ? t(`action_${builtIn}`) : id);
}

/** What is said while an action is under way. */
export function actionUnderWay(action: Named): string {
  const builtIn = builtInIds.find((each) => each === action.id);
  return builtIn ? t(`live_${builtIn}`) : actionTitle(action);
}

export function actionIcon({ id }: Named): IconName {
  return builtInIds.find((each) => each === id) ?? 'new';
}
