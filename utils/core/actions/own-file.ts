import type { OwnAction, OwnFault } from './own-action';

/** Marks a file, or a text that is passed on, as actions of Gloss. */
export const ownFileKind = 'gloss-actions';
export const ownFileVersion = 1;

/** UTF-16 units: what the most and longest actions take when each of their characters is escaped. */
export const ownFileLimit = 8_000_000;

export interface OwnFile {
  readonly kind: typeof ownFileKind;
  readonly version: typeof ownFileVersion;
  readonly actions: readonly OwnAction[];
}

/** Why nothing was taken from a file. `field`: where in it, as a path. */
export type FileFault =
  | { readonly kind: 'too-large' }
  /** No JSON, or of something else. */
  | { readonly kind: 'not-actions' }
  /** Made by a newer Gloss. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'missing-field'; readonly field: string }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'wrong-value'; readonly field: string }
  | { readonly kind: 'same-id'; readonly field: string }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'action'; readonly field: string; readonly fault: OwnFault };

/** Why nothing was imported. */
export type ImportFault = FileFault | { readonly kind: 'not-stored' };

/** Actions as one JSON file, or as a text to pass on. */
export function writeOwnFile(actions: readonly OwnAction[]): string {
  const file: OwnFile = { kind: ownFileKind, version: ownFileVersion, actions };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a file says, not yet checked; a text that was passed on may have words around it. */
export function openOwnFile(
  text: string,
):
  | { readonly ok: true; readonly file: unknown }
  | { readonly ok: false; readonly fault: FileFault } {
  if (text.length > ownFileLimit) return failed({ kind: 'too-large' });
  const file = parseWithin(text);
  if (file?.kind !== ownFileKind) return failed({ kind: 'not-actions' });
  if (typeof file.version === 'number' && file.version > ownFileVersion) {
    return failed({ kind: 'newer' });
  }
  return { ok: true, file };
}

function failed(fault: FileFault): { readonly ok: false; readonly fault: FileFault } {
  return { ok: false, fault };
}

function parseWithin(text: string): { readonly kind?: unknown; readonly version?: unknown } | null {
  const value = parse(text) ?? parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  return typeof value === 'object' ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
