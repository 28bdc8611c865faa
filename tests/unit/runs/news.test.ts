import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../utils/core/problem';
import type { RunnerParts } from '../../../utils/runs/office';
import { memoryJournal } from '../../../utils/store/runs';
import { sourceWith } from '../support';
import { reading } from './parts';
import {
  freshWorlds,
  halfway,
  leftByDeath,
  partial,
  type Script,
  scripted,
  settle,
  started,
  world,
} from './world';

freshWorlds();

describe('a run that has been seen', () => {
  async function seenRun(aside: boolean) {
    const all = world(scripted());
    all.start();
    await settle();
    await all.runner.seen('id-1', 1, aside);
    return all;
  }

  test('is still its tab’s for a panel, and no longer for a popup', async () => {
    const { show } = await seenRun(false);
    const [popup, panel] = [show(1, false), show(1, true)];
    await settle();
    expect(popup.messages).toEqual([{ kind: 'snapshot', run: null }]);
    expect(panel.current()).toMatchObject({ id: 'id-1', seen: true });
  });

  test('and set aside is no longer its tab’s for anyone, but can be found', async () => {
    const { show, runner } = await seenRun(true);
    const panel = show(1, true);
    await settle();
    expect(panel.messages).toEqual([{ kind: 'snapshot', run: null }]);
    expect(await runner.find('id-1')).toMatchObject({ seen: true });
  });

  test('is seen in the journal as well', async () => {
    const { parts } = await seenRun(false);
    expect(await parts.journal.get('id-1')).toMatchObject({ seen: true });
  });

  test('is not seen while it is under way', async () => {
    const { start, runner, show } = world(halfway());
    start();
    await settle();
    await runner.seen('id-1', 1, true);
    const view = show();
    await settle();
    expect(view.current()).toMatchObject({ id: 'id-1', seen: false });
  });

  test('and is not known any more leaves its tab', async () => {
    const { parts, runner } = world(scripted());
    await parts.tabRuns.set(1, 'lost');
    await runner.seen('lost', 1, false);
    expect(await parts.tabRuns.get(1)).toBeNull();
  });

  test('of a private window is never put into the journal, whatever is forgotten at the same moment', async () => {
    for (let steps = 0; steps < 40; steps += 1) {
      const journal = memoryJournal();
      const put = vi.spyOn(journal, 'put');
      const { start, runner } = world(scripted(), { journal });
      start({ private: true });
      await settle();
      runner.forget(1);
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      await runner.seen('id-1', 1, false);
      await settle();
      expect(put).not.toHaveBeenCalled();
    }
  });

  test('of a private window is seen in memory alone', async () => {
    const journal = memoryJournal();
    const put = vi.spyOn(journal, 'put');
    const { start, runner } = world(scripted(), { journal });
    start({ private: true });
    await settle();
    await runner.seen('id-1', 1, false);
    expect(await runner.find('id-1')).toMatchObject({ seen: true });
    expect(put).not.toHaveBeenCalled();
  });
});

describe('the button of a tab', () => {
  test('shows that a run is under way, that it is done, and nothing once that was seen', async () => {
    const { start, runner, badges } = world(scripted());
    start();
    expect(badges).toEqual([[1, 'running']]);
    await settle();
    await runner.seen('id-1', 1, false);
    expect(badges).toEqual([
      [1, 'running'],
      [1, 'done'],
      [1, null],
    ]);
  });

  test.each<[string, Partial<RunnerParts>, Script]>([
    ['offline', { isOnline: () => false }, {}],
    ['with a failure', {}, { fails: new Failure({ kind: 'service-failed', status: 500 }) }],
    ['that broke off', {}, { events: partial }],
    ['that was cut', {}, { events: [started, { kind: 'finished', outcome: { kind: 'cut' } }] }],
  ])('shows a problem of a run %s', async (_, change, script) => {
    const { start, badges } = world(scripted(script), change);
    start();
    await settle();
    expect(badges.at(-1)).toEqual([1, 'problem']);
  });

  test('shows that a run waits for consent', async () => {
    const { start, badges } = world(scripted());
    const text = 'many words '.repeat(40_000);
    start({ capture: reading(sourceWith({ text })) });
    await settle();
    expect(badges.at(-1)).toEqual([1, 'done']);
  });

  test('shows each tab its own', async () => {
    const { start, badges } = world(scripted({}, { events: partial, hangs: true }));
    start({ tabId: 1 });
    start({ tabId: 2 });
    await settle();
    expect(badges.findLast(([tabId]) => tabId === 1)).toEqual([1, 'problem']);
    expect(badges.findLast(([tabId]) => tabId === 2)).toEqual([2, 'running']);
  });

  test('shows in both tabs how a run has ended that was asked more in a second one', async () => {
    const { start, runner, badges } = world(scripted());
    start();
    await settle();
    await runner.ask({ runId: 'id-1', tabId: 2, question: 'How?', unsaved: false });
    expect(badges.at(-1)).toEqual([2, 'running']);
    await settle();
    expect(badges.slice(-2)).toEqual([
      [1, 'done'],
      [2, 'done'],
    ]);
  });

  test('tells what became of the run of a tab whose place it has taken, as of one that was discarded', async () => {
    const { start, runner, badges, show } = world(scripted());
    start();
    await settle();
    await runner.replace(1, 9);
    expect(badges.at(-1)).toEqual([9, 'done']);
    const view = show(9);
    await settle();
    expect(view.messages).toMatchObject([{ kind: 'snapshot', run: { id: 'id-1' } }]);
    await runner.replace(2, 10);
    expect(badges.at(-1)).toEqual([9, 'done']);
  });

  test('is left alone when its tab has been closed', async () => {
    const { start, runner, badges } = world(halfway());
    start();
    await settle();
    runner.forget(1);
    await settle();
    runner.stop('id-1');
    await settle();
    expect(badges).toEqual([[1, 'running']]);
  });

  test('tells nothing of a private run that died with its background once a view asks for it', async () => {
    const journal = memoryJournal();
    world(halfway(), { journal }).start({ private: true });
    await settle(1_500);
    const { show, badges, parts } = world(scripted(), { journal });
    await settle();
    expect(badges).toEqual([]);
    const view = show();
    await settle();
    expect(view.messages).toEqual([{ kind: 'snapshot', run: null }]);
    expect(badges).toEqual([[1, null]]);
    expect(await parts.tabRuns.get(1)).toBeNull();
  });

  test('is left alone by a view that asks for a run by its name', async () => {
    const { runner, badges, parts } = world(scripted());
    await parts.tabRuns.set(1, 'lost');
    await runner.watch({ post() {} }, { kind: 'run', runId: 'lost' });
    expect(badges).toEqual([]);
    expect(await parts.tabRuns.get(1)).toBe('lost');
  });

  test('shows what became of a run whose background died', async () => {
    const { badges } = world(scripted(), { journal: await leftByDeath() });
    await settle();
    expect(badges).toEqual([[1, 'problem']]);
  });
});
