import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../utils/core/problem';
import { problemOf, type Run } from '../../../utils/core/runs/run';
import { memoryJournal } from '../../../utils/store/runs';
import { nothingSpent } from '../support';
import { freshWorlds, halfway, scripted, settle, stateOf, world } from './world';

freshWorlds();

describe('a run', () => {
  test('is one run and one request for a double click', async () => {
    const endpoint = halfway();
    const { start } = world(endpoint);
    start();
    start();
    await settle();
    start();
    await settle();
    expect(endpoint.calls).toBe(1);
  });

  test.each([-3_600_000, 3_600_000])(
    'is one for a double click while the clock is set by %i ms, and the next click begins another',
    async (ms) => {
      const endpoint = halfway();
      const { start } = world(endpoint);
      start();
      await settle();
      vi.setSystemTime(Date.now() + ms);
      start();
      await settle(2_100);
      expect(endpoint.calls).toBe(1);
      vi.setSystemTime(Date.now() + ms);
      start();
      await settle();
      expect(endpoint.calls).toBe(2);
    },
  );

  test('is one for each of two links or pictures, however soon they are clicked', async () => {
    const endpoint = halfway();
    const { start } = world(endpoint);
    const link = (address: string) => ({ kind: 'link', address }) as const;
    for (const address of ['https://one.example/', 'https://two.example/', 'https://two.example/'])
      start({ aim: link(address) });
    start({ aim: { kind: 'tab', wants: 'everything' } });
    await settle();
    expect(endpoint.calls).toBe(3);
  });

  test('is one run and one request for a key that is held, however long and whatever comes of it', async () => {
    const endpoint = halfway();
    const { start } = world(endpoint);
    for (let ms = 0; ms < 10_000; ms += 50) {
      start();
      await settle(50);
    }
    expect(endpoint.calls).toBe(1);

    const quick = scripted();
    const other = world(quick);
    other.start();
    await settle(900);
    for (let ms = 0; ms < 5_000; ms += 50) {
      other.start();
      await settle(50);
    }
    expect(quick.calls).toBe(1);
    await settle(1_000);
    other.start();
    await settle();
    expect(quick.calls).toBe(2);
  });

  test('is shown by a view that asks for it in the same second as another got it', async () => {
    const { start, show, runner } = world(scripted());
    start();
    show();
    await settle();
    await runner.seen('id-1', 1, false);
    const other = show();
    await settle();
    expect(other.current()).toBeNull();
    start();
    await settle();
    expect(stateOf(other.current())).toBe('done');
  });

  test('may be asked for again at once when the first came to nothing, or a new answer is wanted', async () => {
    const endpoint = scripted({ fails: new Failure({ kind: 'offline' }) });
    const { start } = world(endpoint);
    start();
    await settle();
    start();
    await settle();
    start({ fresh: true });
    await settle();
    expect(endpoint.calls).toBe(3);
  });

  test('is asked for again at once when a new answer is wanted, though the end of the first is still being written', async () => {
    const endpoint = scripted();
    const never = new Promise<never>(() => {});
    const ledger = { write: () => never, spentFrom: nothingSpent };
    const { start } = world(endpoint, { ledger });
    start();
    await settle();
    start({ fresh: true });
    await settle();
    expect(endpoint.calls).toBe(2);
  });

  test('that has failed may be asked for again at once, though that is still being written', async () => {
    const endpoint = scripted();
    const journal = memoryJournal();
    const slow = { ...journal, put: () => new Promise<never>(() => {}) };
    const { start, runner } = world(endpoint, { journal: slow });
    start({ capture: async () => ({ kind: 'problem', problem: { kind: 'offline' } }) });
    await settle();
    expect(problemOf((await runner.find('id-1')) as Run)?.kind).toBe('offline');
    start({ saved: false });
    await settle();
    expect(endpoint.calls).toBe(1);
  });
});
