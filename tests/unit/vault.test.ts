import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const stored = { key: 'sk-ant-demo-canary-9876', origin: 'https://api.anthropic.com' };

/** The vault as a background that has just started sees it. */
async function freshVault() {
  vi.resetModules();
  return import('../../utils/store/vault');
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('the vault', () => {
  test.each(['session', 'device'] as const)('gives back a key kept for the %s', async (keep) => {
    const vault = await freshVault();
    await vault.saveKey(stored, keep);
    const later = await freshVault();
    expect(await later.readKey()).toEqual(stored);
    expect(await later.keyStatus()).toEqual({
      kind: 'saved',
      keep,
      lastFour: '9876',
      origin: stored.origin,
    });
  });

  test('tells a view no more than four characters', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    expect(JSON.stringify(await vault.keyStatus())).not.toContain('canary');
  });

  test('has one key: a new one takes the place of the old, wherever that was', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    await vault.saveKey({ ...stored, key: 'sk-ant-other-1111' }, 'session');
    expect((await vault.readKey())?.key).toBe('sk-ant-other-1111');
    await fakeBrowser.storage.session.clear();
    expect(await vault.readKey()).toBeNull();
  });

  test('knows that a key is gone from there never having been one', async () => {
    const vault = await freshVault();
    expect(await vault.keyStatus()).toEqual({ kind: 'none' });
    await vault.saveKey(stored, 'session');
    await fakeBrowser.storage.session.clear();
    expect(await vault.keyStatus()).toEqual({ kind: 'gone', keep: 'session' });
  });

  test('keeps a key of the session although the database is out of order', async () => {
    const failing = () => {
      throw new Error('no database');
    };
    globalThis.indexedDB = { open: failing } as unknown as IDBFactory;
    const vault = await freshVault();
    expect(await vault.keyStatus()).toEqual({ kind: 'none' });
    await expect(vault.saveKey(stored, 'device')).rejects.toThrow();
    await vault.saveKey(stored, 'session');
    expect(await vault.readKey()).toEqual(stored);
  });

  test('forgets a key for good', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    await vault.forgetKey();
    expect(await vault.readKey()).toBeNull();
    expect(await vault.keyStatus()).toEqual({ kind: 'none' });
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
    const { database } = await import('../../utils/store/database');
    await (await database()).put('vault', { origin: 'https://api.anthropic.com' }, 'key');
    expect(await vault.readKey()).toBeNull();
    expect(await vault.keyStatus()).toEqual({ kind: 'gone', keep: 'device' });
  });

  test('does not open a key for another origin than it was sealed for', async () => {
    const vault = await freshVault();
    await vault.saveKey(stored, 'device');
    const { database } = await import('../../utils/store/database');
    const db = await database();
    const record = (await db.get('vault', 'key')) as object;
    await db.put('vault', { ...record, origin: 'https://evil.example' }, 'key');
    await expect(vault.readKey()).rejects.toThrow();
  });
});

describe('a key for a request', () => {
  test('is found for the origin it was saved for, and for no other', async () => {
    const vault = await freshVault();
    const { findKey } = await import('../../utils/find-key');
    expect(await findKey(stored.origin)).toMatchObject({ problem: { kind: 'no-key' } });
    await vault.saveKey(stored, 'device');
    expect(await findKey(stored.origin)).toEqual({ kind: 'key', key: stored.key });
    expect(await findKey('https://evil.example')).toMatchObject({ problem: { kind: 'key-gone' } });
  });
});
