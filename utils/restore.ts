import * as v from 'valibot';
import { type BackupFault, readBackup } from './core/backup';
import { type Settings, settingsSchema } from './store/settings';

export type Restorable =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly fault: BackupFault };

/** The settings in the text of a backup, all or none. */
export function restorable(text: string): Restorable {
  const backup = readBackup(text);
  if (backup.kind === 'fault') return { ok: false, fault: backup.fault };
  const parsed = v.safeParse(settingsSchema, backup.settings);
  if (parsed.success) return { ok: true, settings: parsed.output };
  const field = v.getDotPath(parsed.issues[0]) ?? 'settings';
  return { ok: false, fault: { kind: 'invalid', field } };
}
