import 'fake-indexeddb/auto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { always } from '../../../utils/core/calendar';
import { lineOf, noSavings } from '../../../utils/core/ledger/ledger-line';
import type { Run } from '../../../utils/core/runs/run';
import { problems } from '../../gallery/data/problems';
import { confirming, failed, receipt, run, source, turn } from '../../gallery/data/runs';
import { settings } from '../../gallery/data/settings';
import { freshStorage } from '../fresh-storage';
import { dumpOf, load, type Stored } from '../stored';

/** What released versions have stored, each as a file of this name: it must be read for ever. */
const folder = join(import.meta.dirname, '../data', 'stored');
const released = readdirSync(folder);

async function freshStores() {
  vi.resetModules();
  const { journal } = await import('../../../utils/store/runs');
  const { ledger } = await import('../../../utils/store/ledger');
  const { answers } = await import('../../../utils/store/answers');
  const { readLines } = await import('../../../utils/store/ledger-lines');
  const { readBook } = await import('../../../utils/store/ledger-days');
  const { readHeads, readDamaged } = await import('../../../utils/store/past-runs');
  const { readSettings, changeSettings } = await import('../../../utils/store/settings');
  const { database } = await import('../../../utils/store/database');
  const reading = { readLines, readBook, readHeads, readDamaged, readSettings };
  return { journal, ledger, answers, ...reading, changeSettings, database };
}

const everything = { ...always, model: null, actionId: null, site: null };

freshStorage();

// Whoever reads the settings next is of this version again.
afterEach(() => fakeBrowser.reset());

const from = source('The text of the page', 'Night trains');

/** One of each kind that there may be. */
const runs: readonly Run[] = [
  run(from, { turns: [turn({ kind: 'done' }, { text: 'Whole.', receipt: receipt() })] }),
  run(from, {
    turns: [turn({ kind: 'stopped' }, { text: 'Par', receipt: receipt({ final: false }) })],
  }),
  run(from, { turns: [turn({ kind: 'interrupted', cause: 'background' }, { text: 'Part' })] }),
  run(from, { turns: [turn({ kind: 'cut' }, { text: 'Cut at the', receipt: receipt() })] }),
  run(null, { state: { kind: 'capturing' } }),
  confirming(from),
  ...problems.map((problem) => failed(from, problem, 'What had arrived')),
].map((each, index) => ({
  ...each,
  id: `run ${index}`,
  createdAt: Date.UTC(2026, 10, 26) + index,
  turns: each.turns.map((one) => ({ ...one, id: `turn ${index}` })),
}));

/** All that this version stores, as text. */
async function dumpOfToday(): Promise<string> {
  const { journal, ledger, answers, changeSettings, database } = await freshStores();
  await changeSettings(settings);
  for (const each of runs) {
    await journal.put(each);
    const line = each.turns[0]?.receipt && lineOf(each, noSavings);
    if (line) await ledger.write(line);
  }
  await answers.keep({ key: 'a request', runId: 'run 0', turnId: 'turn 0' });
  const local = await fakeBrowser.storage.local.get();
  const db = await database();
  return dumpOf(db as never, local);
}

/** Everything that was stored is read by the version under test. */
async function expectRead({ stores, local }: Stored): Promise<void> {
  await fakeBrowser.storage.local.set(local);
  const { journal, answers, ...read } = await freshStores();
  const recordsOf = (name: string) => stores.find((each) => each.name === name)?.records ?? [];
  expect(recordsOf('runs').length).toBeGreaterThan(5);
  for (const [id, stored] of recordsOf('runs')) {
    const { run: told } = stored as { run: { turns: readonly { text: string }[] } };
    const found = await journal.get(String(id));
    expect(found?.turns.map(({ text }) => text)).toEqual(told.turns.map(({ text }) => text));
  }
  expect(await read.readDamaged()).toEqual([]);
  for await (const { unreadable, spoilt } of read.readHeads())
    expect([unreadable, spoilt]).toEqual([[], false]);
  const { months } = await read.readBook({ day: always.from, month: always.from });
  const lines: string[] = [];
  for await (const portion of read.readLines(everything, months))
    lines.push(...portion.map(({ id }) => id));
  expect(lines.toSorted()).toEqual(
    recordsOf('ledger')
      .map(([id]) => id)
      .toSorted(),
  );
  for (const [key] of recordsOf('answers')) expect(await answers.find(String(key))).not.toBeNull();
  expect(await read.readSettings()).toMatchObject(local.settings as object);
}

describe('what is stored', () => {
  test('today is kept as a file when a version is released, and is read from it', async () => {
    const dump = await dumpOfToday();
    const version = process.env.GLOSS_KEEP_STORED;
    if (version) writeFileSync(join(folder, `${version}.txt`), dump);
    globalThis.indexedDB = new IDBFactory();
    fakeBrowser.reset();
    await expectRead(await load(dump));
  });

  test.each(released)('by %s is read, all of it', async (name) => {
    await expectRead(await load(readFileSync(join(folder, name), 'utf8')));
  });
});

describe('what a later version has stored', () => {
  test('in its database is not touched: nothing is opened, nothing deleted', async () => {
    const { version, stores } = await load(await reborn());
    const later = await openDB('gloss', version + 1);
    const count = await later.count('runs');
    later.close();
    const { journal, database } = await freshStores();
    await expect(database()).rejects.toThrow();
    await expect(journal.get('run 0')).rejects.toThrow();
    const again = await openDB('gloss', version + 1);
    expect([...again.objectStoreNames].length).toBe(stores.length);
    expect(await again.count('runs')).toBe(count);
    again.close();
  });

  test('as settings is read as far as it is known, and stays when others are changed', async () => {
    const known = { theme: 'dark', ofTheFuture: { kept: true } };
    await fakeBrowser.storage.local.set({ settings: known, settings$: { v: 3 } });
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { readSettings, changeSettings } = await freshStores();
    expect(await readSettings()).toMatchObject({ theme: 'dark', textSize: 'normal' });
    await changeSettings({ textSize: 'large' });
    expect(await fakeBrowser.storage.local.get(['settings', 'settings$'])).toMatchObject({
      settings: { ...known, textSize: 'large' },
      settings$: { v: 3 },
    });
    expect(told).toHaveBeenCalled();
  });
});

/** Today's, of a database that there is no more. */
async function reborn(): Promise<string> {
  const dump = await dumpOfToday();
  globalThis.indexedDB = new IDBFactory();
  return dump;
}
