import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { anthropicEndpoint, originOf } from '../core/endpoint';
import { database } from './database';
import { inTurn } from './in-turn';

/** How long a key is kept: until the browser closes, or on this device. */
export type Keep = 'session' | 'device';

/** All that any view ever learns of a key. */
export type KeyStatus =
  | { readonly kind: 'none' }
  /** There was one; `keep` tells how it had been kept. */
  | { readonly kind: 'gone'; readonly keep: Keep }
  | { readonly kind: 'saved'; readonly keep: Keep; readonly lastFour: string };

/** A key and the only origin it may be sent to. */
export interface StoredKey {
  readonly key: string;
  readonly origin: string;
}

const sealed = v.object({
  origin: v.string(),
  lastFour: v.string(),
  iv: v.instance(Uint8Array),
  ciphertext: v.instance(ArrayBuffer),
  wrappingKey: v.instance(CryptoKey),
});

/** By origin. */
const open = v.record(v.string(), v.string());

/** By origin; outlives the key, so that a lost one is not taken for a first run. */
const traces = v.record(v.string(), v.picklist(['session', 'device']));

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

/** The key that may be sent to an origin, of the session or of the device, or null. Read by the background only. */
export async function readKey(origin: string): Promise<string | null> {
  const onDevice = readDeviceKey(origin);
  // A key of the session works without the database.
  onDevice.catch(() => undefined);
  return (await sessionKeys())[origin] ?? onDevice;
}

async function sessionKeys(): Promise<Readonly<Record<string, string>>> {
  const parsed = v.safeParse(open, await sessionItem.getValue());
  return parsed.success ? parsed.output : {};
}

async function readTraces(): Promise<Readonly<Record<string, Keep>>> {
  const parsed = v.safeParse(traces, await traceItem.getValue());
  return parsed.success ? parsed.output : {};
}

async function readDeviceKey(origin: string): Promise<string | null> {
  const stored = await readSealed(origin);
  if (!stored) return null;
  const { iv, ciphertext, wrappingKey } = stored;
  const bytes = await crypto.subtle.decrypt(cipher(iv, origin), wrappingKey, ciphertext);
  return new TextDecoder().decode(bytes);
}

/** What a view may know. A database that cannot be read holds no key for anyone. */
export async function keyStatus(origin: string): Promise<KeyStatus> {
  const inSession = (await sessionKeys())[origin];
  if (inSession) return { kind: 'saved', keep: 'session', lastFour: inSession.slice(-4) };
  const stored = await readSealed(origin).catch(() => null);
  if (stored) return { kind: 'saved', keep: 'device', lastFour: stored.lastFour };
  const left = (await readTraces())[origin];
  return left ? { kind: 'gone', keep: left } : { kind: 'none' };
}

/** Stores a key in the place of any other of its origin, and reads it back. Throws when it cannot be stored. */
export function saveKey(stored: StoredKey, keep: Keep): Promise<void> {
  return inOrder(() => save(stored, keep));
}

async function save({ key, origin }: StoredKey, keep: Keep): Promise<void> {
  if (keep === 'session') await sessionItem.setValue({ ...(await sessionKeys()), [origin]: key });
  else await (await database()).put('vault', await seal({ key, origin }), origin);
  const back = keep === 'session' ? (await sessionKeys())[origin] : await readDeviceKey(origin);
  if (back !== key) throw new Error('Not stored.');
  // A database that is out of order must not stop a key of the session.
  if (keep === 'session') await deleteSealed(origin).catch(() => undefined);
  else await deleteInSession(origin);
  await traceItem.setValue({ ...(await readTraces()), [origin]: keep });
}

/** Forgets an origin's key and that there ever was one. */
export function forgetKey(origin: string): Promise<void> {
  return inOrder(() => forget(origin));
}

async function forget(origin: string): Promise<void> {
  const { [origin]: _, ...left } = await readTraces();
  await Promise.all([deleteInSession(origin), deleteSealed(origin), traceItem.setValue(left)]);
}

async function deleteInSession(origin: string): Promise<void> {
  const { [origin]: _, ...left } = await sessionKeys();
  await sessionItem.setValue(left);
}

/** A record is for the origin that it names and was sealed for, wherever it lies. */
async function readSealed(origin: string) {
  const parsed = v.safeParse(sealed, await (await database()).get('vault', origin));
  return parsed.success && parsed.output.origin === origin ? parsed.output : null;
}

async function deleteSealed(origin: string): Promise<void> {
  await (await database()).delete('vault', origin);
}

/**
 * Encrypts under a fresh key that lies beside it. That keeps `sk-ant-…` out of the reach of secret scanners and tells
 * damage from data; against someone who has the profile it protects nothing, and the options page says so.
 */
async function seal({ key, origin }: StoredKey): Promise<v.InferOutput<typeof sealed>> {
  const wrappingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(key);
  const ciphertext = await crypto.subtle.encrypt(cipher(iv, origin), wrappingKey, bytes);
  return { origin, lastFour: key.slice(-4), iv, ciphertext, wrappingKey };
}

function cipher(iv: Uint8Array<ArrayBuffer>, origin: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(origin) };
}
