import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Run } from '../../../utils/core/runs/run';
import type { Badge } from '../../../utils/runs/badge';
import type { LiveRun } from '../../../utils/runs/live-run';
import { receipt, run, source, turn } from '../../gallery/data/runs';
import { freshStorage } from '../fresh-storage';
import { noAnswers } from '../support';

const answered = (id: string, change = {}) =>
  run(source('The text', 'Title'), {
    id,
    turns: [turn({ kind: 'done' }, { text: 'Answer', receipt: receipt() })],
    ...change,
  });

async function world() {
  vi.resetModules();
  const { createBin } = await import('../../../utils/runs/bin');
  const { createLateSaver } = await import('../../../utils/runs/late-saver');
  const { inTurn } = await import('../../../utils/store/in-turn');
  const { markSeen } = await import('../../../utils/runs/news');
  const { journal, memoryJournal } = await import('../../../utils/store/runs');
  const { createTabRuns } = await import('../../../utils/store/tab-runs');
  const lives = new Map<string, LiveRun>();
  const badges: [number, Badge][] = [];
  const desk = {
    lives,
    journal,
    volatile: memoryJournal(),
    tabRuns: createTabRuns(),
    showBadge: (tabId: number, badge: Badge) => void badges.push([tabId, badge]),
  };
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const inOrder = inTurn();
  const ledger = { late: () => [], writeLate: async () => {} };
  const feeds = { publish: () => {} };
  const shelves = {
    ...desk,
    ledger,
    answers: noAnswers,
    feeds,
    inOrder,
    keepAwake: () => () => {},
  };
  const saveLate = createLateSaver(shelves);
  const seen = (...how: [Run, Parameters<typeof markSeen>[2]]) => markSeen(desk, ...how);
  const bin = createBin(desk, { ready: () => ready, inOrder, saveLate });
  return { ...desk, bin, saveLate, markSeen: seen, badges, isReady };
}

freshStorage();
afterEach(() => void vi.useRealTimers());

test('a run that is deleted is gone at once, from its tab as well, and can be put back', async () => {
  const { bin, journal, tabRuns, badges, isReady } = await world();
  isReady();
  const one = answered('one');
  await journal.put(one);
  await tabRuns.set(7, 'one');
  await bin.delete('one');
  expect(await journal.get('one')).toBeNull();
  expect(await tabRuns.get(7)).toBeNull();
  expect(badges).toEqual([[7, null]]);
  expect(await bin.undo('one')).toBe(true);
  expect(await journal.get('one')).toEqual(one);
  expect(await bin.undo('one')).toBe(false);
});

test('a run that a follow-up has brought to a second tab is gone from both', async () => {
  const { bin, journal, tabRuns, badges, isReady } = await world();
  isReady();
  await journal.put(answered('one'));
  await tabRuns.set(7, 'one');
  await tabRuns.set(8, 'one');
  await bin.delete('one');
  expect(await tabRuns.all()).toEqual([]);
  expect(badges).toEqual([
    [7, null],
    [8, null],
  ]);
});

test('a deletion can be undone for some seconds', async () => {
  const { bin, journal, isReady } = await world();
  isReady();
  await journal.put(answered('one'));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await bin.delete('one');
  vi.advanceTimersByTime(15_000);
  expect(await bin.undo('one')).toBe(false);
  expect(await journal.get('one')).toBeNull();
});

