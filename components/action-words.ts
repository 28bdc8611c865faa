import { type Action, type BuiltInId, builtInIds } from '../utils/core/action';
import { t } from '../utils/i18n';
import type { IconName } from './Icon';
import { underscored } from './underscored';

type Named = Pick<Action, 'id' | 'title'>;

/** What an action is called: by the user, else in the language of the views. */
export function actionTitle({ id, title }: Named): string {
  const builtIn = builtInOf(id);
  return title ?? (builtIn ? t(`action_${underscored(builtIn)}`) : id);
}

/** All that an action is found by: a built-in one also by its English name. */
export function actionNames(action: Named): readonly string[] {
  return [actionTitle(action), ...(action.title === null ? [action.id.replace('-', ' ')] : [])];
}

/** What is said while an action is under way. */
export function actionUnderWay(action: Named): string {
  const builtIn = builtInOf(action.id);
  return builtIn ? t(`live_${underscored(builtIn)}`) : actionTitle(action);
}

export function actionIcon({ id }: Named): IconName {
  return builtInOf(id) ?? 'new';
}

function builtInOf(id: string): BuiltInId | undefined {
  return builtInIds.find((each) => each === id);
}
