import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { database } from './database';

/** How long a key is kept: until the browser closes, or on this device. */
export type Keep = 'session' | 'device';

/** All that any view ever learns of the key. */
export type KeyStatus =
  | { readonly kind: 'none' }
  /** There was one; `keep` tells how it had been kept. */
  | { readonly kind: 'gone'; readonly keep: Keep }
  | {
      readonly kind: 'saved';
      readonly keep: Keep;
      readonly lastFour: string;
      readonly origin: string;
    };

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

const open = v.object({ origin: v.string(), key: v.string() });

/** Outlives the key, so that a lost one is not taken for a first run. */
const traceSchema = v.nullable(v.object({ keep: v.picklist(['session', 'device']) }));

const sessionItem = storage.defineItem<unknown>('session:key');
const trace = storage.defineItem<unknown>('local:keyTrace', { version: 1 });

const record = 'key';

/** The key of the session or of the device, or null. Read by the background only. */
export async function readKey(): Promise<StoredKey | null> {
  const onDevice = readDeviceKey();
  // A key of the session works without the database.
  onDevice.catch(() => undefined);
  const inSession = v.safeParse(open, await sessionItem.getValue());
  return inSession.success ? inSession.output : onDevice;
}

async function readDeviceKey(): Promise<StoredKey | null> {
  const stored = await readSealed();
  if (!stored) return null;
  const { origin, iv, ciphertext, wrappingKey } = stored;
  const bytes = await crypto.subtle.decrypt(cipher(iv, origin), wrappingKey, ciphertext);
  return { key: new TextDecoder().decode(bytes), origin };
}

/** What a view may know. A database that cannot be read holds no key for anyone. */
export async function keyStatus(): Promise<KeyStatus> {
  const inSession = v.safeParse(open, await sessionItem.getValue());
  if (inSession.success) {
    const { key, origin } = inSession.output;
    return { kind: 'saved', keep: 'session', lastFour: key.slice(-4), origin };
  }
  const stored = await readSealed().catch(() => null);
  if (stored) {
    return { kind: 'saved', keep: 'device', lastFour: stored.lastFour, origin: stored.origin };
  }
  const left = v.safeParse(traceSchema, await trace.getValue());
  return left.success && left.output ? { kind: 'gone', keep: left.output.keep } : { kind: 'none' };
}

/** Stores a key in the place of any other, and reads it back. Throws when it cannot be stored. */
export async function saveKey(stored: StoredKey, keep: Keep): Promise<void> {
  if (keep === 'session') await sessionItem.setValue(stored);
  else await (await database()).put('vault', await seal(stored), record);
  const back = keep === 'session' ? await sessionItem.getValue() : await readDeviceKey();
  if (!v.is(v.object({ key: v.literal(stored.key) }), back)) throw new Error('Not stored.');
  // A database that is out of order must not stop a key of the session.
  if (keep === 'session') await deleteSealed().catch(() => undefined);
  else await sessionItem.removeValue();
  await trace.setValue({ keep });
}

/** Forgets the key and that there ever was one. */
export async function forgetKey(): Promise<void> {
  await Promise.all([sessionItem.removeValue(), deleteSealed(), trace.removeValue()]);
}

async function readSealed() {
  const parsed = v.safeParse(sealed, await (await database()).get('vault', record));
  return parsed.success ? parsed.output : null;
}

async function deleteSealed(): Promise<void> {
  await (await database()).delete('vault', record);
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
