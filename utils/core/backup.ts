/** Marks a file as ours; `version` is the one of the settings in it. */
export const backupKind = 'gloss-backup';
export const backupVersion = 2;

/** UTF-16 units: the most and longest actions, and settings beside them. */
export const backupLimit = 9_000_000;

/** How a restoring went. Nothing is half restored. */
export type Restored = { readonly ok: true } | { readonly ok: false; readonly fault: BackupFault };

export type BackupFault =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-a-backup' }
  /** Made by a newer Gloss. */
  | { readonly kind: 'newer' }
  /** `field`: where in the file, as a path. */
  | { readonly kind: 'invalid'; readonly field: string }
  /** Actions, with those that are there already. */
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'not-stored' };

export type Backup =
  /** `actions`: undefined in backups of before there were any of the user's own. */
  | { readonly kind: 'ok'; readonly settings: unknown; readonly actions: unknown }
  | { readonly kind: 'fault'; readonly fault: BackupFault };

/** The text of a backup: settings and actions, without any key and without any answer. `at`: ms since 1970. */
export function writeBackup(settings: object, actions: readonly object[], at: number): string {
  const made = new Date(at).toISOString();
  const file = { kind: backupKind, version: backupVersion, made, settings, actions };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The settings in the text of a backup, not yet checked themselves. */
export function readBackup(text: string): Backup {
  if (text.length > backupLimit) return fault({ kind: 'too-large' });
  const file = parseObject(text);
  if (file?.kind !== backupKind || typeof file.version !== 'number') {
    return fault({ kind: 'not-a-backup' });
  }
  if (file.version > backupVersion) return fault({ kind: 'newer' });
  if (file.version !== backupVersion) return fault({ kind: 'invalid', field: 'version' });
  return { kind: 'ok', settings: file.settings, actions: file.actions };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : null;
  } catch {
    return null;
  }
}

function fault(found: BackupFault): Backup {
  return { kind: 'fault', fault: found };
}
