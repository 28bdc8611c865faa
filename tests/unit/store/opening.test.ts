import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Closed } from '../../../utils/store/opening';
import { freshStorage } from '../fresh-storage';

const origin = 'https://api.anthropic.com';

/** As a background that has just started has it. */
async function fresh() {
  vi.resetModules();
  const { obey } = await import('../../../utils/commands/obey');
  const staff = {} as Parameters<typeof obey>[1];
  return {
    ...(await import('../../../utils/store/opening')),
    ...(await import('../../../utils/store/loss')),
    ...(await import('../../../utils/store/vault')),
    database: (await import('../../../utils/store/database')).database,
    findAccess: (await import('../../../utils/access')).findAccess,
    readChoices: (await import('../../../utils/runs/read-choices')).readChoices,
    begin: () => obey({ kind: 'begin-database' }, staff),
    trouble: () => obey({ kind: 'storage-trouble' }, staff),
  };
}

/** A database that fails as a browser fails; `mended`: once it is deleted it opens. */
function spoil(name: string, mended = false): { readonly deleted: () => boolean } {
  const good = indexedDB;
  let deleted = false;
  const failing: IDBFactory = Object.create(good);
  failing.open = (...args) => {
    if (deleted && mended) return good.open(...args);
    throw new DOMException('Internal error.', name);
  };
  failing.deleteDatabase = (...args) => {
    deleted = true;
    return good.deleteDatabase(...args);
  };
  globalThis.indexedDB = failing;
  return { deleted: () => deleted };
}

freshStorage();

describe('a database', () => {
  test('that opens is not closed', async () => {
    const { whyClosed } = await fresh();
    expect(await whyClosed()).toBeNull();
  });

  test.each<[name: string, Closed]>([
    ['UnknownError', 'damaged'],
    ['AbortError', 'damaged'],
    ['QuotaExceededError', 'damaged'],
    ['InvalidStateError', 'off'],
    ['SecurityError', 'off'],
  ])('that fails with %s is %s', async (name, closed) => {
    spoil(name);
    expect(await (await fresh()).whyClosed()).toBe(closed);
  });

  test('that does not exist at all is off', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    expect(await (await fresh()).whyClosed()).toBe('off');
  });

  test('of a later version is newer, and is not deleted', async () => {
    const later = await openDB('gloss', 1_000, {
      upgrade: (db) => void db.createObjectStore('later'),
    });
    later.close();
    const { whyClosed, begin } = await fresh();
    expect(await whyClosed()).toBe('newer');
    expect(await begin()).toBe('newer');
    const again = await openDB('gloss');
    expect(again.version).toBe(1_000);
    again.close();
  });

  test('that another page keeps open in an older version is blocked until it lets go', async () => {
    const older = await openDB('gloss', 1, {
      upgrade(db) {
        db.createObjectStore('vault');
        db.createObjectStore('runs', { keyPath: 'id' }).createIndex('live', 'live');
        db.createObjectStore('ledger', { keyPath: 'id' }).createIndex('at', 'at');
      },
    });
    const { whyClosed, begin } = await fresh();
    expect(await whyClosed()).toBe('blocked');
    expect(await begin()).toBe('blocked');
    older.close();
    await vi.waitFor(async () => expect(await whyClosed()).toBeNull());
  });
});

test('an upgrade that fails changes nothing', async () => {
  const old = await openDB('gloss', 4, {
    upgrade: (db) => void db.createObjectStore('vault').put('kept', 'name'),
  });
  old.close();
  const { whyClosed } = await fresh();
  expect(await whyClosed()).toBe('damaged');
  const again = await openDB('gloss');
  expect(again.version).toBe(4);
  expect(await again.get('vault', 'name')).toBe('kept');
  again.close();
});

