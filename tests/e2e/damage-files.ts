import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

/** Where a browser keeps what extensions store: Firefox has `storage.local` in a place with a `^` in its name. */
const places = {
  database: /chrome-extension_.*\.indexeddb\.leveldb.|moz-extension[^^/\\]*[/\\]idb[/\\].*\.sqlite/,
  settings: /Local Extension Settings.|moz-extension[^/\\]*\^[^/\\]*[/\\]idb[/\\].*\.sqlite/,
};

export type Place = keyof typeof places;

function filesOf(place: Place, profileDir: string): readonly string[] {
  const found = readdirSync(profileDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => places[place].test(path));
  if (found.length === 0) throw new Error(`There is nothing to be spoilt: ${place}`);
  return found;
}

/** What may happen to files between two starts of a browser. */
export const damages = {
  /** One byte in the middle of all that holds data. */
  flip: (path: string) => isData(path) && flip(path, Math.floor(statSync(path).size / 2), 1),
  truncate: (path: string) =>
    isData(path) && truncateSync(path, Math.floor(statSync(path).size / 2)),
  'delete the data': (path: string) => isData(path) && rmSync(path),
  /** LevelDB's list of files; SQLite's first bytes say what it is. */
  'delete the head': (path: string) =>
    basename(path) === 'CURRENT' ? rmSync(path) : path.endsWith('.sqlite') && flip(path, 0, 16),
  'garble the index': (path: string) =>
    /MANIFEST|\.sqlite$/.test(path) && writeFileSync(path, 'garbage '.repeat(512)),
  'delete all': (path: string) => rmSync(path),
} as const;

export type Damage = keyof typeof damages;

export function damage(place: Place, how: Damage, profileDir: string): void {
  for (const path of filesOf(place, profileDir)) damages[how](path);
}

function isData(path: string): boolean {
  return /\.(log|ldb|sqlite)$/.test(path) && statSync(path).size > 0;
}

function flip(path: string, from: number, count: number): void {
  const bytes = readFileSync(path);
  for (let at = from; at < from + count; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

/** Spoils the extension's database as a failing disk does: no CURRENT, and garbage in the place of the rest. */
export function spoilDatabase(profileDir: string): void {
  for (const path of filesOf('database', profileDir)) {
    if (path.endsWith('CURRENT')) rmSync(path);
    else writeFileSync(path, 'garbage '.repeat(512));
  }
}

/**
 * Breaks it so that the browser neither opens it nor throws it away by itself. Chromium does the latter with all that it
 * finds damaged, but not with what it cannot read at all; Firefox with a file that is cut, but not with spoilt pages.
 */
export function breakDatabase(profileDir: string): void {
  for (const path of filesOf('database', profileDir)) {
    // The beginning of each page but the first, which says what file it is.
    if (path.endsWith('.sqlite'))
      for (let page = 4096; page < statSync(path).size; page += 4096) flip(path, page, 64);
    if (!path.endsWith('CURRENT')) continue;
    rmSync(path);
    mkdirSync(path);
  }
}
