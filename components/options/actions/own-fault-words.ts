import type { OwnFault } from '../../../utils/core/actions/own-action';
import type { ImportFault } from '../../../utils/core/actions/own-file';
import { t } from '../../../utils/i18n';

/** What is wrong with an action, in words. */
export function ownFaultWords(fault: OwnFault): string {
  switch (fault.kind) {
    case 'empty':
      return t(`ownFault_${fault.field}`);
    case 'too-long':
      return t('ownFaultTooLong', { limit: fault.limit });
    case 'strange-characters':
      return t('ownFaultStrange');
    case 'unknown-variable':
      return t('ownFaultUnknown', { name: `{{${fault.name}}}` });
    case 'other-text':
      return t('ownFaultOtherText');
  }
}

/** Why nothing was imported, in words. */
export function importFaultWords(fault: ImportFault): string {
  switch (fault.kind) {
    case 'too-large':
      return t('ownFileTooLarge');
    case 'not-actions':
      return t('ownFileNotActions');
    case 'newer':
      return t('ownFileNewer');
    case 'missing-field':
      return t('ownFileMissing', { field: fault.field });
    case 'unknown-field':
      return t('ownFileUnknown', { field: fault.field });
    case 'wrong-value':
      return t('ownFileWrong', { field: fault.field });
    case 'same-id':
      return t('ownFileSameId', { field: fault.field });
    case 'too-many':
      return t('ownTooMany', { limit: fault.limit });
    case 'action':
      return `${t('ownFileWrong', { field: fault.field })} ${ownFaultWords(fault.fault)}`;
    case 'not-stored':
      return t('ownNotStored');
  }
}
