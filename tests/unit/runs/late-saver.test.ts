import { afterEach, expect, test, vi } from 'vitest';
import type { Run, RunEvent } from '../../../utils/core/runs/run';
import { createFeeds } from '../../../utils/runs/feeds';
import { createLateSaver } from '../../../utils/runs/late-saver';
import { inTurn } from '../../../utils/store/in-turn';
import { memoryJournal } from '../../../utils/store/runs';
import { receipt, run, source, turn } from '../../gallery/data/runs';
import { noAnswers } from '../support';
import { countedAwake } from './parts';

const answered = turn({ kind: 'done' }, { id: 'first', receipt: receipt() });
const asked = turn({ kind: 'done' }, { id: 'second', receipt: receipt(), question: 'And when?' });
const unsaved = (turns: Run['turns']) => run(source('text', 'title'), { turns, saved: false });

const answers = noAnswers;
const ledger = { late: () => [], writeLate: async () => {} };
const inOrder = inTurn();

afterEach(() => vi.useRealTimers());

test('what was asked and answered while an answer was kept late is kept as well', async () => {
  const kept: (readonly string[])[] = [];
  const volatile = memoryJournal();
  const journal = {
    ...memoryJournal(),
    async put({ turns }: Run) {
      kept.push(turns.map(({ id }) => id));
      // A database keeps it waiting, and meanwhile the user asks more.
      if (kept.length === 1) await volatile.put(unsaved([answered, asked]));
    },
  };
  const lives = new Map();
  const feeds = createFeeds(() => 0);
  await volatile.put(unsaved([answered]));
  const keepAwake = () => () => {};
  await createLateSaver({ journal, ledger, answers, feeds, lives, volatile, inOrder, keepAwake })();
  expect(kept).toEqual([['first'], ['first', 'second']]);
  expect(volatile.all()).toEqual([]);
});

test('what is asked more while it is kept late goes on in memory, and nobody is told that it is saved', async () => {
  const volatile = memoryJournal();
  const first = unsaved([answered]);
  const lives = new Map<string, object>();
  const journal = {
    ...memoryJournal(),
    put: async ({ id }: Run) => void lives.set(id, {}),
  };
  const told: RunEvent[] = [];
  const feeds = { publish: (_: string, event: RunEvent) => void told.push(event) };
  const keepAwake = () => () => {};
  await volatile.put(first);
  await createLateSaver({ journal, ledger, answers, feeds, lives, volatile, inOrder, keepAwake })();
  expect(volatile.all()).toEqual([first]);
  expect(told).toEqual([]);
});

test('as long as there is no room for what was paid for, the background stays awake', async () => {
  vi.useFakeTimers();
  const volatile = memoryJournal();
  const journal = memoryJournal();
  const put = vi.spyOn(journal, 'put').mockRejectedValue(new Error('full'));
  const { awake, keepAwake } = countedAwake();
  const feeds = createFeeds(() => 0);
  await volatile.put(unsaved([answered]));
  const saveLate = createLateSaver({
    ...{ journal, ledger, answers, feeds, volatile, inOrder, keepAwake },
    lives: new Map(),
  });
  await saveLate();
  await saveLate();
  expect(awake()).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(awake()).toBe(1);
  put.mockRestore();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([awake(), volatile.all()]).toEqual([0, []]);
  await saveLate();
  expect(awake()).toBe(0);
});

test('what is of a private window is never kept late, nor what was not sent', async () => {
  const journal = memoryJournal();
  const volatile = memoryJournal();
  const lives = new Map();
  const feeds = createFeeds(() => 0);
  const keepAwake = () => () => {};
  await volatile.put({ ...unsaved([answered]), id: 'private', private: true });
  await volatile.put({ ...unsaved([{ ...answered, sentAt: null }]), id: 'unsent' });
  await volatile.put({ ...unsaved([answered]), id: 'paid' });
  await createLateSaver({ journal, ledger, answers, feeds, lives, volatile, inOrder, keepAwake })();
  expect(
    (await Promise.all(['private', 'unsent', 'paid'].map(journal.get))).map((run) => run?.id),
  ).toEqual([undefined, undefined, 'paid']);
  expect(volatile.all().map(({ id }) => id)).toEqual(['private', 'unsent']);
});

test('what finds no room while another is kept late is tried again, and the background stays awake for it', async () => {
  vi.useFakeTimers();
  const volatile = memoryJournal();
  const [first, later] = [unsaved([answered]), { ...unsaved([asked]), id: 'later' }];
  const journal = {
    ...memoryJournal(),
    async put({ id }: Run) {
      // A database keeps it waiting, and meanwhile another run ends for which there is no room.
      if (id !== later.id) await volatile.put(later);
    },
  };
  const { awake, keepAwake } = countedAwake();
  const feeds = createFeeds(() => 0);
  await volatile.put(first);
  const lives = new Map();
  await createLateSaver({ journal, ledger, answers, feeds, lives, volatile, inOrder, keepAwake })();
  expect([awake(), volatile.all().map(({ id }) => id)]).toEqual([1, ['later']]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([awake(), volatile.all()]).toEqual([0, []]);
});

test('what there is no room for keeps nothing else waiting that is smaller', async () => {
  vi.useFakeTimers();
  const volatile = memoryJournal();
  const kept: string[] = [];
  const journal = {
    ...memoryJournal(),
    async put({ id }: Run) {
      if (id === 'large') throw new Error('full');
      kept.push(id);
    },
  };
  for (const id of ['large', 'small']) await volatile.put({ ...unsaved([answered]), id });
  const feeds = createFeeds(() => 0);
  const { awake, keepAwake } = countedAwake();
  const lives = new Map();
  await createLateSaver({ journal, ledger, answers, feeds, lives, volatile, inOrder, keepAwake })();
  expect([kept, volatile.all().map(({ id }) => id), awake()]).toEqual([['small'], ['large'], 1]);
});

test('what is deleted before its turn has come is passed over, and what comes after it is kept', async () => {
  const volatile = memoryJournal();
  const kept: string[] = [];
  const journal = {
    ...memoryJournal(),
    async put({ id }: Run) {
      kept.push(id);
      await volatile.delete('second');
    },
  };
  for (const id of ['first', 'second', 'third']) await volatile.put({ ...unsaved([answered]), id });
  const feeds = createFeeds(() => 0);
  const keepAwake = () => () => {};
  const lives = new Map();
  await createLateSaver({ journal, ledger, answers, feeds, lives, volatile, inOrder, keepAwake })();
  expect(kept).toEqual(['first', 'third']);
});
