import 'fake-indexeddb/auto';
import type { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { freshStorage } from '../fresh-storage';
import { endpointWith } from '../support';

const key = 'sk-ant-demo-canary-9876';
const origin = 'https://api.anthropic.com';
const elsewhere = 'https://gateway.example.org';
const stored = { key, origin };

/** The vault as a background that has just started sees it. */
async function freshVault() {
  vi.resetModules();
  return import('../../../utils/store/vault');
}

async function rawDatabase() {
  const { database } = await import('../../../utils/store/database');
  return database();
}

/** A storage that says yes to every write, and keeps none. */
function forgetWrites(): void {
  vi.spyOn(fakeBrowser.storage.session, 'set').mockResolvedValue();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
    return this.count() as IDBRequest<IDBValidKey>;
  });
}

afterEach(() => vi.restoreAllMocks());
freshStorage();

describe('the vault', () => {
  test.each(['session', 'device'] as const)('gives back a key kept for the %s', async (keep) => {
    const vault = await freshVault();
    await vault.saveKey(stored, keep);
    const later = await freshVault();
    expect(await later.readKey(origin)).toBe(key);
    expect(await later.keyStatus(origin)).toEqual({ kind: 'saved', keep, lastFour: '9876' });
  });

  test('tells a view no more than four characters', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    expect(JSON.stringify(await vault.keyStatus(origin))).not.toContain('canary');
  });

  test('has one key for an origin: a new one takes the place of the old, wherever that was', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    await vault.saveKey({ ...stored, key: 'sk-ant-other-1111' }, 'session');
    expect(await vault.readKey(origin)).toBe('sk-ant-other-1111');
    await fakeBrowser.storage.session.clear();
    expect(await vault.readKey(origin)).toBeNull();
    await vault.saveKey({ ...stored, key: 'sk-ant-third-2222' }, 'session');
    await vault.saveKey(stored, 'device');
    expect(await vault.readKey(origin)).toBe(key);
  });

  test('knows that a key is gone from there never having been one', async () => {
    const vault = await freshVault();
    expect(await vault.keyStatus(origin)).toEqual({ kind: 'none' });
    await vault.saveKey(stored, 'session');
    await fakeBrowser.storage.session.clear();
    expect(await vault.keyStatus(origin)).toEqual({ kind: 'gone', keep: 'session' });
    expect(await vault.keyStatus(elsewhere)).toEqual({ kind: 'none' });
  });

  test('keeps a key of the session although the database is out of order', async () => {
    const failing = () => {
      throw new Error('no database');
    };
    globalThis.indexedDB = { open: failing } as unknown as IDBFactory;
    const vault = await freshVault();
    expect(await vault.keyStatus(origin)).toEqual({ kind: 'none' });
    await expect(vault.saveKey(stored, 'device')).rejects.toThrow();
    await vault.saveKey(stored, 'session');
    expect(await vault.readKey(origin)).toBe(key);
  });

  test.each(['session', 'device'] as const)(
    'does not say that a key is kept for the %s when it cannot be read back',
    async (keep) => {
      const vault = await freshVault();
      forgetWrites();
      await expect(vault.saveKey(stored, keep)).rejects.toThrow('Not stored.');
      expect(await vault.keyStatus(origin)).toEqual({ kind: 'none' });
    },
  );

  test('forgets a key for good', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    await vault.forgetKey(origin);
    expect(await vault.readKey(origin)).toBeNull();
    expect(await vault.keyStatus(origin)).toEqual({ kind: 'none' });
  });

  test('writes something else over a key before it is deleted', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await vault.forgetKey(origin);
    expect(put.mock.calls).toEqual([[expect.any(Uint8Array), origin]]);
  });

  test('puts nothing of a key kept on the device into storage areas', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    const areas = [
      fakeBrowser.storage.local,
      fakeBrowser.storage.session,
      fakeBrowser.storage.sync,
    ];
    for (const area of areas) expect(JSON.stringify(await area.get(null))).not.toContain('canary');
  });

  test('takes a damaged record for a key that is gone', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    await (await rawDatabase()).put('vault', { origin }, origin);
    expect(await vault.readKey(origin)).toBeNull();
    expect(await vault.keyStatus(origin)).toEqual({ kind: 'gone', keep: 'device' });
  });
});

