/** Marks a file as ours; `version` is the one of the settings in it. */
export const backupKind = 'gloss-backup';
export const backupVersion = 2;

/** UTF-16 units; the settings that can be made by hand take a hundredth of it. */
export const backupLimit = 1_000_000;

/** How a restoring went. Nothing is half restored. */
export type Restored = { readonly ok: true } | { readonly ok: false; readonly fault: BackupFault };

export type BackupFault =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-a-backup' }
  /** Made by a newer Gloss. */
  | { readonly kind: 'newer' }
  /** `field`: where in the file, as a path. */
  | { readonly kind: 'invalid'; readonly field: string }
  | { readonly kind: 'not-stored' };

export type Backup =
  | { readonly kind: 'ok'; readonly settings: unknown }
  | { readonly kind: 'fault'; readonly fault: BackupFault };

/** The text of a backup: settings, without any key and without any answer. `at`: ms since 1970. */
export function writeBackup(settings: object, at: number): string {
  const made = new Date(at).toISOString();
  return `${JSON.stringify({ kind: backupKind, version: backupVersion, made, settings }, null, 2)}\n`;
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
  return { kind: 'ok', settings: file.settings };
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
