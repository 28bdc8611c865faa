import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Head } from '../../../utils/core/runs/head';
import { damagedRecord } from '../../../utils/core/runs/history-file';
import type { Run } from '../../../utils/core/runs/run';
import { receipt, run as runWith, source, turn } from '../../gallery/data/runs';
import { freshStorage } from '../fresh-storage';
import { sourceWith } from '../support';

const from = source('The text of the page', 'Night trains');
const answered = (id: string, createdAt: number, change: Partial<Run> = {}) =>
  runWith(from, {
    id,
    createdAt,
    turns: [turn({ kind: 'done' }, { text: `Answer of ${id}`, receipt: receipt() })],
    ...change,
  });
const image = (file: string) =>
  sourceWith({
    kind: 'image',
    text: '',
    media: { kind: 'image', type: 'image/png', file, width: 2, height: 1 },
  });
const unreadable = (id: string, createdAt: number) => ({ id, createdAt, live: 0, v: 9, run: {} });

async function freshStores() {
  vi.resetModules();
  const { journal } = await import('../../../utils/store/runs');
  const { shelf } = await import('../../../utils/store/delete-runs');
  const { fillHeads, mendHeads } = await import('../../../utils/store/fill-heads');
  const past = await import('../../../utils/store/past-runs');
  const { database } = await import('../../../utils/store/database');
  return { journal, shelf, fillHeads, mendHeads, past, db: await database() };
}

type Stores = Awaited<ReturnType<typeof freshStores>>;

async function readAll({ past }: Stores) {
  const heads: Head[] = [];
  const unread: string[] = [];
  const sizes: number[] = [];
  let canBeMended = false;
  for await (const portion of past.readHeads()) {
    heads.push(...portion.heads);
    unread.push(...portion.unreadable);
    sizes.push(portion.heads.length);
    canBeMended ||= portion.spoilt;
  }
  return { ids: heads.map(({ id }) => id), heads, unread, sizes, canBeMended };
}

async function everything({ db }: Stores): Promise<string> {
  const all = await Promise.all(
    (['runs', 'heads', 'sources', 'files'] as const).map((name) => db.getAll(name)),
  );
  return JSON.stringify(all);
}

freshStorage();

describe('the list of runs', () => {
  test('is read newest first, in portions, the first of them small', async () => {
    const stores = await freshStores();
    const times = Array.from({ length: 1060 }, (_, index) => (index * 37) % 1060);
    for (const at of times) await stores.journal.put(answered(`r${at}`, at));
    const { ids, sizes } = await readAll(stores);
    expect(ids).toEqual(Array.from({ length: 1060 }, (_, index) => `r${1059 - index}`));
    expect(sizes).toEqual([50, 1000, 10]);
  });

  test('keeps those of one moment apart', async () => {
    const stores = await freshStores();
    for (let each = 0; each < 60; each += 1) await stores.journal.put(answered(`r${each}`, 7));
    expect(new Set((await readAll(stores)).ids).size).toBe(60);
  });

  test('is empty where there is nothing', async () => {
    expect((await readAll(await freshStores())).ids).toEqual([]);
  });

  test('has what was asked or waits for consent, not what ended before', async () => {
    const stores = await freshStores();
    const failed = { kind: 'failed', problem: { kind: 'key-gone' } } as const;
    await stores.journal.put(answered('nothing', 1, { state: failed, turns: [] }));
    await stores.journal.put(answered('some', 2));
    expect((await readAll(stores)).ids).toEqual(['some']);
  });

  test('has a run once, however often that was written', async () => {
    const stores = await freshStores();
    await stores.journal.put(answered('one', 1));
    await stores.journal.put(answered('one', 1, { seen: true }));
    const { heads } = await readAll(stores);
    expect(heads).toHaveLength(1);
    expect(heads[0]?.seen).toBe(true);
  });

  test('counts what it cannot read and goes on', async () => {
    const stores = await freshStores();
    await stores.journal.put(answered('good', 1));
    await stores.db.put('heads', { id: 'mangled', createdAt: 2, v: 1, title: 5 });
    const { ids, unread } = await readAll(stores);
    expect([ids, unread]).toEqual([['good'], ['mangled']]);
  });
});