test('a deletion can be undone for as long as any, though the same was deleted and brought back before', async () => {
  const { bin, journal, isReady } = await world();
  isReady();
  await journal.put(answered('one'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await bin.delete('one');
  vi.advanceTimersByTime(8_000);
  expect(await bin.undo('one')).toBe(true);
  await bin.delete('one');
  vi.advanceTimersByTime(8_000);
  expect(await bin.undo('one')).toBe(true);
  expect(await journal.get('one')).not.toBeNull();
});

test('what is deleted by two windows comes back whole', async () => {
  const { bin, journal, isReady } = await world();
  isReady();
  await journal.put(answered('one'));
  await bin.delete('one');
  await bin.delete('one');
  expect(await bin.undo('one')).toBe(true);
  expect(await journal.get('one')).not.toBeNull();
});

test('what was asked more just when it was deleted is not put back as it was before', async () => {
  const { bin, journal, isReady } = await world();
  isReady();
  const one = answered('one');
  await journal.put(one);
  await bin.delete('one');
  const newer = { ...one, turns: [...one.turns, turn({ kind: 'done' }, { id: 'more' })] };
  await journal.put(newer);
  expect(await bin.undo('one')).toBe(true);
  expect(await journal.get('one')).toEqual(newer);
});

test('a deletion that is still under way is undone once it is done', async () => {
  const { bin, journal, isReady } = await world();
  await journal.put(answered('one'));
  const deleting = bin.delete('one');
  const undoing = bin.undo('one');
  isReady();
  expect(await deleting).toBe(true);
  expect(await undoing).toBe(true);
  expect(await journal.get('one')).not.toBeNull();
});

test('what was to be brought back while it was deleted goes with all that is deleted after that', async () => {
  const { bin, journal, lives, isReady } = await world();
  await journal.put(answered('one'));
  // Another run's end is just being written when all is to be deleted.
  let [looks, isWritten] = [0, () => {}];
  const closed = new Promise<void>((resolve) => {
    isWritten = resolve;
  });
  lives.set('ending', { isOver: () => ++looks > 1, closed } as LiveRun);
  const deleting = bin.delete('one');
  const undoing = bin.undo('one');
  const deletingAll = bin.deleteAll();
  isReady();
  await deleting;
  await rounds();
  isWritten();
  await deletingAll;
  expect(await undoing).toBe(false);
  expect(await journal.get('one')).toBeNull();
});

test('what turns out to be live is there still for whoever has undone its deletion', async () => {
  const { bin, lives, isReady } = await world();
  lives.set('live', { isOver: () => false } as LiveRun);
  const deleting = bin.delete('live');
  const undoing = bin.undo('live');
  isReady();
  expect(await deleting).toBe(false);
  expect(await undoing).toBe(true);
});

test('what is live is not deleted, alone or with all', async () => {
  const { bin, journal, volatile, lives, tabRuns, badges, isReady } = await world();
  isReady();
  lives.set('live', { isOver: () => false } as LiveRun);
  await journal.put(answered('live', { turns: [turn({ kind: 'streaming' })] }));
  await journal.put(answered('ended'));
  await volatile.put(answered('private'));
  await tabRuns.set(1, 'live');
  await tabRuns.set(2, 'ended');
  expect(await bin.delete('live')).toBe(false);
  await bin.deleteAll();
  expect(await journal.get('live')).not.toBeNull();
  expect(await journal.get('ended')).toBeNull();
  expect(await volatile.get('private')).toBeNull();
  expect(await tabRuns.all()).toEqual([[1, 'live']]);
  expect(badges).toEqual([[2, null]]);
});

test('what more is asked of is not deleted with all, though nothing of that is written down yet', async () => {
  const { bin, journal, lives, isReady } = await world();
  isReady();
  const asked = answered('asked');
  await journal.put(asked);
  lives.set('asked', { isOver: () => false } as LiveRun);
  await bin.deleteAll();
  expect(await journal.get('asked')).toEqual(asked);
});

test('what is deleted with all cannot be brought back by an earlier undo', async () => {
  const { bin, journal, isReady } = await world();
  isReady();
  await journal.put(answered('one'));
  await bin.delete('one');
  await bin.deleteAll();
  expect(await bin.undo('one')).toBe(false);
});

test('what is deleted while it is marked as seen does not come back', async () => {
  const { bin, journal, volatile, markSeen, isReady } = await world();
  isReady();
  const [stored, secret] = [answered('stored'), answered('secret', { private: true })];
  await journal.put(stored);
  await volatile.put(secret);
  await bin.deleteAll();
  for (const run of [stored, secret])
    await markSeen(run, { runId: run.id, tabId: 1, aside: false });
  expect(await journal.get('stored')).toBeNull();
  expect(await volatile.get('secret')).toBeNull();
});

test('nothing is deleted before what the last background left is ended', async () => {
  const { bin, journal, isReady } = await world();
  await journal.put(answered('one'));
  const deleting = bin.delete('one');
  expect(await journal.get('one')).not.toBeNull();
  isReady();
  await deleting;
  expect(await journal.get('one')).toBeNull();
});

describe('an answer that waits in memory for room on the disk', () => {
  const whole = answered('one', { saved: false });
  const half = answered('one', { turns: [turn({ kind: 'streaming' }, { text: 'Ans' })] });

  /** Of it the journal has what it took before it was full; `put`: how it takes more. */
  async function waiting() {
    const all = await world();
    all.isReady();
    await all.journal.put(half);
    await all.volatile.put(whole);
    const write = all.journal.put;
    return { ...all, write, put: vi.spyOn(all.journal, 'put') };
  }

  test('comes back whole when its deletion is undone, and is kept as soon as there is room', async () => {
    const { bin, journal, volatile, put, saveLate } = await waiting();
    put.mockRejectedValue(new Error('full'));
    expect(await bin.delete('one')).toBe(true);
    expect([await journal.get('one'), await volatile.get('one')]).toEqual([null, null]);
    expect(await bin.undo('one')).toBe(true);
    await saveLate();
    expect(await volatile.get('one')).toEqual(whole);
    put.mockRestore();
    await saveLate();
    expect(await journal.get('one')).toEqual({ ...whole, saved: true });
    expect(volatile.all()).toEqual([]);
  });

  test('comes back also where the journal has nothing of it, and takes nothing', async () => {
    const { bin, journal, volatile, put } = await waiting();
    await volatile.put({ ...whole, id: 'two' });
    put.mockRejectedValue(new Error('full'));
    await bin.delete('two');
    expect(await bin.undo('two')).toBe(true);
    expect(await volatile.get('two')).toEqual({ ...whole, id: 'two' });
    expect(await journal.get('two')).toBeNull();
  });

  test('is deleted with all, and so is what the journal has taken of it: nothing comes back half', async () => {
    const { bin, journal, volatile, put } = await waiting();
    put.mockRejectedValue(new Error('full'));
    await bin.deleteAll();
    expect([await journal.get('one'), await volatile.get('one')]).toEqual([null, null]);
  });

  test.each(['it', 'all'])(
    'stays deleted when %s is deleted just while it is kept',
    async (what) => {
      const { bin, journal, volatile, write, put, saveLate } = await waiting();
      let isThere = () => {};
      const room = new Promise<void>((resolve) => {
        isThere = resolve;
      });
      put.mockImplementation(async (run) => {
        await room;
        await write(run);
      });
      const saving = saveLate();
      const deleting = what === 'it' ? bin.delete('one') : bin.deleteAll();
      await rounds();
      isThere();
      await Promise.all([saving, deleting]);
      await saveLate();
      expect(await journal.get('one')).toBeNull();
      expect(volatile.all()).toEqual([]);
    },
  );
});

/** What can be done without the network or a clock has been done by then. */
async function rounds(): Promise<void> {
  for (let round = 0; round < 50; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