describe('keys of several origins', () => {
  test.each([
    ['session', 'session'],
    ['session', 'device'],
    ['device', 'session'],
    ['device', 'device'],
  ] as const)('kept for the %s and for the %s are kept apart', async (first, second) => {
    const vault = await freshVault();
    await vault.saveKey(stored, first);
    await vault.saveKey({ key: 'gw-other-0001', origin: elsewhere }, second);
    expect(await vault.readKey(origin)).toBe(key);
    expect(await vault.readKey(elsewhere)).toBe('gw-other-0001');
    await vault.forgetKey(elsewhere);
    expect(await vault.readKey(elsewhere)).toBeNull();
    expect(await vault.keyStatus(elsewhere)).toEqual({ kind: 'none' });
    expect(await vault.readKey(origin)).toBe(key);
  });

  test.each(['session', 'device'] as const)(
    'saved for the %s at the same moment are all there, and so are their traces',
    async (keep) => {
      const vault = await freshVault();
      await Promise.all([
        vault.saveKey(stored, keep),
        vault.saveKey({ key: 'gw-other-0001', origin: elsewhere }, keep),
      ]);
      expect(await vault.readKey(origin)).toBe(key);
      expect(await vault.readKey(elsewhere)).toBe('gw-other-0001');
      await fakeBrowser.storage.session.clear();
      await (await rawDatabase()).clear('vault');
      expect(await vault.keyStatus(origin)).toEqual({ kind: 'gone', keep });
      expect(await vault.keyStatus(elsewhere)).toEqual({ kind: 'gone', keep });
    },
  );

  test.each(['session', 'device'] as const)(
    'kept for the %s and forgotten at the same moment leave nothing, not even a trace',
    async (keep) => {
      const vault = await freshVault();
      await vault.saveKey(stored, keep);
      await vault.saveKey({ key: 'gw-other-0001', origin: elsewhere }, keep);
      await Promise.all([vault.forgetKey(origin), vault.forgetKey(elsewhere)]);
      for (const each of [origin, elsewhere]) {
        expect(await vault.readKey(each)).toBeNull();
        expect(await vault.keyStatus(each)).toEqual({ kind: 'none' });
      }
    },
  );

  test('are saved although the one before could not be', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'session');
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    set.mockRejectedValueOnce(new Error('quota'));
    const failing = vault.saveKey(stored, 'session');
    const other = vault.saveKey({ key: 'gw-other-0001', origin: elsewhere }, 'session');
    await expect(failing).rejects.toThrow('quota');
    await other;
    expect(await vault.readKey(elsewhere)).toBe('gw-other-0001');
  });

  test.each([
    'http://api.anthropic.com',
    'https://api.anthropic.com:8443',
    'https://api.anthropic.com.evil.test',
    'https://evil.test',
    'https://api.anthropic.com/',
    '',
  ])('are never given to %j', async (other) => {
    for (const keep of ['session', 'device'] as const) {
      const vault = await freshVault();
      await vault.saveKey(stored, keep);
      expect(await vault.readKey(other)).toBeNull();
      expect(await vault.keyStatus(other)).toEqual({ kind: 'none' });
    }
  });

  test('are not given away by moving a record under another name', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    const db = await rawDatabase();
    await db.put('vault', await db.get('vault', origin), elsewhere);
    expect(await vault.readKey(elsewhere)).toBeNull();
    expect(await vault.keyStatus(elsewhere)).toEqual({ kind: 'none' });
  });

  test('are not given away by naming another origin in a record either: it was sealed for one', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    const db = await rawDatabase();
    const record = (await db.get('vault', origin)) as object;
    await db.put('vault', { ...record, origin: elsewhere }, elsewhere);
    await expect(vault.readKey(elsewhere)).rejects.toThrow();
    const { findAccess } = await import('../../../utils/access');
    expect(await findAccess(endpointWith())).toMatchObject({ kind: 'problem' });
  });
});

