import { actionTitle, builtInOf, type Named } from '../../utils/action-names';
import { t } from '../../utils/i18n';
import { underscored } from '../../utils/underscored';
import type { IconName } from '../Icon';

/** What is said while an action is under way. */
export function actionUnderWay(action: Named): string {
  const builtIn = builtInOf(action.id);
  return builtIn ? t(`live_${underscored(builtIn)}`) : actionTitle(action);
}

export function actionIcon({ id }: Pick<Named, 'id'>): IconName {
  return builtInOf(id) ?? 'new';
}
