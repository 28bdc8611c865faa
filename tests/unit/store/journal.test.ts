import { unwrap } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import type { Receipt } from '../../../utils/core/money/receipt';
import { type Run, reduce } from '../../../utils/core/runs/run';
import type { TurnState } from '../../../utils/core/runs/turn';
import { problems } from '../../gallery/data/problems';
import { receipt } from '../../gallery/data/runs';
import { freshStorage } from '../fresh-storage';
import { sourceWith } from '../support';
import { freshStores, image, runWith, turn } from './stored-run';

freshStorage();

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