describe('the database of version 1', () => {
  /** As version 1 made it. */
  async function openVersion1() {
    return openDB('gloss', 1, {
      upgrade(db) {
        db.createObjectStore('vault');
        const runs = db.createObjectStore('runs', { keyPath: 'id' });
        runs.createIndex('createdAt', 'createdAt');
        runs.createIndex('live', 'live');
        db.createObjectStore('ledger', { keyPath: 'id' }).createIndex('at', 'at');
      },
    });
  }

  /** A key as version 1 sealed it. */
  async function sealed() {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const usages = ['encrypt', 'decrypt'] as const;
    const wrappingKey = await crypto.subtle.generateKey(
      { name: 'AES-GCM', length: 256 },
      false,
      usages,
    );
    const ciphertext = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(origin) },
      wrappingKey,
      new TextEncoder().encode(key),
    );
    return { origin, lastFour: '9876', iv, ciphertext, wrappingKey };
  }

  test('had one key: it is found under Anthropic’s origin, and nothing lies at its old place', async () => {
    const old = await openVersion1();
    await old.put('vault', await sealed(), 'key');
    old.close();
    const vault = await freshVault();
    expect(await vault.readKey(origin)).toBe(key);
    expect(await vault.keyStatus(origin)).toMatchObject({ kind: 'saved', keep: 'device' });
    expect(await (await rawDatabase()).getAllKeys('vault')).toEqual([origin]);
  });

  test('without a key has none afterwards, and keeps its runs', async () => {
    const old = await openVersion1();
    await old.put('runs', { id: 'r', createdAt: 1, live: 0, v: 1, run: {} });
    old.close();
    const vault = await freshVault();
    expect(await vault.readKey(origin)).toBeNull();
    expect(await (await rawDatabase()).getAllKeys('runs')).toEqual(['r']);
  });

  test.each(['session', 'device'] as const)(
    'left a trace of a key kept for the %s',
    async (keep) => {
      await fakeBrowser.storage.local.set({ keyTrace: { keep } });
      const vault = await freshVault();
      expect(await vault.keyStatus(origin)).toEqual({ kind: 'gone', keep });
      expect(await vault.keyStatus(elsewhere)).toEqual({ kind: 'none' });
    },
  );

  test('left a trace that cannot be read, or none: there was no key', async () => {
    await fakeBrowser.storage.local.set({ keyTrace: { keep: 'for ever' } });
    expect(await (await freshVault()).keyStatus(origin)).toEqual({ kind: 'none' });
  });

  test('is migrated once: a trace of version 2 is read as it is', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'session');
    await fakeBrowser.storage.session.clear();
    for (const _ of [1, 2]) {
      const later = await freshVault();
      expect(await later.keyStatus(origin)).toEqual({ kind: 'gone', keep: 'session' });
    }
  });
});

describe('access to an endpoint', () => {
  test('is granted with the key of its origin, whatever its path', async () => {
    const vault = await freshVault();
    const { findAccess } = await import('../../../utils/access');
    await vault.saveKey({ key: 'gw-1', origin: elsewhere }, 'device');
    for (const baseUrl of [elsewhere, `${elsewhere}/anthropic`, `${elsewhere}/a/b`]) {
      expect(await findAccess(endpointWith({ baseUrl }))).toEqual({ kind: 'granted', key: 'gw-1' });
    }
  });

  test('has no key where there never was one, and misses one that was there', async () => {
    const vault = await freshVault();
    const { findAccess } = await import('../../../utils/access');
    expect(await findAccess(anthropicEndpoint)).toEqual({
      kind: 'problem',
      problem: { kind: 'no-key', service: 'Anthropic' },
    });
    await vault.saveKey(stored, 'session');
    expect(await findAccess(anthropicEndpoint)).toEqual({ kind: 'granted', key });
    await fakeBrowser.storage.session.clear();
    expect(await findAccess(anthropicEndpoint)).toEqual({
      kind: 'problem',
      problem: { kind: 'key-gone' },
    });
  });

  test.each([
    'https://evil.example',
    'https://api.anthropic.com.evil.test',
    'https://api.anthropic.com:8443',
  ])('of %s is never granted with the key of another origin', async (baseUrl) => {
    const vault = await freshVault();
    const { findAccess } = await import('../../../utils/access');
    await vault.saveKey(stored, 'device');
    expect(await findAccess(endpointWith({ baseUrl }))).toEqual({
      kind: 'problem',
      problem: { kind: 'no-key', service: 'Gateway' },
    });
  });

  test('without a key is granted where none is wanted, even if one is kept for its origin', async () => {
    const vault = await freshVault();
    const { findAccess } = await import('../../../utils/access');
    await vault.saveKey({ key: 'gw-1', origin: elsewhere }, 'device');
    expect(await findAccess(endpointWith({ auth: 'none' }))).toEqual({
      kind: 'granted',
      key: null,
    });
  });
});
