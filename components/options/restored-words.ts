import type { BackupFault, Restored } from '../../utils/core/backup';
import { t } from '../../utils/i18n';

/** How a restoring went, in words. */
export function restoredWords(restored: Restored): string {
  return restored.ok ? t('restored') : `${faultWords(restored.fault)} ${t('restoredNothing')}`;
}

function faultWords(fault: BackupFault): string {
  switch (fault.kind) {
    case 'too-large':
      return t('restoreTooLarge');
    case 'not-a-backup':
      return t('restoreNotABackup');
    case 'newer':
      return t('restoreNewer');
    case 'invalid':
      return t('restoreInvalid', { field: fault.field });
    case 'too-many':
      return t('ownTooMany', { limit: fault.limit });
    case 'not-stored':
      return t('restoreNotStored');
  }
}