describe('heads that are missing', () => {
  test('are made for runs of version 3 of the database, and of what cannot be read', async () => {
    const old = await openDB('gloss', 3, {
      upgrade(db) {
        for (const name of ['vault', 'sources']) db.createObjectStore(name);
        const runs = db.createObjectStore('runs', { keyPath: 'id' });
        for (const index of ['createdAt', 'live', 'file']) runs.createIndex(index, index);
        db.createObjectStore('files', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
        db.createObjectStore('ledger', { keyPath: 'id' }).createIndex('at', 'at');
      },
    });
    for (let at = 0; at < 250; at += 1) {
      const { action, ...rest } = answered(`r${at}`, at);
      const run = { ...rest, actionId: action.id };
      await old.put('runs', { v: 3, id: run.id, createdAt: at, live: 0, run });
    }
    await old.put('runs', unreadable('bad', 300));
    old.close();

    const stores = await freshStores();
    expect(await stores.past.headsAreComplete()).toBe(false);
    await stores.fillHeads();
    expect(await stores.past.headsAreComplete()).toBe(true);
    const { ids, unread, heads } = await readAll(stores);
    expect(ids).toEqual(Array.from({ length: 250 }, (_, index) => `r${249 - index}`));
    expect(unread).toEqual(['bad']);
    expect(heads[0]?.folded).toBe('night trains example.org answer of r249');
  });

  test('are made without touching those that are there', async () => {
    const stores = await freshStores();
    await stores.journal.put(answered('one', 1));
    await stores.db.put('runs', unreadable('bad', 2));
    await stores.db.put('heads', { id: 'one', createdAt: 1, marker: true });
    await stores.fillHeads();
    expect(await stores.db.get('heads', [1, 'one'])).toHaveProperty('marker');
  });
});

describe('heads that cannot be read', () => {
  test('are told apart from runs that cannot, and made anew of their runs', async () => {
    const stores = await freshStores();
    await stores.journal.put(answered('good', 1));
    await stores.journal.put(answered('spoilt', 2));
    await stores.db.put('heads', { id: 'spoilt', createdAt: 2, v: 1, title: 5 });
    await stores.db.put('heads', { id: 'of no run', createdAt: 3, v: 1 });
    await stores.db.put('runs', unreadable('bad', 4));
    const spoilt = await readAll(stores);
    expect([spoilt.ids, spoilt.unread]).toEqual([['good'], ['of no run', 'spoilt']]);
    expect(spoilt.canBeMended).toBe(true);
    await stores.mendHeads();
    const mended = await readAll(stores);
    expect([mended.ids, mended.unread]).toEqual([['spoilt', 'good'], ['bad']]);
    expect(mended.canBeMended).toBe(false);
  });
});

test('runs that cannot be read are given as they are stored, and stay, also deleted and brought back', async () => {
  const stores = await freshStores();
  await stores.journal.put(answered('good', 1));
  await stores.journal.put(answered('mangled', 2));
  const stored = await stores.db.get('runs', 'mangled');
  const mangled = { ...Object(stored), run: { turns: 'none', text: 'What was left of it' } };
  await stores.db.put('runs', mangled);
  const damaged = await stores.past.readDamaged();
  expect(damaged).toEqual([{ run: mangled, text: from.text }]);
  expect(JSON.parse(damagedRecord(damaged[0])).run.run.text).toBe('What was left of it');
  expect(await stores.db.count('runs')).toBe(2);
  await stores.shelf.putBack(await stores.shelf.take('mangled'));
  expect(await stores.past.readDamaged()).toEqual(damaged);
});

test('what JSON cannot tell of a damaged record is nothing, or words', () => {
  const itself: { of?: unknown } = {};
  itself.of = itself;
  expect([itself, undefined, { n: 1n }].map(damagedRecord)).toEqual(['null', 'null', '{"n":"1"}']);
});

describe('a run that is taken', () => {
  test('leaves nothing, and comes back whole', async () => {
    const stores = await freshStores();
    await stores.db.put('files', { id: 'f', createdAt: 1, data: 'aGk=' });
    const run = answered('one', 1);
    await stores.journal.put(run);
    await stores.journal.put(answered('two', 2, { source: image('f') }));
    const before = await everything(stores);
    const taken = [await stores.shelf.take('one'), await stores.shelf.take('two')];
    expect(await everything(stores)).toBe('[[],[],[],[]]');
    expect(await stores.journal.get('one')).toBeNull();
    for (const stored of taken) await stores.shelf.putBack(stored);
    expect(await everything(stores)).toBe(before);
    expect(await stores.journal.get('one')).toEqual(run);
  });

  test('leaves the file that another is on', async () => {
    const stores = await freshStores();
    await stores.db.put('files', { id: 'f', createdAt: 1, data: 'aGk=' });
    for (const id of ['one', 'two'])
      await stores.journal.put(answered(id, 1, { source: image('f') }));
    await stores.shelf.take('one');
    expect(await stores.db.count('files')).toBe(1);
    await stores.shelf.take('two');
    expect(await stores.db.count('files')).toBe(0);
  });

  test('may be one that cannot be read, or none', async () => {
    const stores = await freshStores();
    await stores.db.put('runs', unreadable('bad', 2));
    await stores.fillHeads();
    await stores.shelf.take('bad');
    await stores.shelf.putBack(await stores.shelf.take('nobody'));
    expect(await everything(stores)).toBe('[[],[],[],[]]');
  });
});

test('all runs are deleted but those that are to be kept', async () => {
  const stores = await freshStores();
  await stores.db.put('files', { id: 'f', createdAt: 1, data: 'aGk=' });
  await stores.db.put('files', { id: 'stray', createdAt: 1, data: 'aGk=' });
  const live = answered('live', 3, { source: image('f'), turns: [turn({ kind: 'streaming' })] });
  await stores.journal.put(live);
  const before = await everything(stores);
  for (const id of ['one', 'two']) await stores.journal.put(answered(id, 1));
  await stores.db.put('runs', unreadable('bad', 2));
  await stores.shelf.clear(() => ['live']);
  expect(await stores.journal.get('live')).toEqual(live);
  expect(await everything(stores)).toBe(before.replace(/,\{"id":"stray"[^}]*\}/, ''));
});

