import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { fromBase64, toBase64 } from '../core/base64';
import { isLongEnough, isOpenAt, locksAt, normalPassphrase, waitAfter } from '../core/passphrase';
import { type Ciphered, ciphered, decrypt, encrypt } from './cipher';
import { database } from './database';
import { readSettings } from './settings';
import { lockedOrigins, wipe } from './vault-record';

/** All that any view learns of the lock. `until`: when it locks again (ms since 1970); null: when the browser closes. */
export type LockStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'open'; readonly until: number | null };

/** Whether a passphrase was the right one. `waitMs`: until the next is looked at. */
export type Opening = { readonly ok: true } | { readonly ok: false; readonly waitMs: number };

/** OWASP's advice for PBKDF2 with SHA-256; about half a second. A lock keeps the count that it was made with. */
const iterations = 600_000;

/** In the vault, beside the keys, which lie under origins. */
const lockName = 'lock';

/** The key that seals all locked keys, sealed by what PBKDF2 makes of the passphrase. */
const lockRecord = v.object({
  salt: v.instance(Uint8Array),
  iterations: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000_000)),
  ...ciphered,
});

type Lock = v.InferOutput<typeof lockRecord>;
type Bytes = Uint8Array<ArrayBuffer>;

/** In memory only, and gone when the browser closes or the extension is updated. `since`: ms since 1970. */
const opened = v.object({ dataKey: v.string(), since: v.number() });
const openedItem = storage.defineItem<unknown>('session:unlocked');

const wrongTries = v.object({ count: v.number(), at: v.number() });
const wrongItem = storage.defineItem<unknown>('session:wrongTries');

export async function lockStatus(): Promise<LockStatus> {
  // What was broken off may leave a lock that nothing is under: nobody would be asked for its passphrase.
  if (!(await readLock()) || (await lockedOrigins()).length === 0) return { kind: 'none' };
  const open = await readOpened();
  return open ? { kind: 'open', until: open.until } : { kind: 'locked' };
}

/** What seals locked keys while the lock is open; null while it is not. */
export async function dataKey(): Promise<CryptoKey | null> {
  const open = await readOpened();
  return open && importKey(open.bytes);
}

/** A new lock, which is open. Throws when the passphrase is too short, or it cannot be stored. */
export async function makeLock(passphrase: string): Promise<void> {
  if (!isLongEnough(passphrase)) throw new Error('Too short.');
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  await writeLock(bytes, passphrase);
  await keepOpen(bytes);
}

/** Opens the lock, whose keys can be used from then on. Throws when there is none. */
export async function openLock(passphrase: string): Promise<Opening> {
  const tried = await tryPassphrase(passphrase);
  if (tried.ok) await keepOpen(tried.bytes);
  return tried.ok ? { ok: true } : tried;
}

/** Another passphrase for the same keys, which are not touched. Throws when it is too short, or there is no lock. */
export async function changeLock(passphrase: string, next: string): Promise<Opening> {
  if (!isLongEnough(next)) throw new Error('Too short.');
  const tried = await tryPassphrase(passphrase);
  if (!tried.ok) return tried;
  await writeLock(tried.bytes, next);
  await keepOpen(tried.bytes);
  return { ok: true };
}

export async function closeLock(): Promise<void> {
  await openedItem.removeValue();
}

/** What it had locked can be opened by nobody any more. */
export async function deleteLock(): Promise<void> {
  await Promise.all([wipe(lockName), closeLock(), wrongItem.removeValue()]);
}

async function readLock(): Promise<Lock | null> {
  const parsed = v.safeParse(lockRecord, await (await database()).get('vault', lockName));
  return parsed.success ? parsed.output : null;
}

async function writeLock(bytes: Bytes, passphrase: string): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const by = await derive(passphrase, { salt, iterations });
  const record: Lock = { salt, iterations, ...(await encrypt(bytes, by, lockName)) };
  await (await database()).put('vault', record, lockName);
  const back = await readLock();
  if (!back || !isSame(await decrypt(back, by, lockName), bytes)) throw new Error('Not stored.');
}

function isSame(one: Bytes, other: Bytes): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

type Tried = Exclude<Opening, { ok: true }> | { readonly ok: true; readonly bytes: Bytes };

async function tryPassphrase(passphrase: string): Promise<Tried> {
  const lock = await readLock();
  if (!lock) throw new Error('No lock.');
  const parsed = v.safeParse(wrongTries, await wrongItem.getValue());
  const { count, at } = parsed.success ? parsed.output : { count: 0, at: 0 };
  const wait = waitAfter(count);
  // A clock that was set back must not make it longer.
  const left = Math.min(wait, at + wait - Date.now());
  if (left > 0) return { ok: false, waitMs: left };
  const bytes = await unwrap(lock, passphrase);
  if (bytes) {
    await wrongItem.removeValue();
    return { ok: true, bytes };
  }
  await wrongItem.setValue({ count: count + 1, at: Date.now() });
  return { ok: false, waitMs: waitAfter(count + 1) };
}

async function unwrap(lock: Lock, passphrase: string): Promise<Bytes | null> {
  const by = await derive(passphrase, lock);
  return decrypt(lock satisfies Ciphered, by, lockName).catch(() => null);
}

async function derive(
  passphrase: string,
  { salt, iterations }: Pick<Lock, 'salt' | 'iterations'>,
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(normalPassphrase(passphrase));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const what = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(how, base, what, false, ['encrypt', 'decrypt']);
}

async function importKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function keepOpen(bytes: Bytes): Promise<void> {
  await openedItem.setValue({ dataKey: toBase64(bytes), since: Date.now() });
}

/** What is past its time is forgotten as soon as anybody looks. */
async function readOpened(): Promise<{
  readonly bytes: Bytes;
  readonly until: number | null;
} | null> {
  const parsed = v.safeParse(opened, await openedItem.getValue());
  if (!parsed.success) return null;
  const { dataKey, since } = parsed.output;
  const { lockAfter } = await readSettings();
  const bytes = fromBase64(dataKey);
  if (bytes && isOpenAt(since, lockAfter, Date.now())) {
    return { bytes: new Uint8Array(bytes), until: locksAt(since, lockAfter) };
  }
  await closeLock();
  return null;
}
