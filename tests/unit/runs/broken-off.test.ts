import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../utils/core/problem';
import { memoryJournal } from '../../../utils/store/runs';
import { choicesWith, sourceWith } from '../support';
import { reading } from './parts';
import {
  freshWorlds,
  full,
  leftByDeath,
  partial,
  type Script,
  scripted,
  settle,
  started,
  stateOf,
  world,
} from './world';

freshWorlds();

describe('an answer that breaks off', () => {
  test.each<[string, Script, string, number]>([
    ['by silence', { events: partial, hangs: true }, 'silence', 61_000],
    ['by an early end', { events: partial }, 'connection', 1_000],
    [
      'by a cut',
      { events: partial, fails: new Failure({ kind: 'interrupted', cause: 'connection' }) },
      'connection',
      1_000,
    ],
  ])('%s is interrupted, keeps its text and is not sent again', async (_, script, cause, ms) => {
    const endpoint = scripted(script);
    const { start, show } = world(endpoint);
    start();
    const view = show();
    await settle(ms);
    expect(view.current()?.turns[0]).toMatchObject({
      text: 'Hello ',
      state: { kind: 'interrupted', cause },
      receipt: { final: false, cost: { kind: 'between' } },
    });
    expect(endpoint.calls).toBe(1);
  });

  test('because nothing ever came is interrupted after a minute', async () => {
    const { start, show } = world(scripted({ hangs: true }));
    start();
    const view = show();
    await settle(61_000);
    expect(view.current()?.turns[0]).toMatchObject({
      state: { kind: 'interrupted', cause: 'silence' },
      text: '',
    });
  });

  test('because the background died is interrupted at the next start, with what was known of its cost', async () => {
    const endpoint = scripted();
    const next = world(endpoint, { journal: await leftByDeath() });
    const view = next.show();
    await settle();
    expect(view.current()?.turns[0]).toMatchObject({
      text: 'Hello ',
      state: { kind: 'interrupted', cause: 'background' },
      receipt: { requestId: 'req_1', final: false, wholeMs: null },
    });
    expect(next.lines).toHaveLength(1);
    expect(endpoint.calls).toBe(0);
  });

  test('because the background died is interrupted also where that cannot be written, and is written once there is room', async () => {
    const journal = memoryJournal();
    const found = await leftByDeath(journal);
    const put = vi.spyOn(found, 'put').mockImplementation(full);
    vi.spyOn(found, 'replace').mockImplementation(full);
    const next = world(scripted(), { journal: found });
    const view = next.show();
    await settle();
    const state = { kind: 'interrupted', cause: 'background' };
    expect(view.current()).toMatchObject({ saved: false, turns: [{ text: 'Hello ', state }] });
    put.mockImplementation(journal.put);
    await settle(5_000);
    expect(view.current()).toMatchObject({ saved: true });
    expect(await journal.get('id-1')).toMatchObject({ turns: [{ text: 'Hello ', state }] });
    expect(next.lines).toHaveLength(1);
  });

  describe('because the background died, and the database cannot be read when the next one starts', () => {
    /** A run that was left live, and a journal that can be read from `mend` on. */
    async function unreadable() {
      const journal = await leftByDeath();
      let closed = true;
      const opened = async <T>(read: () => Promise<T>) => {
        if (closed) throw new Error('closed');
        return read();
      };
      const next = world(scripted({ hangs: true }), {
        newId: () => 'id-of-the-next',
        journal: {
          ...journal,
          live: () => opened(journal.live),
          get: (id) => opened(() => journal.get(id)),
        },
      });
      await settle();
      const mend = () => {
        closed = false;
      };
      return { ...next, journal, mend };
    }

    test('is interrupted as soon as it can be', async () => {
      const { show, mend, lines, badges, journal } = await unreadable();
      expect(show().current()).toBeNull();
      await settle();
      mend();
      const view = show();
      await settle();
      const state = { kind: 'interrupted', cause: 'background' };
      expect(view.current()?.turns).toMatchObject([{ text: 'Hello ', state }]);
      expect(await journal.get('id-1')).toMatchObject({ turns: [{ state }] });
      show();
      await settle();
      expect(lines).toMatchObject([{ outcome: 'interrupted' }]);
      expect(badges).toEqual([[1, 'problem']]);
    });

    test('counts against the limits before anything else is sent', async () => {
      const { start, mend, lines } = await unreadable();
      mend();
      start({ tabId: 2 });
      await settle();
      expect(lines).toMatchObject([{ outcome: 'interrupted' }]);
    });
  });

  test('because the background died between two attempts costs nothing: the first had been refused', async () => {
    const fails = new Failure(
      { kind: 'rate-limited' },
      { kind: 'rejected', requestId: 'req_x', retry: { afterMs: 30_000 } },
    );
    const journal = await leftByDeath(memoryJournal(), scripted({ fails }));
    expect(stateOf(await journal.get('id-1'))).toBe('retrying');
    const view = world(scripted(), { journal }).show();
    await settle();
    expect(view.current()?.turns[0]).toMatchObject({
      state: { kind: 'interrupted', cause: 'background' },
      receipt: null,
    });
  });
});

test('an attempt that takes more than ten minutes is interrupted, although it never fell silent', async () => {
  const endpoint = scripted();
  endpoint.stream = async function* ({ signal, heard }) {
    yield started;
    while (!signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 30_000));
      heard();
    }
  };
  const { start, show } = world(endpoint);
  start();
  const view = show();
  await settle(590_000);
  expect(stateOf(view.current())).toBe('streaming');
  await settle(41_000);
  expect(view.current()?.turns[0]?.state).toEqual({ kind: 'interrupted', cause: 'time' });
});

test('an answer is waited for while a large file is still on its way on a slow line', async () => {
  const media = { kind: 'pdf', file: 'f', pages: 9, from: 1, to: 9 } as const;
  const endpoint = scripted();
  const stream = endpoint.stream.bind(endpoint);
  endpoint.stream = async function* (outgoing) {
    await new Promise((resolve) => setTimeout(resolve, 100_000));
    if (!outgoing.signal.aborted) yield* stream(outgoing);
  };
  const { start, show } = world(endpoint, {
    choices: async () => choicesWith({ thresholds: { nano: 1e12, tokens: 1e9 } }),
    dataOf: async () => ({ kind: 'data', data: 'A'.repeat(10_000_000) }),
  });
  const pdf = sourceWith({ kind: 'pdf', text: '', media });
  start({ capture: reading(pdf) });
  const view = show();
  await settle(99_000);
  expect(stateOf(view.current())).toBe('sending');
  await settle(2_000);
  expect(view.current()?.turns[0]).toMatchObject({ text: 'Hello world.' });
});