test('whole runs are read by their ids', async () => {
  const stores = await freshStores();
  const [one, two] = [answered('one', 1), answered('two', 2)];
  await stores.journal.put(one);
  await stores.journal.put(two);
  expect(await stores.past.readPastRuns(['two', 'gone', 'one'])).toEqual([two, one]);
});

describe('the texts of runs', () => {
  test('are searched for what is lacking, in the order that is asked for', async () => {
    const { journal } = await freshStores();
    const { findInTexts } = await import('../../../utils/store/past-texts');
    const texts = Array.from({ length: 45 }, (_, index) => `Straße ${index} nach Zürich`);
    for (const [at, text] of texts.entries())
      await journal.put(answered(`r${at}`, at, { source: sourceWith({ text }) }));
    const lacking = new Map<string, readonly string[]>([
      ['r44', ['strasse', 'zurich']],
      ['r3', ['strasse', '4']],
      ['gone', ['strasse']],
      ...texts.map((_, at) => [`r${at}`, ['strasse', '4']] as const),
    ]);
    const found: string[] = [];
    for await (const ids of findInTexts(lacking, new AbortController().signal)) found.push(...ids);
    expect(found).toEqual(['r44', 'r4', 'r14', 'r24', 'r34', 'r40', 'r41', 'r42', 'r43']);
  });

  test('are a selection and the page around it, where both were read', async () => {
    const { journal } = await freshStores();
    const { findInTexts } = await import('../../../utils/store/past-texts');
    const run = answered('both', 1, { source: sourceWith({ text: 'Frost', around: 'In März' }) });
    await journal.put(run);
    expect(await journal.get('both')).toEqual(run);
    const lacking = new Map([['both', ['frost', 'marz']]]);
    for await (const ids of findInTexts(lacking, new AbortController().signal))
      expect(ids).toEqual(['both']);
  });

  test('are searched no further than they are wanted', async () => {
    await freshStores();
    const { findInTexts } = await import('../../../utils/store/past-texts');
    const stop = new AbortController();
    const lacking = new Map(Array.from({ length: 100 }, (_, at) => [`r${at}`, ['x']]));
    let portions = 0;
    for await (const _ of findInTexts(lacking, stop.signal)) {
      portions += 1;
      stop.abort();
    }
    expect(portions).toBe(1);
  });
});

describe('open lists', () => {
  const told: (string | null)[] = [];
  let stop = () => {};
  beforeEach(async () => {
    const { onRunChanged } = await import('../../../utils/store/run-changes');
    told.length = 0;
    stop = onRunChanged((runId) => told.push(runId));
  });
  afterEach(() => stop());

  test('are told which run was written, deleted or put back, and when it was many', async () => {
    const { journal, shelf, past } = await freshStores();
    await journal.put(answered('a', 1));
    const stored = await shelf.take('a');
    await shelf.putBack(stored);
    await shelf.clear(() => []);
    await vi.waitFor(() => expect(told).toEqual(['a', 'a', 'a', null]));
    await journal.deleteBefore(5);
    await journal.put(answered('b', 2));
    await vi.waitFor(() => expect(told.at(-1)).toBe('b'));
    expect(told).toHaveLength(5);
    expect((await past.readHead('b'))?.title).toBe('Night trains');
    expect(await past.readHead('a')).toBeNull();
  });
});
