import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { builtIns } from '../../../utils/core/actions/action';
import { consentAbove } from '../../../utils/core/estimate/estimate';
import type { Receipt } from '../../../utils/core/money/receipt';
import { type Run, reduce } from '../../../utils/core/runs/run';
import type { Turn, TurnState } from '../../../utils/core/runs/turn';
import { usualAim } from '../../../utils/core/source/source';
import { problems } from '../../gallery/data/problems';
import { receipt } from '../../gallery/data/runs';
import { instructionFor, sourceWith } from '../support';

const turn: Turn = {
  id: 't',
  requestHash: 'h',
  question: null,
  asked: { endpointId: 'anthropic', model: 'claude-haiku-5-5' },
  service: 'Anthropic',
  pricing: { kind: 'listed' },
  model: 'claude-haiku-5-5',
  prompt: { low: 1, high: 2 },
  cached: null,
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
    ...instructionFor('summarize'),
    endpointId: null,
    state: { kind: 'active' },
    aim: usualAim,
    source: sourceWith(),
    found: null,
    language: 'English',
    turns: [turn],
    createdAt: 1,
    private: false,
    saved: true,
    seen: false,
    ...change,
  };
}

const image = (file: string) =>
  sourceWith({
    kind: 'image',
    text: '',
    media: { kind: 'image', type: 'image/png', file, width: 2, height: 1 },
  });

async function freshStores() {
  vi.resetModules();
  const { journal } = await import('../../../utils/store/runs');
  const { database } = await import('../../../utils/store/database');
  return { journal, database };
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
          service: 'Gateway',
          origin: 'https://gateway.example.org',
          model: 'm',
          prompt: { low: 1, high: 2 },
          maxOutput: 3,
          cost: null,
          counted: 1,
        },
        thresholds: { nano: 0, tokens: 7 },
        cheaper: true,
      },
      cheaper: true,
      turns: [{ ...turn, counted: 12 }],
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
  test.each<[is: string, durability: string, state: TurnState, receipt: Receipt | null]>([
    ['is still coming', 'relaxed', { kind: 'streaming' }, null],
    ['was not sent', 'relaxed', { kind: 'failed', problem: { kind: 'offline' } }, null],
    ['is paid', 'strict', { kind: 'done' }, receipt()],
  ])(
    'writes an answer that %s in a %s transaction: what is paid outlives a power failure',
    async (_, durability, state, paid) => {
      const { journal, database } = await freshStores();
      const opened = vi.spyOn(unwrap(await database()), 'transaction');
      await journal.put(runWith({ turns: [{ ...turn, state, receipt: paid }] }));
      expect(opened.mock.lastCall?.[2]).toEqual({ durability });
    },
  );

  test('deletes in strict transactions: no power failure brings back what was deleted', async () => {
    const { journal, database } = await freshStores();
    const { shelf } = await import('../../../utils/store/delete-runs');
    await journal.put(runWith({}));
    const opened = vi.spyOn(unwrap(await database()), 'transaction');
    await shelf.take('r');
    await shelf.clear(() => []);
    const modes = opened.mock.calls.map(([, , how]) => how);
    expect(modes).toEqual([{ durability: 'strict' }, { durability: 'strict' }]);
  });

  test('reads the fault of a link that there is no more as one that can be tried again', async () => {
    const { journal } = await freshStores();
    const fault = { kind: 'too-old' } as never;
    const problem = { kind: 'link-unread', address: 'https://example.org/', fault } as const;
    await journal.put(runWith({ state: { kind: 'failed', problem }, turns: [] }));
    expect((await journal.get('r'))?.state).toMatchObject({
      problem: { kind: 'link-unread', fault: { kind: 'no-view' } },
    });
  });

  test('reads a link that was stopped while it was read as anything else that was', async () => {
    const { journal } = await freshStores();
    const fault = { kind: 'stopped' } as never;
    const problem = { kind: 'link-unread', address: 'https://example.org/', fault } as const;
    await journal.put(runWith({ state: { kind: 'failed', problem }, turns: [] }));
    expect((await journal.get('r'))?.state).toMatchObject({ problem: { kind: 'stopped' } });
  });

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
    const { journal, database } = await freshStores();
    await journal.put(runWith({ id: 'good', createdAt: 1 }));
    await (await database()).put('runs', {
      id: 'bad',
      createdAt: 2,
      live: 1,
      v: 1,
      run: { id: 3 },
    });
    expect(await journal.get('bad')).toBeNull();
    expect((await journal.live()).map((run) => run.id)).toEqual(['good']);
  });
});

