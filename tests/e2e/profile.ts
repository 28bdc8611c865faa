import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const passphrase = 'quixotl vermbag ylpse';

/**
 * How bytes may lie on a disk: as they are, as a browser's UTF-16, and in base64 at each of its three beginnings. By halves:
 * a database may break anything off at the end of a page.
 */
export function writings(bytes: Buffer): readonly Buffer[] {
  const middle = Math.floor(bytes.length / 2);
  return [bytes.subarray(0, middle), bytes.subarray(middle)].flatMap(writingsOf);
}

function writingsOf(bytes: Buffer): readonly Buffer[] {
  const base64 = [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 4) / 3);
    return padded.toString('base64').slice(from, Math.floor((padded.length * 4) / 3));
  });
  const texts = [bytes.toString('latin1'), ...base64];
  return texts.flatMap((text) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
}

/** Names of what is in any file of a profile, in any of its writings. */
export function foundIn(
  profileDir: string,
  wanted: Readonly<Record<string, readonly Buffer[]>>,
): readonly string[] {
  const files = readdirSync(profileDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  return Object.keys(wanted).filter((name) =>
    wanted[name]?.some((writing) => files.some((bytes) => bytes.includes(writing))),
  );
}

/** The key as anybody can read it who has nothing but the database; null: not without more. Runs in a page of the extension. */
export async function openedByItself(origin: string): Promise<string | null> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open('gloss'));
  const record = await result(database.transaction('vault').objectStore('vault').get(origin));
  database.close();
  if (!record.wrappingKey) return null;
  const how = { name: 'AES-GCM', iv: record.iv, additionalData: new TextEncoder().encode(origin) };
  const bytes = await crypto.subtle.decrypt(how, record.wrappingKey, record.ciphertext);
  return new TextDecoder().decode(bytes);
}

/** What opens keys while they are unlocked, and the salt of the lock, in base64. Runs in a page of the extension. */
export async function lockOf(): Promise<{ readonly dataKey: string; readonly salt: string }> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open('gloss'));
  const lock = await result(database.transaction('vault').objectStore('vault').get('lock'));
  database.close();
  const { storage } = (globalThis as unknown as { browser: Extension }).browser;
  const { unlocked } = await storage.session.get('unlocked');
  return { dataKey: unlocked.dataKey, salt: btoa(String.fromCharCode(...lock.salt)) };
}

/** Puts the key of this device under a passphrase; `locked`: and locks it. Runs in a page of the extension. */
export async function putUnder(phrase: string, locked: boolean): Promise<void> {
  const { runtime } = (globalThis as unknown as { browser: Extension }).browser;
  const move = { kind: 'move-key', endpointId: 'anthropic', keep: 'passphrase' };
  await runtime.sendMessage({ ...move, passphrase: phrase });
  if (locked) await runtime.sendMessage({ kind: 'lock-now' });
}

/** As if so many hours had passed since the passphrase was typed. Runs in a page of the extension. */
export async function letTimePass(hours: number): Promise<void> {
  const { storage } = (globalThis as unknown as { browser: Extension }).browser;
  const { unlocked } = await storage.session.get('unlocked');
  const since = unlocked.since - hours * 3_600_000;
  await storage.session.set({ unlocked: { ...unlocked, since } });
}

interface Extension {
  readonly runtime: { sendMessage(command: object): Promise<unknown> };
  readonly storage: {
    readonly session: {
      get(name: string): Promise<{ unlocked: { dataKey: string; since: number } }>;
      set(values: object): Promise<void>;
    };
  };
}
