import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Line } from '../../../utils/core/ledger/ledger-line';
import { mostOf } from '../../../utils/core/money/cost';
import { Failure, type Problem } from '../../../utils/core/problem';
import type { Choices } from '../../../utils/runs/choices';
import type { RunnerParts } from '../../../utils/runs/office';
import { memoryJournal } from '../../../utils/store/runs';
import { choicesWith, instructionFor, nothingSpent, sourceWith } from '../support';
import { reading } from './parts';
import { freshWorlds, full, halfway, scripted, settle, stateOf, whole, world } from './world';

freshWorlds();

describe('a run of a private window', () => {
  test('reaches the ledger as a cost, and the journal not at all', async () => {
    const journal = memoryJournal();
    const put = vi.spyOn(journal, 'put');
    const { start, show, lines } = world(scripted(), { journal });
    start({ private: true });
    const view = show();
    await settle();
    expect(stateOf(view.current())).toBe('done');
    expect(put).not.toHaveBeenCalled();
    expect(lines).toMatchObject([{ cost: { kind: 'exact' }, action: null, site: '' }]);
  });
});

describe('a run of a private window whose background dies', () => {
  const pending = async () => (await fakeBrowser.storage.session.get()).pendingLines;

  test('leaves what it may have cost, in a session’s memory first and then in the ledger', async () => {
    const journal = memoryJournal();
    const put = vi.spyOn(journal, 'put');
    world(halfway(), { journal }).start({ private: true });
    await settle(1_500);
    expect(await pending()).toMatchObject([{ action: null, site: '', requestId: null }]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('pending');
    const { lines } = world(scripted(), { journal });
    await settle();
    expect(lines).toMatchObject([
      { outcome: 'interrupted', cost: { kind: 'between' }, action: null, site: '' },
    ]);
    expect(await pending()).toEqual([]);
    expect(put).not.toHaveBeenCalled();
  });

  test('leaves nothing once it has ended, or when it was refused', async () => {
    const refused = { kind: 'rejected', requestId: null, retry: false } as const;
    const { start, lines } = world(
      scripted({ events: whole }, { fails: new Failure({ kind: 'key-refused' }, refused) }),
    );
    start({ private: true });
    await settle();
    expect(await pending()).toEqual([]);
    start({ private: true, ...instructionFor('explain') });
    await settle();
    expect(await pending()).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  test('counts against the limits at the most that it may have cost', async () => {
    world(halfway()).start({ private: true });
    await settle(1_500);
    const lines: Line[] = [];
    const ledger: RunnerParts['ledger'] = {
      write: async (line) => void lines.push(line),
      spentFrom: async () => ({
        days: lines.map(({ day, cost }) => ({ day, atMost: mostOf(cost) ?? 0, unpriced: 0 })),
        turnIds: new Set(),
      }),
    };
    const { spent } = await world(scripted(), { ledger }).runner.budget.state();
    expect(spent.day.atMost).toBeGreaterThan(20 * 500);
  });

  test('counts so also while there is no room for its line, and once when there is', async () => {
    world(halfway()).start({ private: true });
    await settle(1_500);
    const lines: Line[] = [];
    const write = vi.fn(full as (line: Line) => Promise<void>);
    const ledger: RunnerParts['ledger'] = {
      write,
      spentFrom: async (_, turnIds) => ({
        days: lines.map(({ day, cost }) => ({ day, atMost: mostOf(cost) ?? 0, unpriced: 0 })),
        turnIds: new Set(turnIds().filter((id) => lines.some((line) => line.id === id))),
      }),
    };
    const { budget } = world(scripted(), { ledger }).runner;
    const { spent } = await budget.state();
    expect(spent.day.atMost).toBeGreaterThan(20 * 500);
    write.mockImplementation(async (line) => void lines.push(line));
    await settle(5_000);
    expect(lines).toHaveLength(1);
    budget.forget([]);
    expect((await budget.state()).spent).toEqual(spent);
  });

  test('has its line once there is room, though nobody comes and the journal cannot be read', async () => {
    world(halfway()).start({ private: true });
    await settle(1_500);
    const journal = { ...memoryJournal(), live: () => Promise.reject(new Error('damaged')) };
    const lines: Line[] = [];
    const write = vi.fn(async (line: Line) => void lines.push(line));
    write.mockImplementationOnce(full).mockImplementationOnce(full);
    world(scripted(), { journal, ledger: { write, spentFrom: nothingSpent } });
    await settle(6_000);
    expect(lines).toMatchObject([{ outcome: 'interrupted' }]);
  });
});

describe('a run of a private window is gone from memory', () => {
  test('when its tab is closed, and costs no more: what is still on its way is stopped', async () => {
    const lines: Line[] = [];
    const write = async (line: Line) => void lines.push(line);
    const { start, runner } = world(halfway(), { ledger: { write, spentFrom: nothingSpent } });
    start({ private: true });
    await settle();
    expect(lines).toEqual([]);
    runner.forget(1);
    await settle();
    expect(lines).toMatchObject([{ outcome: 'stopped' }]);
    expect(await runner.find('id-1')).toBeNull();
  });

  test('when its tab is closed, but not while a view shows it', async () => {
    const { start, runner } = world(halfway());
    const viewer = { post() {} };
    start({ private: true });
    await settle();
    await runner.watch(viewer, { kind: 'tab', tabId: 1, last: false });
    runner.forget(1);
    await settle();
    expect((await runner.find('id-1'))?.turns).toMatchObject([{ state: { kind: 'streaming' } }]);
    runner.unwatch(viewer);
    await settle();
    expect(await runner.find('id-1')).toBeNull();
  });

  test('which is no reason to stop one that another tab leads to, or that History will have', async () => {
    const { start, runner, parts } = world(halfway());
    start({ private: true });
    await settle();
    await parts.tabRuns.set(2, 'id-1');
    runner.forget(1);
    await settle();
    expect((await runner.find('id-1'))?.turns).toMatchObject([{ state: { kind: 'streaming' } }]);
    const usual = world(halfway());
    usual.start();
    await settle();
    usual.runner.forget(1);
    await settle();
    expect((await usual.runner.find('id-1'))?.turns).toMatchObject([
      { state: { kind: 'streaming' } },
    ]);
  });

  test('when its tab leads to another, unless a view shows it', async () => {
    const { start, runner } = world(scripted());
    const viewer = { post() {} };
    start({ private: true });
    await settle();
    await runner.watch(viewer, { kind: 'run', runId: 'id-1' });
    start({ private: true, ...instructionFor('explain') });
    await settle();
    expect(await runner.find('id-1')).not.toBeNull();
    runner.unwatch(viewer);
    start({ private: true, ...instructionFor('summarize') });
    await settle();
    expect(await runner.find('id-1')).toBeNull();
    expect(await runner.find('id-5')).not.toBeNull();
  });
});

describe('a private window', () => {
  const privateWindowOff: Problem = { kind: 'private-window-off' };
  const off = { choices: async () => choicesWith({ inPrivateWindows: false }) };

  test('with the rule off shows and stores nothing of the page, and sends nothing', async () => {
    const journal = memoryJournal();
    const put = vi.spyOn(journal, 'put');
    const endpoint = scripted();
    const { start, show, lines } = world(endpoint, { ...off, journal });
    start({ private: true });
    const view = show();
    await settle();
    expect(view.current()).toMatchObject({
      state: { kind: 'failed', problem: { kind: 'private-window-off' } },
      source: null,
      turns: [],
    });
    expect(JSON.stringify(view.messages)).not.toContain('harbour');
    expect(put).not.toHaveBeenCalled();
    expect([endpoint.calls, lines.length]).toEqual([0, 0]);
  });

  test('with the rule off is not read', async () => {
    const capture = vi.fn(reading(sourceWith()));
    const { start, show } = world(scripted(), off);
    start({ private: true, capture });
    const view = show();
    await settle();
    expect(view.current()?.state).toEqual({ kind: 'failed', problem: privateWindowOff });
    expect(capture).not.toHaveBeenCalled();
  });

  test('is not read before the rule is known', async () => {
    const capture = vi.fn(reading(sourceWith()));
    let tell: (choices: Choices) => void = () => {};
    const told = new Promise<Choices>((resolve) => {
      tell = resolve;
    });
    const { start, show } = world(scripted(), { choices: () => told });
    start({ private: true, capture });
    const view = show();
    await settle();
    expect(capture).not.toHaveBeenCalled();
    tell(choicesWith());
    await settle();
    expect(capture).toHaveBeenCalledOnce();
    expect(stateOf(view.current())).toBe('done');
  });

  test('sends nothing that waited for consent when the rule has become off', async () => {
    const endpoint = scripted();
    let inPrivateWindows = true;
    const thresholds = { nano: 0, tokens: 0 };
    const { start, show, runner } = world(endpoint, {
      choices: async () => choicesWith({ thresholds, inPrivateWindows }),
    });
    start({ private: true });
    const view = show();
    await settle();
    inPrivateWindows = false;
    await runner.confirm('id-1');
    await settle();
    expect(view.current()?.state).toEqual({ kind: 'failed', problem: privateWindowOff });
    expect(endpoint.calls).toBe(0);
  });

  test('is not concerned by it when it is none', async () => {
    const { start, show } = world(scripted(), off);
    start();
    const view = show();
    await settle();
    expect(stateOf(view.current())).toBe('done');
  });
});
