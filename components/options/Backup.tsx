import type { OwnAction } from '../../utils/core/actions/own-action';
import { backupLimit, type Restored, writeBackup } from '../../utils/core/backup';
import { dayAt } from '../../utils/core/calendar';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { saveFile } from '../save-file';
import { FileButton } from './FileButton';
import { restoredWords } from './restored-words';

interface Props {
  readonly settings: Settings;
  readonly own: readonly OwnAction[];
  /** How the last restoring went; null before any. */
  readonly restored: Restored | null;
  /** What came out is told by `restored`. */
  readonly onRestore: (restoring: Promise<string> | null) => void;
}

/** The settings as a file, and back. */
export function Backup({ settings, own, restored, onRestore }: Props) {
  return (
    <>
      <div class="buttons">
        <button type="button" class="button" onClick={() => save(settings, own, Date.now())}>
          {t('backupDownload')}
        </button>
        <FileButton id="backup" label={t('backupRestore')} limit={backupLimit} onText={onRestore} />
      </div>
      <p class={`backup-outcome ${restored?.ok === false ? 'bad' : 'good'}`} role="status">
        {restored && restoredWords(restored)}
      </p>
    </>
  );
}

function save(settings: Settings, own: readonly OwnAction[], now: number): void {
  const name = `gloss-settings-${dayAt(now)}.json`;
  saveFile(name, 'application/json', [writeBackup(settings, own, now)]);
}