/** A run exactly as version 1 stored it. */
const version1 = {
  v: 1,
  id: 'old',
  createdAt: 7,
  live: 0,
  run: {
    id: 'old',
    actionId: 'summarize',
    state: { kind: 'active' },
    source: sourceWith(),
    language: 'English',
    turns: [
      {
        id: 't',
        requestHash: 'h',
        model: 'claude-haiku-5-5',
        prompt: { low: 1, high: 2 },
        maxOutput: 10,
        text: 'The answer.',
        state: { kind: 'done' },
        usage: turn.usage,
        final: true,
        requestId: 'req_1',
        sentAt: 5,
        receipt: {
          model: 'claude-haiku-5-5',
          usage: turn.usage,
          final: true,
          cost: { kind: 'exact', nano: 600 },
          pricedOn: '2026-11-22',
          requestId: 'req_1',
          sentAt: 5,
          firstWordMs: 300,
          wholeMs: 2000,
        },
      },
    ],
    createdAt: 7,
    private: false,
    saved: true,
  },
};

describe('a run of version 1', () => {
  const [oldTurn] = version1.run.turns;

  test('is read as one of Anthropic’s at listed prices, and seen', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', version1);
    const { actionId: _, ...rest } = version1.run;
    const expected = {
      ...rest,
      action: builtIns.summarize,
      controls: {},
      question: '',
      endpointId: null,
      aim: usualAim,
      found: null,
      seen: true,
      turns: [
        {
          ...oldTurn,
          service: 'Anthropic',
          pricing: { kind: 'listed' },
          question: null,
          asked: null,
          cached: null,
          receipt: { ...oldTurn?.receipt, service: 'Anthropic', saved: null },
        },
      ],
    };
    expect(await journal.get('old')).toEqual(expected);
  });

  test('that was live is found live, and one that waited for consent would be sent to Anthropic', async () => {
    const { journal, database } = await freshStores();
    const estimate = { model: 'm', prompt: { low: 1, high: 2 }, maxOutput: 3, cost: null };
    const run = { ...version1.run, state: { kind: 'confirming', estimate }, turns: [] };
    await (await database()).put('runs', { ...version1, live: 1, run });
    const [found] = await journal.live();
    expect(found?.state).toEqual({
      kind: 'confirming',
      estimate: {
        endpointId: 'anthropic',
        service: 'Anthropic',
        origin: 'https://api.anthropic.com',
        ...estimate,
      },
      thresholds: consentAbove,
    });
  });

  test('that had no key needed Anthropic’s', async () => {
    const { journal, database } = await freshStores();
    const run = { ...version1.run, state: { kind: 'failed', problem: { kind: 'no-key' } } };
    await (await database()).put('runs', { ...version1, run });
    expect((await journal.get('old'))?.state).toEqual({
      kind: 'failed',
      problem: { kind: 'no-key', service: 'Anthropic' },
    });
  });

  test('is of version 4 once it is written again', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', version1);
    const run = await journal.get('old');
    if (!run) throw new Error('not read');
    await journal.put(run);
    expect(await (await database()).get('runs', 'old')).toMatchObject({ v: 4, live: 0 });
    expect(await journal.get('old')).toEqual(run);
  });

  test('is not mistaken for one of a version to come', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', { ...version1, v: 5 });
    expect(await journal.get('old')).toBeNull();
  });
});

test('a run of an action that there never was cannot be read', async () => {
  const { journal, database } = await freshStores();
  const run = { ...version1.run, actionId: 'toString' };
  await (await database()).put('runs', { ...version1, run });
  expect(await journal.get('old')).toBeNull();
});

describe('a run of version 2', () => {
  test('that waited for consent and named no limits was asked about at the usual ones', async () => {
    const { journal, database } = await freshStores();
    const estimate = {
      endpointId: 'anthropic',
      model: 'm',
      prompt: { low: 1, high: 2 },
      maxOutput: 3,
      cost: null,
    };
    const state = { kind: 'confirming', estimate };
    const run = { ...runWith({ id: 'old', turns: [] }), state };
    await (await database()).put('runs', { ...version1, v: 2, run });
    expect((await journal.get('old'))?.state).toEqual({
      kind: 'confirming',
      estimate: { service: 'Anthropic', origin: 'https://api.anthropic.com', ...estimate },
      thresholds: consentAbove,
    });
  });
});