describe('a new database', () => {
  test('is begun in the place of a damaged one, and is no loss that is told again', async () => {
    const before = await fresh();
    await before.findLoss(1);
    const { deleted } = spoil('UnknownError', true);
    const after = await fresh();
    expect(await after.begin()).toBeNull();
    expect(deleted()).toBe(true);
    expect(await after.whyClosed()).toBeNull();
    await after.findLoss(2);
    expect(await after.readLoss()).toBeNull();
  });

  test('keeps the settings, and what was kept for the session', async () => {
    const before = await fresh();
    await before.saveKey({ key: 'sk-ant-1234', origin }, 'session');
    const settings = await fakeBrowser.storage.local.get('settings');
    spoil('UnknownError', true);
    const after = await fresh();
    await after.begin();
    expect(await after.readKey(origin)).toBe('sk-ant-1234');
    expect(await fakeBrowser.storage.local.get('settings')).toEqual(settings);
  });

  test('is not begun while the old one opens: nothing is deleted', async () => {
    const { begin, saveKey, readKey } = await fresh();
    await saveKey({ key: 'sk-ant-1234', origin }, 'device');
    expect(await begin()).toBeNull();
    expect(await readKey(origin)).toBe('sk-ant-1234');
  });

  test('that does not open either is told', async () => {
    spoil('UnknownError');
    expect(await (await fresh()).begin()).toBe('damaged');
  });
});

describe('a key that was in a database', () => {
  const endpoint = {
    id: 'anthropic',
    name: 'Anthropic',
    baseUrl: origin,
    auth: 'x-api-key',
    model: 'm',
    prices: [],
  } as const;

  test.each([
    ['UnknownError', { kind: 'database-damaged' }],
    ['VersionError', { kind: 'database-newer' }],
    ['InvalidStateError', { kind: 'key-gone' }],
  ])('which fails with %s: %j', async (name, problem) => {
    await (await fresh()).saveKey({ key: 'sk-ant-1234', origin }, 'device');
    spoil(name);
    const { findAccess } = await fresh();
    expect(await findAccess(endpoint)).toEqual({ kind: 'problem', problem });
  });

  test('is none that was never there: a first run stays one', async () => {
    spoil('UnknownError');
    const { findAccess } = await fresh();
    const problem = { kind: 'no-key', service: 'Anthropic' };
    expect(await findAccess(endpoint)).toEqual({ kind: 'problem', problem });
  });
});

describe('a place apart', () => {
  /** Chromium's, which survives as long as the profile. */
  function buckets() {
    const opened = new Map<string, IDBFactory>();
    const storageBuckets = {
      keys: async () => [...opened.keys()],
      open: async (name: string) => {
        const factory = opened.get(name) ?? new IDBFactory();
        opened.set(name, factory);
        return { indexedDB: factory };
      },
      delete: async (name: string) => void opened.delete(name),
    };
    vi.stubGlobal('navigator', { storageBuckets });
    return opened;
  }
  afterEach(() => vi.unstubAllGlobals());

  test('is used where the usual one can be neither opened nor deleted, and from then on', async () => {
    const opened = buckets();
    const good = indexedDB;
    spoil('UnknownError');
    expect(await (await fresh()).begin()).toBeNull();
    expect([...opened.keys()]).toEqual(['gloss']);
    await (await fresh()).saveKey({ key: 'sk-ant-1234', origin }, 'device');
    globalThis.indexedDB = good;
    const later = await fresh();
    expect(await later.readKey(origin)).toBe('sk-ant-1234');
    await later.findLoss(1);
    expect(await later.readLoss()).toBeNull();
  });

  test('is not made as long as the usual one opens, or can be deleted', async () => {
    const opened = buckets();
    expect(await (await fresh()).begin()).toBeNull();
    spoil('UnknownError', true);
    expect(await (await fresh()).begin()).toBeNull();
    expect(opened.size).toBe(0);
  });

  test('that is damaged itself is begun anew', async () => {
    const opened = buckets();
    const broken = new IDBFactory();
    broken.open = () => {
      throw new DOMException('Internal error.', 'UnknownError');
    };
    opened.set('gloss', broken);
    const { whyClosed, begin } = await fresh();
    expect(await whyClosed()).toBe('damaged');
    expect(await begin()).toBeNull();
    expect(await whyClosed()).toBeNull();
  });
});

test('settings that the browser does not let be read are told, and are no defaults to send by', async () => {
  const { trouble, readChoices } = await fresh();
  expect(await trouble()).toBeNull();
  await readChoices(null, 'en');
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error.'));
  expect(await trouble()).toBe('settings');
  await expect(readChoices(null, 'en')).rejects.toThrow();
});
