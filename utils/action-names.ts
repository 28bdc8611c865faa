import { type Action, builtInId } from './core/actions/action';
import { t } from './i18n';
import { underscored } from './underscored';

export type Named = Pick<Action, 'id' | 'title'>;

/** What an action is called: by the user, else in the language of the views. */
export function actionTitle({ id, title }: Named): string {
  const known = builtInId(id);
  return title ?? (known ? t(`action_${underscored(known)}`) : id);
}

/** All that an action is found by: a built-in one also by its English name. */
export function actionNames(action: Named): readonly string[] {
  return [actionTitle(action), ...(action.title === null ? [action.id.replace('-', ' ')] : [])];
}
