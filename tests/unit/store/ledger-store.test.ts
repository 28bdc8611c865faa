import fc from 'fast-check';
import { openDB, unwrap } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { always, type Day, dayAt, monthOf } from '../../../utils/core/calendar';
import { sumsOver } from '../../../utils/core/ledger/ledger-days';
import type { LineQuery } from '../../../utils/core/ledger/ledger-query';
import { spentBy } from '../../../utils/core/money/budget';
import { receipt } from '../../gallery/data/runs';
import { freshStorage } from '../fresh-storage';
import { anyLine, lineWith } from '../ledger-lines';

async function freshStores() {
  vi.resetModules();
  const { ledger } = await import('../../../utils/store/ledger');
  const { readBook, readDays } = await import('../../../utils/store/ledger-days');
  const { readLines } = await import('../../../utils/store/ledger-lines');
  const { changeSettings } = await import('../../../utils/store/settings');
  const { database } = await import('../../../utils/store/database');
  const readSums = async (from: Day, to: Day) => sumsOver(await readDays(from, to));
  const whole = () => readBook({ day: always.from, month: always.from });
  /** As the page lists them, whose sums are of days or of months. */
  const listed = async (query: LineQuery, by: 'days' | 'months' = 'months') => {
    const ids: string[] = [];
    for await (const lines of readLines(query, (await whole())[by]))
      ids.push(...lines.map(({ id }) => id));
    return ids;
  };
  const db = await database();
  return { ledger, readDays, readSums, whole, changeSettings, listed, db };
}

type Stores = Awaited<ReturnType<typeof freshStores>>;

const everything: LineQuery = { ...always, model: null, actionId: null, site: null };

freshStorage();