describe('the source of a run', () => {
  const text = 'x'.repeat(5000);

  test('lies apart from what is written again and again, and is written once', async () => {
    const { journal, database } = await freshStores();
    const run = runWith({ source: sourceWith({ text }) });
    await journal.put(run);
    await (await database()).put('sources', 'as it was first written', 'r');
    await journal.put({ ...run, seen: true });
    expect(JSON.stringify(await (await database()).get('runs', 'r'))).not.toContain(text);
    expect((await journal.get('r'))?.source?.text).toBe('as it was first written');
  });

  test('is not half there: without its text there is none, and the answer stays', async () => {
    const { journal, database } = await freshStores();
    await journal.put(runWith({}));
    await (await database()).delete('sources', 'r');
    expect(await journal.get('r')).toEqual(runWith({ source: null }));
  });

  test('has no text where it is an image', async () => {
    const { journal } = await freshStores();
    const run = runWith({ source: image('f') });
    await journal.put(run);
    expect(await journal.get('r')).toEqual(run);
  });
});

describe('a file', () => {
  const files = async (now = 1) => {
    return (await import('../../../utils/store/files')).createFiles(
      async (data) => `hash of ${data}`,
      () => now,
    );
  };

  test('is found by its id, by another background too', async () => {
    await freshStores();
    expect(await (await files()).keep('aGk=', false)).toBe('hash of aGk=');
    expect(await (await files()).get('hash of aGk=')).toBe('aGk=');
    expect(await (await files()).get('hash of another')).toBeNull();
  });

  test('is there once, however often it is looked at, and is as new as the last look', async () => {
    const { database } = await freshStores();
    await (await files(1)).keep('aGk=', false);
    const again = await files(5);
    await again.keep('aGk=', false);
    await again.deleteStrays(4);
    expect(await (await database()).getAllKeys('files')).toEqual(['hash of aGk=']);
  });

  test('of a private window lives in memory only', async () => {
    const { database } = await freshStores();
    const here = await files();
    await here.keep('aGk=', true);
    expect(await here.get('hash of aGk=')).toBe('aGk=');
    expect(await (await database()).count('files')).toBe(0);
  });

  test('in memory gives way to newer ones when there is too much, the newest never', async () => {
    const { createFiles } = await import('../../../utils/store/files');
    const small = createFiles(
      async (data) => data,
      () => 1,
      10,
    );
    for (const data of ['one45', 'two45', 'one45', 'three']) await small.keep(data, true);
    const there = async (...all: string[]) =>
      (await Promise.all(all.map(small.get))).map((data) => data !== null);
    expect(await there('one45', 'two45', 'three')).toEqual([true, false, true]);
    await small.keep('larger than all of it', true);
    expect(await there('one45', 'three', 'larger than all of it')).toEqual([false, false, true]);
  });

  test('that the disk does not take is sent all the same', async () => {
    const { database } = await freshStores();
    const put = vi.spyOn(await database(), 'put').mockRejectedValueOnce(new Error('full'));
    const here = await files();
    expect(await here.get(await here.keep('aGk=', false))).toBe('aGk=');
    expect(put).toHaveBeenCalledOnce();
  });

  test('goes with the last run that is on it', async () => {
    const { journal, database } = await freshStores();
    await (await files()).keep('aGk=', false);
    await journal.put(
      runWith({ id: 'one', createdAt: 1, turns: [], source: image('hash of aGk=') }),
    );
    await journal.put(
      runWith({ id: 'two', createdAt: 2, turns: [], source: image('hash of aGk=') }),
    );
    await journal.deleteBefore(2);
    expect(await (await database()).count('files')).toBe(1);
    await journal.deleteBefore(3);
    expect(await (await database()).count('files')).toBe(0);
  });

  test('that no run is on is deleted after a time', async () => {
    const { journal, database } = await freshStores();
    const early = await files(1);
    await early.keep('one', false);
    await early.keep('two', false);
    await journal.put(runWith({ source: image('hash of two') }));
    await early.deleteStrays(1);
    expect(await (await database()).getAllKeys('files')).toEqual(['hash of one', 'hash of two']);
    await early.deleteStrays(2);
    expect(await (await database()).getAllKeys('files')).toEqual(['hash of two']);
  });
});

