import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of IndexedDB of extensions in a profile. Firefox keeps `storage.local` in another one, with a `^` in its name. */
const ours =
  /chrome-extension_.*\.indexeddb\.leveldb.|moz-extension[^^/\\]*[/\\]idb[/\\].*\.sqlite/;

function databaseFiles(profileDir: string): readonly string[] {
  const found = readdirSync(profileDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => ours.test(path));
  if (found.length === 0) throw new Error('There is no database to be spoilt');
  return found;
}

/** Spoils the extension's database as a failing disk does: no CURRENT, and garbage in the place of the rest. */
export function spoilDatabase(profileDir: string): void {
  for (const path of databaseFiles(profileDir)) {
    if (path.endsWith('CURRENT')) rmSync(path);
    else writeFileSync(path, 'garbage '.repeat(512));
  }
}

/**
 * Breaks it so that the browser neither opens it nor throws it away by itself. Chromium does the latter with all that it
 * finds damaged, but not with what it cannot read at all; Firefox with a file that is cut, but not with spoilt pages.
 */
export function breakDatabase(profileDir: string): void {
  for (const path of databaseFiles(profileDir)) {
    if (path.endsWith('.sqlite')) flipPages(path);
    if (!path.endsWith('CURRENT')) continue;
    rmSync(path);
    mkdirSync(path);
  }
}

/** The beginning of each page but the first, which says what file it is. */
function flipPages(path: string): void {
  const bytes = readFileSync(path);
  for (let page = 4096; page < statSync(path).size; page += 4096)
    for (let at = page; at < page + 64; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}
