import * as v from 'valibot';
import { ciphered, decrypt, encrypt } from './cipher';
import { database } from './database';

/** A key and the only origin it may be sent to. */
export interface StoredKey {
  readonly key: string;
  readonly origin: string;
}

const sealed = v.object({
  origin: v.string(),
  lastFour: v.string(),
  ...ciphered,
  /** Without one it is sealed by the key that the passphrase opens. */
  wrappingKey: v.optional(v.instance(CryptoKey)),
});

export type SealedKey = v.InferOutput<typeof sealed>;

/** A record is for the origin that it names and was sealed for, wherever it lies. */
export async function readSealed(origin: string): Promise<SealedKey | null> {
  const parsed = v.safeParse(sealed, await (await database()).get('vault', origin));
  return parsed.success && parsed.output.origin === origin ? parsed.output : null;
}

/** In the place of any other of its origin. */
export async function writeSealed(record: SealedKey): Promise<void> {
  await (await database()).put('vault', record, record.origin);
}

/** Origins of the keys that a passphrase locks. */
export async function lockedOrigins(): Promise<readonly string[]> {
  const all = await (await database()).getAll('vault');
  return all.flatMap((each) => {
    const parsed = v.safeParse(sealed, each);
    return parsed.success && !parsed.output.wrappingKey ? [parsed.output.origin] : [];
  });
}

/** Deletes what lies under a name, after something else lay there once. */
export async function wipe(name: string): Promise<void> {
  const db = await database();
  if ((await db.getKey('vault', name)) === undefined) return;
  await db.put('vault', crypto.getRandomValues(new Uint8Array(512)), name);
  await db.delete('vault', name);
}

/**
 * Encrypts under a fresh key that lies beside it. That keeps `sk-ant-…` out of the reach of secret scanners and tells
 * damage from data; against someone who has the profile it protects nothing, and the options page says so.
 */
export async function sealForDevice(stored: StoredKey): Promise<SealedKey> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const wrappingKey = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  return { ...(await seal(stored, wrappingKey)), wrappingKey };
}

/** Encrypts under a key that lies elsewhere. */
export async function seal({ key, origin }: StoredKey, by: CryptoKey): Promise<SealedKey> {
  const bytes = new TextEncoder().encode(key);
  return { origin, lastFour: key.slice(-4), ...(await encrypt(bytes, by, origin)) };
}

/** Throws for a damaged one. */
export async function unseal(record: SealedKey, by: CryptoKey): Promise<string> {
  return new TextDecoder().decode(await decrypt(record, by, record.origin));
}
