import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anthropicEndpoint } from '../../../utils/core/endpoint';

const key = 'sk-ant-demo-canary-9876';
const origin = 'https://api.anthropic.com';
const elsewhere = 'https://gateway.example.org';
const stored = { key, origin };
const other = { key: 'gw-other-canary-0001', origin: elsewhere };
const passphrase = 'correct horse battery';
const next = 'another staple entirely';
const hour = 3_600_000;

/** The vault as a background that has just started sees it. */
async function freshVault() {
  vi.resetModules();
  const [vault, lock] = await Promise.all([
    import('../../../utils/store/vault'),
    import('../../../utils/store/lock'),
  ]);
  return { ...vault, ...lock };
}

/** The browser was closed, or Gloss was updated: what is in memory is gone. */
async function afterRestart() {
  await fakeBrowser.storage.session.clear();
  return freshVault();
}

/** A vault with one key under the passphrase. */
async function lockedVault() {
  const vault = await freshVault();
  await vault.saveKey(stored, 'passphrase', passphrase);
  return vault;
}

async function rawVault() {
  const { database } = await import('../../../utils/store/database');
  return database();
}

/** All that is on the disk, bytes as latin-1. */
async function onDisk(): Promise<string> {
  const db = await rawVault();
  const records = await db.getAll('vault');
  const shown = (_: string, value: unknown) => {
    if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value));
    if (value instanceof Uint8Array) return String.fromCharCode(...value);
    if (value instanceof CryptoKey) return 'a key';
    return value;
  };
  return JSON.stringify([records, await fakeBrowser.storage.local.get(null)], shown);
}

async function changeLockAfter(lockAfter: number | null): Promise<void> {
  const { changeSettings } = await import('../../../utils/store/settings');
  await changeSettings({ lockAfter });
}

const deriveKey = crypto.subtle.deriveKey.bind(crypto.subtle);

/** As many rounds as are asked for are a good part of a second: here a thousandth of them. */
const fewRounds: typeof deriveKey = (how, ...rest) =>
  deriveKey(
    { ...(how as Pbkdf2Params), iterations: (how as Pbkdf2Params).iterations / 1000 },
    ...rest,
  );

beforeEach(() => {
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation(fewRounds);
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-26T08:00:00Z') });
});
afterEach(() => vi.useRealTimers());

describe('a key under a passphrase', () => {
  test('can be used until the browser closes, and after that by the passphrase only', async () => {
    const vault = await lockedVault();
    expect(await vault.readKey(origin)).toBe(key);
    expect(await vault.keyStatus(origin)).toEqual({
      kind: 'saved',
      keep: 'passphrase',
      lastFour: '9876',
    });
    const later = await afterRestart();
    expect(await later.readKey(origin)).toBeNull();
    expect(await later.keyStatus(origin)).toEqual({ kind: 'locked', lastFour: '9876' });
    expect(await later.unlock(passphrase)).toEqual({ ok: true });
    expect(await later.readKey(origin)).toBe(key);
  });

  test('is nowhere on the disk, nor is what opens it', async () => {
    await lockedVault();
    const session = JSON.stringify(await fakeBrowser.storage.session.get(null));
    const opens = /"dataKey":"([^"]+)"/.exec(session)?.[1] ?? '';
    expect(atob(opens)).toHaveLength(32);
    const disk = await onDisk();
    expect(disk).toContain('9876');
    for (const secret of ['canary', passphrase, opens, 'a key', JSON.stringify(atob(opens))])
      expect(disk).not.toContain(secret);
  });

  test('is sealed as the lock says: 600,000 rounds, its own salt, bound to the origin', async () => {
    await lockedVault();
    const lock = (await (await rawVault()).get('vault', 'lock')) as {
      iterations: number;
      salt: Uint8Array;
    };
    expect([lock.iterations, lock.salt.length]).toEqual([600_000, 16]);
    expect(vi.mocked(crypto.subtle.deriveKey).mock.lastCall?.[0]).toMatchObject({
      name: 'PBKDF2',
      hash: 'SHA-256',
      iterations: 600_000,
      salt: lock.salt,
    });
    const record = (await (await rawVault()).get('vault', origin)) as object;
    await (await rawVault()).put('vault', { ...record, origin: elsewhere }, elsewhere);
    const vault = await freshVault();
    await expect(vault.readKey(elsewhere)).rejects.toThrow();
  });

  test('needs a passphrase of ten characters, else nothing is stored', async () => {
    const vault = await freshVault();
    await expect(vault.saveKey(stored, 'passphrase', 'too short')).rejects.toThrow();
    expect(await vault.lockStatus()).toEqual({ kind: 'none' });
    expect(await vault.keyStatus(origin)).toEqual({ kind: 'none' });
  });

  test('lies beside others under the same passphrase', async () => {
    const vault = await lockedVault();
    await vault.saveKey(other, 'passphrase');
    const later = await afterRestart();
    await later.unlock(passphrase);
    expect(await later.readKey(origin)).toBe(key);
    expect(await later.readKey(elsewhere)).toBe(other.key);
  });

  test('is not added to others before they are unlocked', async () => {
    await lockedVault();
    const later = await afterRestart();
    await expect(later.saveKey(other, 'passphrase', passphrase)).rejects.toMatchObject({
      problem: { kind: 'locked' },
    });
    expect(await later.keyStatus(elsewhere)).toEqual({ kind: 'none' });
  });

  test('is gone when the lock is', async () => {
    await lockedVault();
    await (await rawVault()).delete('vault', 'lock');
    const later = await afterRestart();
    expect(await later.keyStatus(origin)).toEqual({ kind: 'gone', keep: 'passphrase' });
    expect(await later.readKey(origin)).toBeNull();
  });
});

