import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Line } from '../../../utils/core/ledger/ledger-line';
import { problemOf, type Run } from '../../../utils/core/runs/run';
import { type Journal, memoryJournal } from '../../../utils/store/runs';
import { instructionFor, nothingSpent } from '../support';
import {
  freshWorlds,
  full,
  leftByDeath,
  scripted,
  settle,
  stateOf,
  type World,
  whole,
  world,
} from './world';

freshWorlds();

describe.each<[string, Journal['put']]>([
  ['is full', full],
  ['fails', () => Promise.reject(new Error('busy'))],
])('a journal that %s', (_, put) => {
  test('lets nothing be sent, and the user may go on unsaved', async () => {
    const endpoint = scripted();
    const { start, show, lines } = world(endpoint, { journal: { ...memoryJournal(), put } });
    start();
    const view = show();
    await settle();
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'storage-failing' });
    expect([endpoint.calls, lines.length]).toEqual([0, 0]);
    start({ saved: false });
    await settle(3_000);
    expect(view.current()).toMatchObject({ saved: false, turns: [{ text: 'Hello world.' }] });
    expect(endpoint.calls).toBe(1);
  });

  test('in mid-stream loses no answer, which is said not to be kept', async () => {
    const journal = memoryJournal();
    const endpoint = scripted();
    const { start, show } = world(endpoint, { journal });
    start();
    vi.spyOn(journal, 'put').mockResolvedValueOnce().mockImplementation(put);
    const view = show();
    await settle(3_000);
    expect(view.current()).toMatchObject({
      saved: false,
      turns: [{ text: 'Hello world.', state: { kind: 'done' }, receipt: { final: true } }],
    });
    expect(endpoint.calls).toBe(1);
  });
});

describe('a journal', () => {
  test('that fails once has the answer all the same', async () => {
    const journal = memoryJournal();
    const { start, show } = world(scripted(), { journal });
    start();
    vi.spyOn(journal, 'put').mockResolvedValueOnce().mockRejectedValueOnce(new Error('busy'));
    const view = show();
    await settle();
    expect(view.current()).toMatchObject({ saved: true, turns: [{ state: { kind: 'done' } }] });
    expect(await journal.get('id-1')).toMatchObject({
      saved: true,
      turns: [{ text: 'Hello world.' }],
    });
  });

  test('that fails once has the answer a second later, though the service says nothing more', async () => {
    const journal = memoryJournal();
    const { start, show } = world(scripted({ events: whole.slice(0, 3), hangs: true }), {
      journal,
    });
    const { put } = journal;
    let tries = 0;
    vi.spyOn(journal, 'put').mockImplementation(async (run) => {
      if (run.turns[0]?.text && ++tries === 1) throw new Error('busy');
      await put(run);
    });
    start();
    const view = show();
    await settle(2_500);
    expect(view.current()).toMatchObject({
      saved: true,
      turns: [{ state: { kind: 'streaming' } }],
    });
    expect((await journal.get('id-1'))?.turns[0]?.text).toBe('Hello world.');
  });
});

describe('a ledger', () => {
  test('that fails for a while has the line all the same, a little later', async () => {
    const lines: Line[] = [];
    const write = vi.fn(async (line: Line) => void lines.push(line));
    write.mockRejectedValueOnce(new Error('busy')).mockRejectedValueOnce(new Error('busy'));
    const { start, awake } = world(scripted(), { ledger: { write, spentFrom: nothingSpent } });
    start();
    await settle(1_500);
    expect([lines.length, awake()]).toEqual([0, 1]);
    await settle(5_000);
    expect(lines).toMatchObject([{ outcome: 'done', cost: { kind: 'exact' } }]);
    expect(awake()).toBe(0);
    await fakeBrowser.storage.session.clear();
    const next = world(scripted());
    await settle();
    expect(next.lines).toEqual([]);
  });

  test('that fails when the next background starts has the line of what the last one left a little later', async () => {
    const journal = await leftByDeath();
    const lines: Line[] = [];
    const write = vi.fn(async (line: Line) => void lines.push(line));
    write.mockRejectedValueOnce(new Error('busy')).mockRejectedValueOnce(new Error('busy'));
    world(scripted(), { journal, ledger: { write, spentFrom: nothingSpent } });
    await settle();
    expect(lines).toEqual([]);
    await settle(5_000);
    expect(lines).toMatchObject([{ outcome: 'interrupted', cost: { kind: 'between' } }]);
  });

  test('that has not written a line when its background dies has it at the next start, with the exact cost', async () => {
    const journal = memoryJournal();
    const never = new Promise<void>(() => {});
    const ledger = { write: () => never, spentFrom: nothingSpent };
    world(scripted(), { journal, ledger }).start();
    await settle(1_500);
    expect(stateOf(await journal.get('id-1'))).toBe('done');
    const { lines } = world(scripted(), { journal });
    await settle();
    expect(lines).toMatchObject([{ outcome: 'done', cost: { kind: 'exact' } }]);
    await settle();
    const third = world(scripted(), { journal });
    await settle();
    expect(third.lines).toEqual([]);
  });
});

