import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { anthropicEndpoint, originOf } from '../core/endpoint';
import { Failure } from '../core/problem';
import { inTurn } from './in-turn';
import {
  changeLock,
  closeLock,
  dataKey,
  deleteLock,
  lockStatus,
  makeLock,
  type Opening,
  openLock,
} from './lock';
import {
  lockedOrigins,
  readSealed,
  type SealedKey,
  type StoredKey,
  seal,
  sealForDevice,
  unseal,
  wipe,
  writeSealed,
} from './vault-record';

export const keeps = ['session', 'device', 'passphrase'] as const;

/** How a key is kept: until the browser closes, on this device, or there under a passphrase. */
export type Keep = (typeof keeps)[number];

/** All that any view ever learns of a key. */
export type KeyStatus =
  | { readonly kind: 'none' }
  /** There was one; `keep` tells how it had been kept. */
  | { readonly kind: 'gone'; readonly keep: Keep }
  /** It is there, and needs the passphrase. */
  | { readonly kind: 'locked'; readonly lastFour: string }
  | { readonly kind: 'saved'; readonly keep: Keep; readonly lastFour: string };

/** By origin. */
const open = v.record(v.string(), v.string());

/** By origin; outlives the key, so that a lost one is not taken for a first run. */
const traces = v.record(v.string(), v.picklist(keeps));

const inOrder = inTurn();

const sessionItem = storage.defineItem<unknown>('session:keys');
const traceItem = storage.defineItem<unknown>('local:keyTrace', {
  version: 2,
  migrations: { 2: traceFromVersion1 },
});

/** Version 1 knew one key. */
function traceFromVersion1(stored: unknown): unknown {
  const parsed = v.safeParse(v.object({ keep: v.picklist(['session', 'device']) }), stored);
  return parsed.success ? { [originOf(anthropicEndpoint)]: parsed.output.keep } : {};
}

/** The key that may be sent to an origin; null: there is none, or it is locked. Read by the background only. */
export async function readKey(origin: string): Promise<string | null> {
  const kept = readKept(origin);
  // A key of the session works without the database.
  kept.catch(() => undefined);
  return (await sessionKeys())[origin] ?? kept;
}

async function readKept(origin: string): Promise<string | null> {
  const record = await readSealed(origin);
  const by = record && (record.wrappingKey ?? (await dataKey()));
  return by && unseal(record, by);
}

async function sessionKeys(): Promise<Readonly<Record<string, string>>> {
  const parsed = v.safeParse(open, await sessionItem.getValue());
  return parsed.success ? parsed.output : {};
}

async function readTraces(): Promise<Readonly<Record<string, Keep>>> {
  const parsed = v.safeParse(traces, await traceItem.getValue());
  return parsed.success ? parsed.output : {};
}

/** What a view may know. A database that cannot be read holds no key for anyone. */
export async function keyStatus(origin: string): Promise<KeyStatus> {
  const inSession = (await sessionKeys())[origin];
  if (inSession) return { kind: 'saved', keep: 'session', lastFour: inSession.slice(-4) };
  const record = await readSealed(origin).catch(() => null);
  if (record) return statusOf(record);
  const left = (await readTraces())[origin];
  return left ? { kind: 'gone', keep: left } : { kind: 'none' };
}

async function statusOf({ lastFour, wrappingKey }: SealedKey): Promise<KeyStatus> {
  if (wrappingKey) return { kind: 'saved', keep: 'device', lastFour };
  const lock = await lockStatus();
  switch (lock.kind) {
    case 'none':
      return { kind: 'gone', keep: 'passphrase' };
    case 'locked':
      return { kind: 'locked', lastFour };
    case 'open':
      return { kind: 'saved', keep: 'passphrase', lastFour };
  }
}

/**
 * Stores a key in the place of any other of its origin, and reads it back. `passphrase`: of a lock that is still to be
 * made. Throws when it cannot be stored, a `Failure` when the lock has to be opened first.
 */
export function saveKey(stored: StoredKey, keep: Keep, passphrase = ''): Promise<void> {
  return inOrder(() => save(stored, keep, passphrase));
}

/** Keeps a key otherwise. Throws as `saveKey` does; then it is kept as it was. */
export function moveKey(origin: string, keep: Keep, passphrase = ''): Promise<void> {
  return inOrder(async () => {
    const key = await readKey(origin);
    if (key !== null) return save({ key, origin }, keep, passphrase);
    const { kind } = await keyStatus(origin);
    throw new Failure({ kind: kind === 'locked' ? 'locked' : 'key-gone' });
  });
}

async function save({ key, origin }: StoredKey, keep: Keep, passphrase: string): Promise<void> {
  if (keep === 'session') await sessionItem.setValue({ ...(await sessionKeys()), [origin]: key });
  else await writeSealed(await sealFor({ key, origin }, keep, passphrase));
  const back = keep === 'session' ? (await sessionKeys())[origin] : await readKept(origin);
  if (back !== key) throw new Error('Not stored.');
  // A database that is out of order must not stop a key of the session.
  if (keep === 'session') await wipe(origin).catch(() => undefined);
  else await deleteInSession(origin);
  await traceItem.setValue({ ...(await readTraces()), [origin]: keep });
  await deleteIdleLock().catch(() => undefined);
}

async function sealFor(
  stored: StoredKey,
  keep: Exclude<Keep, 'session'>,
  passphrase: string,
): Promise<SealedKey> {
  if (keep === 'device') return sealForDevice(stored);
  if ((await lockStatus()).kind === 'none') await makeLock(passphrase);
  const by = await dataKey();
  if (!by) throw new Failure({ kind: 'locked' });
  return seal(stored, by);
}

/** Forgets an origin's key and that there ever was one. */
export function forgetKey(origin: string): Promise<void> {
  return inOrder(async () => {
    const { [origin]: _, ...left } = await readTraces();
    await Promise.all([deleteInSession(origin), wipe(origin), traceItem.setValue(left)]);
    await deleteIdleLock();
  });
}

async function deleteInSession(origin: string): Promise<void> {
  const { [origin]: _, ...left } = await sessionKeys();
  await sessionItem.setValue(left);
}

/** A passphrase that locks nothing any more is asked for by nobody: the next key may have another. */
async function deleteIdleLock(): Promise<void> {
  if ((await lockedOrigins()).length === 0) await deleteLock();
}

/** One try after the other, whatever window it comes from. */
export function unlock(passphrase: string): Promise<Opening> {
  return inOrder(() => openLock(passphrase));
}

export function lockNow(): Promise<void> {
  return inOrder(closeLock);
}

export function changePassphrase(passphrase: string, next: string): Promise<Opening> {
  return inOrder(() => changeLock(passphrase, next));
}

/** Who has forgotten the passphrase loses the keys under it, and nothing else; that they were there is known. */
export function forgetPassphrase(): Promise<void> {
  return inOrder(async () => {
    for (const origin of await lockedOrigins()) await wipe(origin);
    await deleteLock();
  });
}