describe('old runs', () => {
  test('are deleted, those of the very moment and later are kept', async () => {
    const { journal, database } = await freshStores();
    for (const createdAt of [1, 2, 3, 4])
      await journal.put(runWith({ id: `r${createdAt}`, createdAt, turns: [] }));
    await journal.deleteBefore(3);
    expect(await (await database()).getAllKeys('runs')).toEqual(['r3', 'r4']);
    expect(await (await database()).getAllKeys('sources')).toEqual(['r3', 'r4']);
    await journal.deleteBefore(0);
    expect(await (await database()).count('heads')).toBe(2);
  });

  test('are those that were last asked long ago: one that is under way, or was asked more since, is kept', async () => {
    const { journal, database } = await freshStores();
    const at = (time: number, state: TurnState = { kind: 'done' }): Turn => ({
      ...turn,
      ...{ state, queuedAt: time, sentAt: time },
    });
    await journal.put(runWith({ id: 'old', createdAt: 1, turns: [at(1), at(2)] }));
    await journal.put(runWith({ id: 'asked more', createdAt: 1, turns: [at(1), at(5)] }));
    await journal.put(
      runWith({ id: 'under way', createdAt: 1, turns: [at(1, { kind: 'streaming' })] }),
    );
    await journal.deleteBefore(5);
    expect(await (await database()).getAllKeys('runs')).toEqual(['asked more', 'under way']);
    expect(await (await database()).getAllKeys('sources')).toEqual(['asked more', 'under way']);
    await journal.deleteBefore(6);
    expect(await (await database()).getAllKeys('runs')).toEqual(['under way']);
  });

  test('are deleted in steps: a run that begins meanwhile waits for one of them', async () => {
    const { journal, database } = await freshStores();
    const db = await database();
    for (let createdAt = 0; createdAt < 130; createdAt += 1)
      await db.put('runs', { id: `old ${createdAt}`, createdAt, live: 0, v: 9, run: {} });
    const deleting = journal.deleteBefore(1_000);
    await db.count('runs');
    await journal.put(runWith({ id: 'new', createdAt: 1_000 }));
    expect(await db.count('runs')).toBeGreaterThan(1);
    await deleting;
    expect(await db.getAllKeys('runs')).toEqual(['new']);
  });

  test('are deleted although they cannot be read any more', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', { id: 'bad', createdAt: 1, live: 0, v: 9, run: {} });
    await journal.deleteBefore(3);
    expect(await (await database()).getAllKeys('runs')).toEqual([]);
  });
});

describe('which run is a tab’s', () => {
  async function freshTabRuns() {
    vi.resetModules();
    return (await import('../../../utils/store/tab-runs')).createTabRuns();
  }

  test('is known in the same tick, and after the background has been away', async () => {
    const tabRuns = await freshTabRuns();
    const set = tabRuns.set(7, 'r');
    expect(await tabRuns.get(7)).toBe('r');
    await set;
    const later = await freshTabRuns();
    expect(await later.get(7)).toBe('r');
    await later.set(8, 'r');
    expect(await later.tabsOf('r')).toEqual([7, 8]);
    expect(await later.tabsOf('another')).toEqual([]);
  });

  test('is the last one, and is forgotten only by its own name', async () => {
    const tabRuns = await freshTabRuns();
    await tabRuns.set(7, 'first');
    await tabRuns.set(7, 'second');
    expect(await tabRuns.tabsOf('first')).toEqual([]);
    await tabRuns.clear(7, 'first');
    expect(await tabRuns.get(7)).toBe('second');
    await tabRuns.clear(7, 'second');
    expect(await (await freshTabRuns()).get(7)).toBeNull();
  });

  test('is known as long as the background lives where the browser keeps nothing for the session', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('full'));
    const tabRuns = await freshTabRuns();
    await tabRuns.set(7, 'r');
    expect(await tabRuns.get(7)).toBe('r');
    await tabRuns.clear(7, 'r');
    expect(await tabRuns.get(7)).toBeNull();
  });
});
