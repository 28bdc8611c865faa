import * as v from 'valibot';
import { type OwnAction, ownLimits } from './core/actions/own-action';
import { type BackupFault, readBackup } from './core/backup';
import { ownActionSchema } from './store/own-action-schema';
import { type Settings, settingsSchema } from './store/settings';

export type Restorable =
  | { readonly ok: true; readonly settings: Settings; readonly actions: readonly OwnAction[] }
  | { readonly ok: false; readonly fault: BackupFault };

const contents = v.object({
  settings: settingsSchema,
  actions: v.optional(v.pipe(v.array(ownActionSchema), v.maxLength(ownLimits.count)), []),
});

/** The settings and actions in the text of a backup, all or none. */
export function restorable(text: string): Restorable {
  const backup = readBackup(text);
  if (backup.kind === 'fault') return { ok: false, fault: backup.fault };
  const parsed = v.safeParse(contents, backup);
  if (parsed.success) return { ok: true, ...parsed.output };
  const path = v.getDotPath(parsed.issues[0]) ?? 'settings';
  return { ok: false, fault: { kind: 'invalid', field: path.replace(/^settings\./, '') } };
}
