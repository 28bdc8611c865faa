import { isLongEnough } from '../../utils/core/passphrase';
import { t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { Keep } from '../../utils/store/vault';

/** How a key shall be kept, as far as it has been chosen; `again`: the new passphrase typed once more. */
export interface KeepDraft {
  readonly keep: Keep;
  readonly passphrase: string;
  readonly again: string;
}

export function draftOf(keep: Keep): KeepDraft {
  return { keep, passphrase: '', again: '' };
}

/** What of it the background is told: a passphrase only where one is chosen. */
export type Kept = Pick<KeepDraft, 'keep'> & { readonly passphrase?: string };

export function keptBy({ keep, passphrase }: KeepDraft): Kept {
  return keep === 'passphrase' && passphrase !== '' ? { keep, passphrase } : { keep };
}

/** Whether a key can be kept so now. */
export function isReady(draft: KeepDraft, lock: LockStatus): boolean {
  if (draft.keep !== 'passphrase' || lock.kind === 'open') return true;
  return lock.kind === 'none' && isNew(draft);
}

/** Whether there is a new passphrase, typed twice alike. */
export function isNew({ passphrase, again }: Omit<KeepDraft, 'keep'>): boolean {
  return isLongEnough(passphrase) && passphrase === again;
}

/** What is wrong with a passphrase that was typed. */
export function shortFault({ passphrase }: Pick<KeepDraft, 'passphrase'>): string {
  return passphrase === '' || isLongEnough(passphrase) ? '' : t('passphraseShort');
}

export function againFault({ passphrase, again }: Omit<KeepDraft, 'keep'>): string {
  return passphrase.startsWith(again) ? '' : t('passphraseDiffers');
}