describe('the lock', () => {
  test('locks at once when it is told to, and again after the hours that were chosen', async () => {
    const vault = await lockedVault();
    await vault.lockNow();
    expect(await vault.readKey(origin)).toBeNull();
    await vault.unlock(passphrase);
    expect(await vault.lockStatus()).toEqual({ kind: 'open', until: Date.now() + 12 * hour });
    vi.setSystemTime(Date.now() + 12 * hour - 1);
    expect(await vault.readKey(origin)).toBe(key);
    vi.setSystemTime(Date.now() + 1);
    expect(await vault.readKey(origin)).toBeNull();
    expect(await vault.lockStatus()).toEqual({ kind: 'locked' });
    const memory = await fakeBrowser.storage.session.get(null);
    expect(JSON.stringify(memory)).not.toContain('dataKey');
  });

  test('follows another choice of hours at once', async () => {
    const vault = await lockedVault();
    vi.setSystemTime(Date.now() + 2 * hour);
    await changeLockAfter(null);
    expect(await vault.lockStatus()).toEqual({ kind: 'open', until: null });
    await changeLockAfter(1);
    expect(await vault.lockStatus()).toEqual({ kind: 'locked' });
  });

  test('is locked under a clock that was set back', async () => {
    const vault = await lockedVault();
    vi.setSystemTime(Date.now() - hour);
    expect(await vault.readKey(origin)).toBeNull();
  });

  test('is opened by two windows at once', async () => {
    await lockedVault();
    const later = await afterRestart();
    const both = await Promise.all([later.unlock(passphrase), later.unlock(passphrase)]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await later.readKey(origin)).toBe(key);
  });

  test('lets those who guess wait longer and longer, and forgets that once it is opened', async () => {
    await lockedVault();
    const later = await afterRestart();
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const opening = await later.unlock(`wrong horse ${tries}`);
      if (opening.ok) throw new Error('opened');
      waits.push(opening.waitMs);
      vi.setSystemTime(Date.now() + opening.waitMs);
    }
    expect(waits).toEqual([0, 0, 0, 0, 1000, 2000, 4000]);
    expect(await later.unlock('wrong horse again')).toEqual({ ok: false, waitMs: 8000 });
    // Even the right one waits, also in a background that was started anew.
    vi.setSystemTime(Date.now() + 3000);
    const fresh = await freshVault();
    expect(await fresh.unlock(passphrase)).toEqual({ ok: false, waitMs: 5000 });
    vi.setSystemTime(Date.now() + 5000);
    expect(await fresh.unlock(passphrase)).toEqual({ ok: true });
    await fresh.lockNow();
    expect(await fresh.unlock('wrong horse')).toEqual({ ok: false, waitMs: 0 });
  });

  test('takes the passphrase of any keyboard', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'passphrase', 'café crème');
    const later = await afterRestart();
    expect(await later.unlock('cafe\u0301 cre\u0300me')).toEqual({ ok: true });
  });

  test('gets another passphrase without any key being written anew', async () => {
    const vault = await lockedVault();
    const before = await (await rawVault()).get('vault', origin);
    expect(await vault.changePassphrase('wrong horse', next)).toMatchObject({ ok: false });
    expect(await vault.changePassphrase(passphrase, next)).toEqual({ ok: true });
    expect(await (await rawVault()).get('vault', origin)).toEqual(before);
    const later = await afterRestart();
    expect(await later.unlock(passphrase)).toMatchObject({ ok: false });
    expect(await later.unlock(next)).toEqual({ ok: true });
    expect(await later.readKey(origin)).toBe(key);
  });

  test('is not said to have another passphrase when that cannot be read back', async () => {
    const vault = await lockedVault();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementation(function (this: IDBObjectStore) {
      return this.count() as IDBRequest<IDBValidKey>;
    });
    await expect(vault.changePassphrase(passphrase, next)).rejects.toThrow();
    put.mockRestore();
    expect(await (await afterRestart()).unlock(passphrase)).toEqual({ ok: true });
  });

  test('is not opened by who changed a bit of it', async () => {
    await lockedVault();
    const db = await rawVault();
    const lock = (await db.get('vault', 'lock')) as { ciphertext: ArrayBuffer };
    const bytes = new Uint8Array(lock.ciphertext.slice(0));
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    await db.put('vault', { ...lock, ciphertext: bytes.buffer }, 'lock');
    const later = await afterRestart();
    expect(await later.unlock(passphrase)).toMatchObject({ ok: false });
  });
});

