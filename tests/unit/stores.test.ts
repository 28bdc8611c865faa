import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Run, reduce, type Turn } from '../../utils/core/run';
import { problems } from '../gallery/data/problems';
import { sourceWith } from './support';

const turn: Turn = {
  id: 't',
  requestHash: 'h',
  service: 'Anthropic',
  pricing: { kind: 'listed' },
  model: 'claude-haiku-5-5',
  prompt: { low: 1, high: 2 },
  maxOutput: 10,
  text: 'part',
  state: { kind: 'streaming' },
  usage: { input: 1, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 1, thinking: 0 },
  final: false,
  requestId: 'req_1',
  sentAt: 5,
  receipt: null,
};

function runWith(change: Partial<Run>): Run {
  return {
    id: 'r',
    actionId: 'summarize',
    state: { kind: 'active' },
    source: sourceWith(),
    language: 'English',
    turns: [turn],
    createdAt: 1,
    private: false,
    saved: true,
    seen: false,
    ...change,
  };
}

async function freshStores() {
  vi.resetModules();
  const { journal } = await import('../../utils/store/runs');
  const { recentRuns } = await import('../../utils/store/recent');
  const { database } = await import('../../utils/store/database');
  return { journal, recentRuns, database };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('the journal', () => {
  const ends: Run[] = [
    runWith({ state: { kind: 'capturing' }, source: null, turns: [] }),
    runWith({
      state: { kind: 'failed', problem: { kind: 'too-large', tokens: 5, limit: null } },
      turns: [],
    }),
    runWith({
      state: {
        kind: 'confirming',
        estimate: {
          endpointId: 'own',
          model: 'm',
          prompt: { low: 1, high: 2 },
          maxOutput: 3,
          cost: null,
        },
      },
    }),
    reduce(runWith({}), { kind: 'retrying', at: 9, problem: { kind: 'rate-limited' } }),
    reduce(runWith({}), {
      kind: 'ended',
      state: { kind: 'interrupted', cause: 'silence' },
      receipt: null,
      requestId: null,
    }),
    reduce(runWith({}), {
      kind: 'ended',
      state: { kind: 'failed', problem: { kind: 'refused', category: null } },
      receipt: null,
      requestId: 'r',
    }),
  ];
  test.each(ends)('gives a run back as it was: $state', async (run) => {
    await (await freshStores()).journal.put(run);
    expect(await (await freshStores()).journal.get('r')).toEqual(run);
  });

  test.each(problems)('gives back a run that failed for $kind', async (problem) => {
    const run = runWith({ state: { kind: 'failed', problem }, turns: [] });
    await (await freshStores()).journal.put(run);
    expect(await (await freshStores()).journal.get('r')).toEqual(run);
  });

  test('knows which runs were live', async () => {
    const { journal } = await freshStores();
    await journal.put(runWith({ id: 'live' }));
    await journal.put(
      reduce(runWith({ id: 'ended' }), {
        kind: 'ended',
        state: { kind: 'done' },
        receipt: null,
        requestId: null,
      }),
    );
    expect((await journal.live()).map((run) => run.id)).toEqual(['live']);
  });

  test('passes over a record that it cannot read, and keeps the others', async () => {
    const { journal, recentRuns, database } = await freshStores();
    await journal.put(runWith({ id: 'good', createdAt: 1 }));
    await (await database()).put('runs', {
      id: 'bad',
      createdAt: 2,
      live: 1,
      v: 1,
      run: { id: 3 },
    });
    expect(await journal.get('bad')).toBeNull();
    expect((await recentRuns(20)).map((run) => run.id)).toEqual(['good']);
    expect((await journal.live()).map((run) => run.id)).toEqual(['good']);
  });
});

describe('recent runs', () => {
  test('have an answer, or may still get one', async () => {
    const { journal, recentRuns } = await freshStores();
    await journal.put(
      runWith({ id: 'nothing', state: { kind: 'failed', problem: { kind: 'no-key' } }, turns: [] }),
    );
    await journal.put(runWith({ id: 'some' }));
    expect((await recentRuns(3)).map((run) => run.id)).toEqual(['some']);
  });

  test('are the last ones, newest first', async () => {
    const { journal, recentRuns } = await freshStores();
    for (const createdAt of [3, 1, 2, 5, 4])
      await journal.put(runWith({ id: `r${createdAt}`, createdAt }));
    expect((await recentRuns(3)).map((run) => run.id)).toEqual(['r5', 'r4', 'r3']);
  });
});