describe('what a full storage would not take', () => {
  test('is kept, with its line, once there is room and somebody looks', async () => {
    const journal = memoryJournal();
    const lines = new Map<string, Line>();
    const write = vi.fn(async (line: Line) => void lines.set(line.id, line));
    const endpoint = scripted();
    const ledger = { write, spentFrom: nothingSpent };
    const { start, show, parts, runner } = world(endpoint, { journal, ledger });
    start();
    const put = vi.spyOn(journal, 'put').mockResolvedValueOnce().mockImplementation(full);
    write.mockImplementation(full);
    const view = show();
    await settle(3_000);
    const { id } = view.current() as Run;
    expect(await parts.journal.get(id)).toBeNull();
    put.mockRestore();
    write.mockImplementation(async (line) => void lines.set(line.id, line));
    const second = show();
    await settle();
    for (const each of [view, second])
      expect(each.current()).toMatchObject({ saved: true, turns: [{ text: 'Hello world.' }] });
    expect(await parts.journal.get(id)).toEqual(await runner.find(id));
    expect([...lines.values()]).toMatchObject([{ outcome: 'done' }]);
    expect(endpoint.calls).toBe(1);
  });

  test('is kept by itself a little later', async () => {
    const journal = memoryJournal();
    const { start, show } = world(scripted(), { journal });
    start();
    const put = vi.spyOn(journal, 'put').mockResolvedValueOnce().mockImplementation(full);
    const view = show();
    await settle(3_000);
    expect(view.current()).toMatchObject({ saved: false, turns: [{ text: 'Hello world.' }] });
    put.mockRestore();
    await settle(5_000);
    expect(view.current()).toMatchObject({ saved: true, turns: [{ text: 'Hello world.' }] });
    expect(await journal.get(view.current()?.id ?? '')).toEqual(view.current());
  });

  test('has a line for each of its turns once there is room', async () => {
    const journal = memoryJournal();
    const lines = new Map<string, Line>();
    const add = async (line: Line) => void lines.set(line.id, line);
    const write = vi.fn(full as () => Promise<void>);
    const ledger = { write, spentFrom: nothingSpent };
    const { start, runner } = world(scripted(), { journal, ledger });
    const put = vi.spyOn(journal, 'put').mockImplementation(full);
    start({ saved: false });
    await settle(1_500);
    await runner.ask({ runId: 'id-1', tabId: 1, question: 'How?', unsaved: true });
    await settle(1_500);
    put.mockRestore();
    write.mockImplementation(add as () => Promise<void>);
    await settle(5_000);
    const kept = await journal.get('id-1');
    expect(kept?.turns).toHaveLength(2);
    expect([...lines.keys()]).toEqual(kept?.turns.map(({ id }) => id));
  });

  test('brings back no line that the user has deleted since', async () => {
    const journal = memoryJournal();
    const lines = new Map<string, Line>();
    const write = async (line: Line) => void lines.set(line.id, line);
    const { start } = world(scripted(), { journal, ledger: { write, spentFrom: nothingSpent } });
    const put = vi.spyOn(journal, 'put').mockImplementation(full);
    start({ saved: false });
    await settle(1_500);
    expect(lines.size).toBe(1);
    lines.clear();
    put.mockRestore();
    await settle(5_000);
    expect((await journal.get('id-1'))?.turns).toHaveLength(1);
    expect(lines.size).toBe(0);
  });

  test.each([
    ['its tab was closed', ({ runner }: World) => runner.forget(1)],
    ['its tab has a newer one', ({ start }: World) => start(instructionFor('explain'))],
  ])('is kept once there is room, though %s', async (_, leave) => {
    const journal = memoryJournal();
    const there = world(scripted(), { journal });
    there.start();
    const put = vi.spyOn(journal, 'put').mockResolvedValueOnce().mockImplementation(full);
    await settle(3_000);
    leave(there);
    await settle(3_000);
    put.mockRestore();
    await settle(5_000);
    expect(await journal.get('id-1')).toMatchObject({ turns: [{ text: 'Hello world.' }] });
  });

  test('is not kept later where it never left, or is of a private window', async () => {
    const journal = memoryJournal();
    const { start, show, runner, parts } = world(scripted(), { journal });
    const put = vi.spyOn(journal, 'put').mockImplementation(full);
    start();
    start({ tabId: 2, private: true });
    await settle(3_000);
    put.mockRestore();
    for (const tabId of [1, 2]) {
      const view = show(tabId);
      await settle();
      const { id } = view.current() as Run;
      expect([await parts.journal.get(id), await runner.find(id)]).toEqual([null, view.current()]);
    }
  });
});