describe('a passphrase that was forgotten', () => {
  test('costs the keys under it, whose loss is known, and nothing else', async () => {
    const vault = await lockedVault();
    await vault.saveKey(other, 'device');
    const later = await afterRestart();
    await later.forgetPassphrase();
    expect(await later.lockStatus()).toEqual({ kind: 'none' });
    expect(await later.keyStatus(origin)).toEqual({ kind: 'gone', keep: 'passphrase' });
    expect(await later.readKey(elsewhere)).toBe(other.key);
    await later.saveKey(stored, 'passphrase', next);
    const again = await afterRestart();
    expect(await again.unlock(next)).toEqual({ ok: true });
    expect(await again.readKey(origin)).toBe(key);
  });
});

describe('a key that is kept otherwise', () => {
  const ways = ['session', 'device', 'passphrase'] as const;
  const pairs = ways.flatMap((from) => ways.map((to) => [from, to] as const));

  test.each(pairs)(
    'was kept for the %s, and is for the %s: the same, in one place',
    async (from, to) => {
      const vault = await freshVault();
      await vault.saveKey(stored, from, passphrase);
      await vault.moveKey(origin, to, passphrase);
      expect(await vault.readKey(origin)).toBe(key);
      expect(await vault.keyStatus(origin)).toEqual({ kind: 'saved', keep: to, lastFour: '9876' });
      expect(await (await rawVault()).getAllKeys('vault')).toEqual(
        { session: [], device: [origin], passphrase: [origin, 'lock'] }[to],
      );
      const session = JSON.stringify(await fakeBrowser.storage.session.get(null));
      expect(session.includes('canary')).toBe(to === 'session');
      expect(session.includes('dataKey')).toBe(to === 'passphrase');
    },
  );

  test('leaves neither its old record nor its old key behind', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    expect(await onDisk()).toContain('a key');
    await vault.moveKey(origin, 'passphrase', passphrase);
    expect(await onDisk()).not.toContain('a key');
  });

  test('stays as it is when it is locked, or the passphrase is too short', async () => {
    await lockedVault();
    const later = await afterRestart();
    await expect(later.moveKey(origin, 'device')).rejects.toMatchObject({
      problem: { kind: 'locked' },
    });
    await later.saveKey(other, 'session');
    await later.forgetPassphrase();
    await expect(later.moveKey(elsewhere, 'passphrase', 'short')).rejects.toThrow();
    expect(await later.readKey(elsewhere)).toBe(other.key);
  });

  test('lets the passphrase be another once nothing is under it any more', async () => {
    const vault = await lockedVault();
    await vault.saveKey(other, 'passphrase');
    await vault.forgetKey(origin);
    expect(await vault.lockStatus()).toMatchObject({ kind: 'open' });
    await vault.forgetKey(elsewhere);
    expect(await vault.lockStatus()).toEqual({ kind: 'none' });
    await vault.saveKey(stored, 'passphrase', next);
    const later = await afterRestart();
    expect(await later.unlock(next)).toEqual({ ok: true });
  });
});

describe('an endpoint whose key is locked', () => {
  test('is told apart from one without a key, and from one whose key is lost', async () => {
    const vault = await lockedVault();
    const { findAccess, isEquipped } = await import('../../../utils/access');
    expect(await findAccess(anthropicEndpoint)).toEqual({ kind: 'granted', key });
    await vault.lockNow();
    const access = await findAccess(anthropicEndpoint);
    expect(access).toEqual({ kind: 'problem', problem: { kind: 'locked' } });
    expect(isEquipped(access)).toBe(true);
    await vault.forgetPassphrase();
    const lost = await findAccess(anthropicEndpoint);
    expect(lost).toEqual({ kind: 'problem', problem: { kind: 'key-gone' } });
    expect(isEquipped(lost)).toBe(false);
  });
});