describe('the ledger', () => {
  test('tells who writes a line that there is no room for it, and nobody else', async () => {
    const { ledger, readSums } = await freshStores();
    // A request fails, and with it its transaction.
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      value,
    ) {
      add.call(this, value);
      return add.call(this, value);
    });
    await expect(ledger.write(lineWith({ day: '2026-11-01' }))).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await readSums('2026-11-01', '2026-11-01')).toMatchObject({ turns: 0 });
  });

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

  test.each([
    ['from the sums', async () => {}],
    [
      'from the days, where the sum of the month is gone',
      ({ db }: Stores) => db.delete('months', '2026-11'),
    ],
    [
      'from the lines, where the sums cannot be read',
      async ({ db }: Stores) => {
        await db.put('months', { day: '2026-11', v: 99 });
        await db.put('days', { day: '2026-11-05', v: 99 });
        await db.put('days', { day: '2026-11-26', v: 99 });
      },
    ],
  ])('tells a budget what a day, its month and later ones come to, %s', async (_, damage) => {
    const stores = await freshStores();
    const days = ['10-31', '11-01', '11-05', '11-25', '11-26', '11-26', '11-28', '12-02'];
    for (const [id, day] of days.entries())
      await stores.ledger.write(
        lineWith({
          id: `t${id}`,
          day: `2026-${day}`,
          cost: id === 2 ? { kind: 'unknown' } : { kind: 'exact', nano: 10 ** id },
        }),
      );
    await damage(stores);
    const { days: spent, turnIds } = await stores.ledger.spentFrom('2026-11-26', () => ['t4', 'x']);
    expect(spentBy(spent, '2026-11-26')).toEqual({
      month: { atMost: 11_111_010, unpriced: 1 },
      day: { atMost: 11_110_000, unpriced: 0 },
    });
    expect(turnIds).toEqual(new Set(['t4']));
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

  test('waits for the disk: no power failure makes less of what was spent', async () => {
    const { ledger, db } = await freshStores();
    const opened = vi.spyOn(unwrap(db), 'transaction');
    await ledger.write(lineWith({}));
    const writes = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.map(([, , how]) => how)).toEqual([{ durability: 'strict' }]);
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

describe('the months of the ledger', () => {
  test('come to what their days do, whatever is written, deleted, brought back and grown old', async () => {
    const { ledger, whole } = await freshStores();
    const agree = async () => {
      const { days, months } = await whole();
      const times = [...new Set(days.map(({ time }) => monthOf(time)))];
      expect(months.map(({ time }) => time)).toEqual(times);
      for (const { time, cells } of months) {
        const among = days.filter((day) => monthOf(day.time) === time);
        expect(sumsOver([{ time, cells }])).toEqual(sumsOver(among));
      }
      return sumsOver(months).turns;
    };
    const lines = fc
      .sample(anyLine, { numRuns: 40, seed: 6 })
      .map((line, index) => ({ ...line, id: `t${index}` }));
    for (const line of lines.slice(0, 20)) await ledger.write(line);
    expect(await agree()).toBe(20);
    await ledger.putBack(lines);
    expect(await agree()).toBe(40);
    const site = await ledger.take({ ...everything, site: 'example.org' });
    expect(await agree()).toBe(40 - site.length);
    await ledger.take(lines.find(({ id }) => !site.some((gone) => gone.id === id))?.id ?? '');
    expect(await agree()).toBe(39 - site.length);
    await ledger.putBack(lines);
    expect(await agree()).toBe(40);
    await ledger.deleteBefore('2026-11-26');
    expect(await agree()).toBe(lines.filter(({ day }) => day >= '2026-11-26').length);
  });

  test('are told by their days where a record cannot be read, and written anew with the next line', async () => {
    const { ledger, whole, db } = await freshStores();
    await ledger.write(lineWith({ id: 'a' }));
    await db.put('months', { day: '2026-11', v: 9 });
    expect(sumsOver((await whole()).months).turns).toBe(1);
    await ledger.write(lineWith({ id: 'b' }));
    expect(await db.get('months', '2026-11')).toMatchObject({ v: 1 });
    expect(sumsOver((await whole()).months)).toMatchObject({ turns: 2, exact: 40_000 });
  });
});

describe('lines of the ledger', () => {
  test('are listed newest first, all of them, also those of one moment', async () => {
    const { ledger, listed } = await freshStores();
    const lines = Array.from({ length: 620 }, (_, index) =>
      lineWith({ id: `t${String(index).padStart(3, '0')}`, at: Math.floor(index / 310) }),
    );
    await ledger.putBack(lines);
    expect(await listed(everything)).toEqual(lines.map(({ id }) => id).toReversed());
  });

  test('are found by day, model, action and site', async () => {
    const { ledger, listed } = await freshStores();
    const own = { id: 'own-1', title: 'Mine' };
    await ledger.putBack([
      lineWith({ id: 'a', day: '2026-11-20', site: 'rare.example' }),
      lineWith({ id: 'b', day: '2026-11-21' }),
      lineWith({ id: 'c', day: '2026-11-22', model: 'claude-opus-5-5' }),
      lineWith({ id: 'd', day: '2026-11-23', action: own }),
      lineWith({ id: 'e', day: '2026-11-24', action: null, site: '' }),
    ]);
    for (const by of ['days', 'months'] as const)
      expect(await listed({ ...everything, site: 'rare.example' }, by)).toEqual(['a']);
    const opus = JSON.stringify(['Anthropic', 'claude-opus-5-5']);
    expect(await listed({ ...everything, model: opus })).toEqual(['c']);
    expect(await listed({ ...everything, actionId: 'own-1' })).toEqual(['d']);
    expect(await listed({ ...everything, actionId: '' })).toEqual(['e']);
    expect(await listed({ ...everything, from: '2026-11-21', to: '2026-11-23' })).toEqual([
      'd',
      'c',
      'b',
    ]);
  });

  test('that are deleted are gone from the sums, and come back whole', async () => {
    const { ledger, listed, readSums, db } = await freshStores();
    const lines = [
      lineWith({ id: 'a' }),
      lineWith({ id: 'b', site: 'example.com' }),
      lineWith({ id: 'c', day: '2026-11-27', site: 'example.com' }),
    ];
    await ledger.putBack(lines);
    const before = await db.getAll('days');
    const taken = await ledger.take({ ...everything, site: 'example.com' });
    expect(taken.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await listed(everything)).toEqual(['a']);
    expect(await readSums(always.from, always.to)).toMatchObject({ turns: 1, exact: 20_000 });
    expect(JSON.stringify(await db.getAll('ledger'))).not.toContain('example.com');
    for (const store of ['days', 'months'] as const)
      expect(JSON.stringify(await db.getAll(store))).not.toContain('example.com');
    await ledger.putBack(taken);
    expect(await db.getAll('days')).toEqual(before);
    expect(await ledger.take('b')).toEqual([lines[1]]);
    expect(await ledger.take('b')).toEqual([]);
    expect(await listed(everything)).toEqual(['c', 'a']);
  });

  test('that cannot be read go with all, and with the days that are too old', async () => {
    const { ledger, db } = await freshStores();
    const damaged = (id: string, day: string) => db.put('ledger', { id, day, at: 5, v: 9 });
    await ledger.write(lineWith({ id: 'a', day: '2026-11-20' }));
    await damaged('b', '2026-11-20');
    await ledger.write(lineWith({ id: 'c', day: '2026-11-21' }));
    await damaged('d', '2026-11-21');
    await ledger.deleteBefore('2026-11-21');
    expect([await db.getAllKeys('ledger'), await db.getAllKeys('days')]).toEqual([
      ['c', 'd'],
      ['2026-11-21'],
    ]);
    await ledger.take(everything);
    const counts = (['ledger', 'days', 'months'] as const).map((store) => db.count(store));
    expect(await Promise.all(counts)).toEqual([0, 0, 0]);
  });

  test('that are too old go in steps: a line that is written meanwhile waits for one of them', async () => {
    const { ledger, db } = await freshStores();
    const old = Array.from({ length: 1_200 }, (_, index) =>
      lineWith({ id: `old ${index}`, day: '2026-11-20' }),
    );
    await ledger.putBack(old);
    const deleting = ledger.deleteBefore('2026-11-21');
    await ledger.write(lineWith({ id: 'new', day: '2026-11-21' }));
    expect(await db.count('ledger')).toBeGreaterThan(1);
    // What they came to has gone first.
    expect(await db.getAllKeys('days')).toEqual(['2026-11-21']);
    await deleting;
    expect(await db.getAllKeys('ledger')).toEqual(['new']);
  });

  test('have a first day', async () => {
    const { ledger, whole } = await freshStores();
    expect((await whole()).first).toBeNull();
    await ledger.putBack([lineWith({ id: 'a', day: '2026-11-20' }), lineWith()]);
    expect((await whole()).first).toBe('2026-11-20');
  });

  test('tell every view that they have changed', async () => {
    const { ledger } = await freshStores();
    const { watchLedger } = await import('../../../utils/store/ledger-changes');
    const changed = vi.fn();
    const stop = watchLedger(changed);
    await ledger.write(lineWith());
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    stop();
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

    const { whole, ledger } = await freshStores();
    await ledger.write(lineWith({ id: 'old', day: '2026-11-03' }));
    const { days, months } = await whole();
    expect(sumsOver(months)).toEqual(sumsOver(days));
    expect(days).toMatchObject([
      {
        time: dayAt(at),
        cells: [
          { kind: { action: { id: actionId, title: null }, model: receipt().model, site: '' } },
        ],
      },
    ]);
  });
});
