import { describe, expect, test } from 'vitest';
import type { Access } from '../../../utils/access';
import type { Capture } from '../../../utils/capture/capture';
import { type Answered, Failure, type Problem } from '../../../utils/core/problem';
import { problemOf, type Run } from '../../../utils/core/runs/run';
import { type Journal, memoryJournal } from '../../../utils/store/runs';
import { freshWorlds, large, locked, notingKeys, scripted, settle, stateOf, world } from './world';

freshWorlds();

describe('Stop', () => {
  test('while the journal writes down that it is to be sent sends nothing', async () => {
    const endpoint = scripted();
    const journal = memoryJournal();
    let written = () => {};
    const put: Journal['put'] = async (run) => {
      if (stateOf(run) === 'sending')
        await new Promise<void>((resolve) => {
          written = resolve;
        });
      return journal.put(run);
    };
    const { start, runner } = world(endpoint, { journal: { ...journal, put } });
    start();
    await settle();
    runner.stop('id-1');
    written();
    await settle();
    expect(endpoint.calls).toBe(0);
    expect((await runner.find('id-1'))?.turns[0]).toMatchObject({
      state: { kind: 'stopped' },
      receipt: null,
    });
  });

  test('while the page is read ends the run at once, and nothing is sent or asked, whatever is read yet', async () => {
    const endpoint = scripted();
    const { start, show, runner, lines, awake } = world(endpoint);
    let answer: (captured: Capture) => void = () => {};
    let told: AbortSignal | null = null;
    start({
      capture: (stop) =>
        new Promise((resolve) => {
          told = stop;
          answer = resolve;
        }),
    });
    const view = show();
    await settle();
    runner.stop('id-1');
    await settle();
    const stopped = { state: { kind: 'failed', problem: { kind: 'stopped' } }, turns: [] };
    expect(view.current()).toMatchObject(stopped);
    expect(told).toMatchObject({ aborted: true });
    expect(awake()).toBe(0);
    answer({ kind: 'source', source: large });
    await settle();
    expect(view.current()).toMatchObject(stopped);
    expect(endpoint.calls).toBe(0);
    expect(lines).toEqual([]);
  });
});

describe('a failed attempt', () => {
  const rejected = (kind: 'rate-limited' | 'overloaded', afterMs: number | null): Failure =>
    new Failure({ kind }, { kind: 'rejected', requestId: 'req_x', retry: { afterMs } });

  test('that the service refused is sent again after the time it named', async () => {
    const endpoint = scripted({ fails: rejected('rate-limited', 5_000) });
    const { start, show } = world(endpoint);
    start();
    const view = show();
    await settle(4_000);
    expect(view.current()?.turns[0]?.state).toMatchObject({
      kind: 'retrying',
      problem: { kind: 'rate-limited' },
    });
    await settle(2_000);
    expect(stateOf(view.current())).toBe('done');
    expect(endpoint.calls).toBe(2);
  });

  test('is sent three times at most, and then costs nothing', async () => {
    const busy = { fails: rejected('overloaded', null) };
    const endpoint = scripted(busy, busy, busy, busy);
    const { start, show, lines } = world(endpoint);
    start();
    const view = show();
    await settle(60_000);
    expect(endpoint.calls).toBe(3);
    expect(view.current()?.turns[0]).toMatchObject({
      state: { kind: 'failed', problem: { kind: 'overloaded' } },
      receipt: null,
      requestId: 'req_x',
    });
    expect(lines).toMatchObject([{ outcome: 'failed', cost: { kind: 'exact', nano: 0 } }]);
  });

  describe('that is to be sent again', () => {
    /** Another key is there, or none that can be used, before the service lets it try again; `keys`: with which ones was sent. */
    async function withLater(later: Access) {
      const { endpoint, keys } = notingKeys(scripted({ fails: rejected('rate-limited', 30_000) }));
      let access: Access = { kind: 'granted', key: 'first' };
      const all = world(endpoint, { findAccess: async () => access });
      all.start();
      const view = all.show();
      await settle(1_000);
      expect(stateOf(view.current())).toBe('retrying');
      access = later;
      return { ...all, view, keys };
    }

    test('is sent with the key that is there by then', async () => {
      const { view, keys } = await withLater({ kind: 'granted', key: 'second' });
      await settle(60_000);
      expect(keys).toEqual(['first', 'second']);
      expect(stateOf(view.current())).toBe('done');
    });

    test('is not sent with one that was locked meanwhile; that is said, and nothing was paid', async () => {
      const { view, keys, lines, runner } = await withLater(locked);
      await settle(60_000);
      expect(keys).toEqual(['first']);
      expect(problemOf(view.current() as Run)).toEqual({ kind: 'locked' });
      expect(view.current()?.turns[0]).toMatchObject({ receipt: null });
      expect(lines).toMatchObject([{ outcome: 'failed', cost: { kind: 'exact', nano: 0 } }]);
      expect((await runner.budget.state()).reserved).toBe(0);
    });

    test('is stopped, and no word is said about a key', async () => {
      const { view, runner } = await withLater(locked);
      runner.stop('id-1');
      await settle();
      expect(stateOf(view.current())).toBe('stopped');
    });
  });

  test('can be stopped while it waits', async () => {
    const endpoint = scripted({ fails: rejected('rate-limited', 30_000) });
    const { start, show, runner } = world(endpoint);
    start();
    const view = show();
    await settle(1_000);
    runner.stop('id-1');
    await settle(60_000);
    expect(endpoint.calls).toBe(1);
    expect(view.current()?.turns[0]).toMatchObject({ state: { kind: 'stopped' }, receipt: null });
  });

  test.each<[string, Problem, Answered]>([
    [
      'after which nobody knows',
      { kind: 'service-failed', status: 500 },
      { kind: 'ambiguous', requestId: null },
    ],
    [
      'that would fail again',
      { kind: 'key-refused' },
      { kind: 'rejected', requestId: null, retry: false },
    ],
    [
      'with too long a wait',
      { kind: 'rate-limited' },
      { kind: 'rejected', requestId: null, retry: { afterMs: 61_000 } },
    ],
  ])('%s is never sent again by itself', async (_, problem, answered) => {
    const endpoint = scripted({ fails: new Failure(problem, answered) });
    const { start, show } = world(endpoint);
    start();
    const view = show();
    await settle(120_000);
    expect(endpoint.calls).toBe(1);
    expect(view.current()?.turns[0]?.state).toEqual({ kind: 'failed', problem });
    const receipt = view.current()?.turns[0]?.receipt;
    if (answered.kind === 'ambiguous') expect(receipt?.cost.kind).toBe('between');
    else expect(receipt).toBeNull();
  });
});
