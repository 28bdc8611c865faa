import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const at = Date.UTC(2026, 10, 26);

/** As a background that has just started finds it. */
async function startAt(now: number) {
  vi.resetModules();
  const { findLoss, readLoss } = await import('../../../utils/store/loss');
  await findLoss(now);
  return readLoss();
}

async function database() {
  return (await import('../../../utils/store/database')).database();
}

function emptyDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

beforeEach(() => {
  fakeBrowser.reset();
  emptyDatabase();
});

describe('what the browser has lost', () => {
  test('is nothing at a first run, nor at the next ones', async () => {
    expect(await startAt(at)).toBeNull();
    expect(await startAt(at + 1)).toBeNull();
  });

  test('is the database, when that alone is empty', async () => {
    await startAt(at);
    emptyDatabase();
    expect(await startAt(at + 5)).toEqual({ what: 'database', at: at + 5 });
    expect(await startAt(at + 9)).toEqual({ what: 'database', at: at + 5 });
  });

  test('is the settings, when they alone are gone', async () => {
    await startAt(at);
    await fakeBrowser.storage.local.clear();
    expect(await startAt(at + 5)).toEqual({ what: 'settings', at: at + 5 });
  });

  test('is the settings, when their mark is garbage', async () => {
    await startAt(at);
    await fakeBrowser.storage.local.set({ mark: { v: '\u0000' } });
    expect(await startAt(at + 5)).toEqual({ what: 'settings', at: at + 5 });
  });

  test.each(['settings', 'ownActions'])(
    'is the settings, when of all there only %s went',
    async (name) => {
      await startAt(at);
      await fakeBrowser.storage.local.set({ settings: {}, ownActions: [] });
      expect(await startAt(at + 1)).toBeNull();
      await fakeBrowser.storage.local.remove(name);
      expect(await startAt(at + 5)).toEqual({ what: 'settings', at: at + 5 });
      expect(await startAt(at + 9)).toEqual({ what: 'settings', at: at + 5 });
    },
  );

  test.each([
    ['settings', null],
    ['ownActions', 365],
  ])('is %s: answers are then kept for %s days', async (name, days) => {
    await startAt(at);
    const { changeSettings, readSettings } = await import('../../../utils/store/settings');
    await changeSettings({ retentionDays: 365 });
    await fakeBrowser.storage.local.set({ ownActions: [] });
    await startAt(at + 1);
    await fakeBrowser.storage.local.remove(name);
    await startAt(at + 5);
    expect((await readSettings()).retentionDays).toBe(days);
  });

  test('is nothing when an older version left its mark, which knew of no values', async () => {
    await startAt(at);
    await (await database()).put('vault', true, 'mark');
    expect(await startAt(at + 5)).toBeNull();
  });

  test('is nothing when the first background died between the marks', async () => {
    await fakeBrowser.storage.local.set({ mark: 'begun' });
    expect(await startAt(at)).toBeNull();
    await fakeBrowser.storage.local.set({ mark: 'begun' });
    expect(await startAt(at)).toBeNull();
  });

  test('is not told twice for a second loss: the last one counts', async () => {
    await startAt(at);
    emptyDatabase();
    await startAt(at + 5);
    await fakeBrowser.storage.local.remove('mark');
    expect(await startAt(at + 7)).toEqual({ what: 'settings', at: at + 7 });
  });

  test('is not known, and nothing is written, when the database cannot be opened', async () => {
    vi.resetModules();
    const { openDB } = await import('idb');
    (await openDB('gloss', 1_000)).close();
    await expect(startAt(at)).rejects.toThrow();
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  test('leaves all that is there as it is', async () => {
    await startAt(at);
    await (await database()).put('vault', { damaged: true }, 'https://api.anthropic.com');
    await fakeBrowser.storage.local.clear();
    await startAt(at + 5);
    expect(await (await database()).get('vault', 'https://api.anthropic.com')).toEqual({
      damaged: true,
    });
  });
});
