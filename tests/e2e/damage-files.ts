import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of IndexedDB of extensions in a profile. Firefox keeps `storage.local` in another one, with a `^` in its name. */
const ours =
  /chrome-extension_.*\.indexeddb\.leveldb.|moz-extension[^^/\\]*[/\\]idb[/\\].*\.sqlite/;

/** Spoils the extension's database as a failing disk does: no CURRENT, and garbage in the place of the rest. */
export function spoilDatabase(profileDir: string): void {
  const found = readdirSync(profileDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => ours.test(path));
  if (found.length === 0) throw new Error('There is no database to be spoilt');
  for (const path of found) {
    if (path.endsWith('CURRENT')) rmSync(path);
    else writeFileSync(path, 'garbage '.repeat(512));
  }
}
