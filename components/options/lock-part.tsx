import { locale, t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { Settings } from '../../utils/store/settings';
import { choiceRow, withStored } from './choice-row';
import { LockRow } from './LockRow';
import type { Part } from './search';
import type { LockAsks } from './Unlocking';
import type { Change } from './use-changes';

const offeredHours = [1, 4, 12, 24];

/** The passphrase of all keys that are kept under one; while there is none, nothing is to be said of it. */
export function lockParts(
  { lockAfter }: Settings,
  lock: LockStatus,
  asks: LockAsks,
  change: Change,
): readonly Part[] {
  if (lock.kind === 'none') return [];
  const words = [t('lockNow'), t('changePassphrase'), t('forgotPassphrase')];
  const lockRow = { id: 'lock', words, content: <LockRow lock={lock} asks={asks} /> };
  const afterRow = choiceRow<number | null>({
    name: 'lockAfter',
    legend: t('lockAfter'),
    hint: t('lockAfterHint'),
    chosen: lockAfter,
    options: hourOptions(lockAfter),
    onChoose: (lockAfter) => change({ lockAfter }),
  });
  const rows = [lockRow, afterRow];
  return [{ id: 'passphrase', title: t('passphrase'), intro: t('lockIntro'), rows }];
}

function hourOptions(chosen: number | null) {
  const how = { style: 'unit', unit: 'hour', unitDisplay: 'long' } as const;
  const hours = new Intl.NumberFormat(locale(), how);
  return [
    ...withStored(offeredHours, chosen ?? 12).map((value) => ({
      value,
      label: hours.format(value),
    })),
    { value: null, label: t('lockNever') },
  ];
}
