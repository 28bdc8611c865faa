import { actionTitle, type Named } from '../../utils/action-names';
import { builtInId } from '../../utils/core/actions/action';
import { t } from '../../utils/i18n';
import { underscored } from '../../utils/underscored';
import type { IconName } from '../Icon';

/** What is said while an action is under way. */
export function actionUnderWay(action: Named): string {
  const known = builtInId(action.id);
  return known ? t(`live_${underscored(known)}`) : actionTitle(action);
}

export function actionIcon({ id }: Pick<Named, 'id'>): IconName {
  return builtInId(id) ?? 'new';
}
