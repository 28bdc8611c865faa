import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayAt } from '../../utils/core/calendar';
import { receipt } from '../gallery/data/runs';
import { lineWith } from './ledger-lines';

async function freshStores() {
  vi.resetModules();
  const { ledger } = await import('../../utils/store/ledger');
  const { readDays, readSums } = await import('../../utils/store/ledger-days');
  const { changeSettings } = await import('../../utils/store/settings');
  const { database } = await import('../../utils/store/database');
  return { ledger, readDays, readSums, changeSettings, db: await database() };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('the ledger', () => {
  test('tells what was spent between two days, both included', async () => {
    const { ledger, readSums } = await freshStores();
    for (const [id, day] of [
      ['a', '2026-10-31'],
      ['b', '2026-11-01'],
      ['c', '2026-11-30'],
      ['d', '2026-12-01'],
    ] as const)
      await ledger.write(lineWith({ id, day }));
    expect(await readSums('2026-11-01', '2026-11-30')).toMatchObject({ turns: 2, exact: 40_000 });
    expect(await readSums('2026-12-01', '2026-12-01')).toMatchObject({ turns: 1 });
    expect(await readSums('2027-01-01', '2027-12-31')).toMatchObject({ turns: 0, exact: 0 });
  });

  test('has a turn once: its first line stays', async () => {
    const { ledger, readSums, db } = await freshStores();
    await Promise.all([
      ledger.write(lineWith()),
      ledger.write(lineWith({ cost: { kind: 'exact', nano: 5 } })),
    ]);
    expect(await readSums('2026-11-26', '2026-11-26')).toMatchObject({ turns: 1, exact: 20_000 });
    expect(await db.count('ledger')).toBe(1);
  });

  test('counts all of what is written at once', async () => {
    const { ledger, readSums } = await freshStores();
    const lines = Array.from({ length: 50 }, (_, id) => lineWith({ id: `t${id}` }));
    await Promise.all(lines.map((line) => ledger.write(line)));
    expect(await readSums('2026-11-26', '2026-11-26')).toMatchObject({ turns: 50, exact: 1e6 });
  });

  test('keeps no site where the user wants none kept', async () => {
    const { ledger, changeSettings, readDays, db } = await freshStores();
    await changeSettings({ ledgerSites: false });
    await ledger.write(lineWith());
    expect(JSON.stringify(await db.getAll('ledger'))).not.toContain('example.org');
    const [day] = await readDays('2026-11-26', '2026-11-26');
    expect(day?.cells.map(({ kind }) => kind.site)).toEqual(['']);
  });

  test('sums the lines of a day anew when what it came to cannot be read', async () => {
    const { ledger, readSums, db } = await freshStores();
    await ledger.write(lineWith({ id: 'a' }));
    for (const damaged of [{ v: 9 }, { v: 1, kinds: [], figures: new Float64Array(3) }]) {
      await db.put('days', { day: '2026-11-26', ...damaged });
      expect(await readSums('2026-11-26', '2026-11-26')).toMatchObject({ turns: 1 });
    }
    await ledger.write(lineWith({ id: 'b' }));
    expect(await readSums('2026-11-26', '2026-11-26')).toMatchObject({ turns: 2, exact: 40_000 });
  });
});

describe('lines of version 1', () => {
  test('are counted on the day that they were written', async () => {
    const old = await openDB('gloss', 4, {
      upgrade(db) {
        for (const name of ['vault', 'sources']) db.createObjectStore(name);
        const runs = db.createObjectStore('runs', { keyPath: 'id' });
        for (const index of ['createdAt', 'live', 'file']) runs.createIndex(index, index);
        db.createObjectStore('files', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
        const heads = db.createObjectStore('heads', { keyPath: ['createdAt', 'id'] });
        heads.createIndex('id', 'id');
        db.createObjectStore('ledger', { keyPath: 'id' }).createIndex('at', 'at');
      },
    });
    const at = new Date(2026, 10, 3, 23, 59).getTime();
    const actionId = 'summarize';
    await old.put('ledger', { v: 1, id: 'old', at, actionId, receipt: receipt({ sentAt: at }) });
    await old.put('ledger', { v: 1, id: 'damaged', at, actionId });
    old.close();

    const { readDays, ledger } = await freshStores();
    await ledger.write(lineWith({ id: 'old', day: '2026-11-03' }));
    const days = await readDays('2026-01-01', '2026-12-31');
    expect(days).toMatchObject([
      {
        day: dayAt(at),
        cells: [
          { kind: { action: { id: actionId, title: null }, model: receipt().model, site: '' } },
        ],
      },
    ]);
  });
});
