import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextCost } from '../../../utils/core/runs/next-cost';
import type { Run } from '../../../utils/core/runs/run';
import { digest } from '../../../utils/digest';
import { anthropic } from '../../../utils/endpoints/anthropic';
import type { Choices } from '../../../utils/runs/choices';
import type { RunnerParts } from '../../../utils/runs/office';
import type { Start } from '../../../utils/runs/start';
import { fault, type StandIn, startStandIn } from '../../stand-in/stand-in';
import { freshStorage } from '../fresh-storage';
import {
  choicesWith,
  endpointWith,
  fetchFrom,
  instructionFor,
  nothingSpent,
  sourceWith,
} from '../support';
import { startOn, usualParts } from './parts';

let api: StandIn;
beforeAll(async () => {
  api = await startStandIn();
});
freshStorage();
beforeEach(() => api.reset());
afterAll(() => api.close());

const posts = () => api.requests.filter(({ path }) => path === '/v1/messages').length;

async function world(change: Partial<RunnerParts> = {}) {
  vi.resetModules();
  const { journal } = await import('../../../utils/store/runs');
  const { shelf } = await import('../../../utils/store/delete-runs');
  const { answers } = await import('../../../utils/store/answers');
  const { createRunner } = await import('../../../utils/runs/runner');
  const { createTabRuns } = await import('../../../utils/store/tab-runs');
  const lines: string[] = [];
  let [ids, tabs, rests] = [0, 0, 0];
  const parts: RunnerParts = {
    ...usualParts(),
    tabRuns: createTabRuns(),
    newId: () => `id-${++ids}`,
    open: (config) => anthropic(config, fetchFrom(api)),
    journal,
    answers,
    ledger: { write: async ({ id }) => void lines.push(id), spentFrom: nothingSpent },
    digest,
    rested() {
      rests += 1;
    },
    ...change,
  };
  const runner = createRunner(parts);
  /** Does what has a turn of a run for its consequence, and waits until all is done that comes of it. */
  const resting = async (id: string, act: () => unknown): Promise<Run> => {
    const before = rests;
    await act();
    await vi.waitFor(() => expect(rests).toBe(before + 1), { timeout: 15_000 });
    return (await runner.find(id)) as Run;
  };
  function start(change: Partial<Start> = {}, text = sourceWith().text): void {
    runner.begin(startOn(sourceWith({ text }), { tabId: ++tabs, ...change }));
  }
  const begin = (...what: Parameters<typeof start>): Promise<Run> =>
    resting(`id-${ids + 1}`, () => start(...what));
  const ask = (runId: string, fresh = false) =>
    resting(runId, () =>
      runner.ask({ runId, tabId: 1, question: 'How thick?', unsaved: false, fresh }),
    );
  const confirm = (runId: string) => resting(runId, () => runner.confirm(runId));
  return { runner, start, begin, ask, confirm, lines, shelf, journal };
}

describe('the very same request', () => {
  test('is answered by what it was answered before: nothing is sent, nothing paid, no line written', async () => {
    const { begin, lines } = await world();
    const first = await begin();
    const second = await begin();
    expect(posts()).toBe(1);
    const [before, turn] = [first.turns[0], second.turns[0]];
    expect(turn).toMatchObject({
      text: before?.text,
      state: { kind: 'done' },
      requestHash: before?.requestHash,
      repeated: { at: before?.sentAt },
      receipt: null,
      sentAt: null,
    });
    expect(second.id).not.toBe(first.id);
    expect(lines).toHaveLength(1);
    expect(nextCost(second, 'More?', Date.now())).toEqual(nextCost(first, 'More?', Date.now()));
  });

  test('is the same when it would be cached by now, or no more', async () => {
    const text = 'The harbour froze in January. '.repeat(300);
    let followed = 0;
    const { begin } = await world({
      choices: async () => choicesWith({ followUps: { summarize: { answers: 20, followed } } }),
    });
    const plain = await begin({}, text);
    followed = 20;
    const cached = await begin({}, text);
    expect(cached.turns[0]?.repeated).toEqual({ at: plain.turns[0]?.sentAt });
    await begin({ fresh: true }, text);
    followed = 0;
    await begin({}, text);
    expect(posts()).toBe(2);
  });

  test('needs no key, no network and no consent', async () => {
    let away = false;
    const { begin } = await world({
      isOnline: () => !away,
      choices: async () => choicesWith(away ? { thresholds: { nano: 0, tokens: 0 } } : {}),
      findAccess: async () =>
        away
          ? { kind: 'problem', problem: { kind: 'key-gone' } }
          : { kind: 'granted', key: 'sk-ant-demo' },
    });
    await begin();
    away = true;
    expect((await begin()).turns[0]?.repeated).toBeDefined();
    expect(posts()).toBe(1);
  });

  test('needs no room on the disk: the answer is shown, and said to be unsaved', async () => {
    const { begin, journal } = await world();
    const first = await begin();
    vi.spyOn(journal, 'put').mockRejectedValue(new DOMException('No room', 'QuotaExceededError'));
    const second = await begin();
    expect(second).toMatchObject({ saved: false, state: { kind: 'active' } });
    expect(second.turns[0]).toMatchObject({
      text: first.turns[0]?.text,
      repeated: { at: first.turns[0]?.sentAt },
    });
    expect(posts()).toBe(1);
  });

  test('is answered also by what there is no room to keep, and by that once it is kept', async () => {
    const { begin, runner, journal, shelf } = await world();
    const full = vi
      .spyOn(journal, 'put')
      .mockRejectedValue(new DOMException('No room', 'QuotaExceededError'));
    const first = await begin({ saved: false });
    const second = await begin();
    expect([first.saved, second.saved]).toEqual([false, false]);
    expect(second.turns[0]?.repeated).toEqual({ at: first.turns[0]?.sentAt });
    full.mockRestore();
    await runner.watch({ post() {} }, { kind: 'run', runId: first.id });
    await vi.waitFor(async () =>
      expect(await journal.get(first.id)).toMatchObject({ saved: true }),
    );
    const third = await begin();
    expect(third.turns[0]?.repeated).toEqual({ at: first.turns[0]?.sentAt });
    expect(posts()).toBe(1);
    await shelf.take(first.id);
    await begin();
    expect(posts()).toBe(2);
  });

  test('is answered by what was answered while it waited for consent, a follow-up as well', async () => {
    const choices = async () => choicesWith({ thresholds: { nano: 0, tokens: 50_000 } });
    const { begin, ask, confirm } = await world({ choices });
    const [first, second] = [await begin(), await begin()];
    await confirm(first.id);
    expect((await confirm(second.id)).turns[0]?.repeated).toBeDefined();
    expect(posts()).toBe(1);
    for (const { id } of [first, second]) expect((await ask(id)).state.kind).toBe('confirming');
    await confirm(first.id);
    expect((await confirm(second.id)).turns[1]?.repeated).toBeDefined();
    expect(posts()).toBe(2);
  });

  test('is answered also by what was written down only at the last try', async () => {
    let isBusy = true;
    const { begin, journal, runner } = await world({
      ledger: {
        write: () =>
          vi.waitFor(async () => expect(await runner.find('id-1')).toMatchObject({ saved: false })),
        spentFrom: nothingSpent,
      },
      async countAnswer() {
        isBusy = false;
      },
    });
    const { put } = journal;
    vi.spyOn(journal, 'put').mockImplementation((run) =>
      isBusy && run.turns[0]?.state.kind === 'done' ? Promise.reject(new Error('busy')) : put(run),
    );
    expect(await begin()).toMatchObject({ saved: true, turns: [{ state: { kind: 'done' } }] });
    await begin();
    expect(posts()).toBe(1);
  });

  test('is sent again when the user asks for a new answer, which is the one from then on', async () => {
    const { begin } = await world();
    await begin();
    const again = await begin({ fresh: true });
    expect(again.turns[0]?.repeated).toBeUndefined();
    expect(posts()).toBe(2);
    const third = await begin();
    expect(third.turns[0]?.repeated).toEqual({ at: again.turns[0]?.sentAt });
    expect(posts()).toBe(2);
  });

  test('is sent again also where the user is asked before a new answer, and then is no reason to pay for what follows', async () => {
    const chosen: Partial<Choices> = {};
    const { begin, ask, confirm } = await world({ choices: async () => choicesWith(chosen) });
    const first = await begin();
    await ask(first.id);
    Object.assign(chosen, { thresholds: { nano: 0, tokens: 50_000 } });
    const again = await begin({ fresh: true });
    expect(again.state.kind).toBe('confirming');
    expect((await confirm(again.id)).turns[0]?.repeated).toBeUndefined();
    expect(posts()).toBe(3);
    expect((await ask(again.id)).turns[1]?.repeated).toBeDefined();
    expect(posts()).toBe(3);
  });

  test('is not answered once it has been stopped while it was looked up', async () => {
    let stop = () => {};
    const { begin, runner } = await world({
      digest(text) {
        stop();
        return digest(text);
      },
    });
    await begin();
    stop = () => runner.stop('id-3');
    const stopped = await begin();
    expect(stopped.id).toBe('id-3');
    expect(stopped.turns.map(({ state, repeated }) => [state.kind, repeated])).toEqual([
      ['stopped', undefined],
    ]);
    expect(posts()).toBe(1);
  });

  test('what was answered just now is found though that is still being written', async () => {
    let goOn = () => {};
    const ready = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let hashes = 0;
    const { start, runner, shelf } = await world({
      ledger: { write: () => ready, spentFrom: nothingSpent },
      digest(text) {
        hashes += 1;
        return digest(text);
      },
    });
    const turnOf = async (id: string) => (await runner.find(id))?.turns[0];
    start();
    await vi.waitFor(async () => expect((await turnOf('id-1'))?.state.kind).toBe('done'));
    const before = hashes;
    start();
    await vi.waitFor(() => expect(hashes).toBeGreaterThan(before));
    // Comes after whatever has been asked of the database.
    await shelf.take('another');
    goOn();
    await vi.waitFor(async () => expect((await turnOf('id-3'))?.state.kind).toBe('done'));
    expect((await turnOf('id-3'))?.repeated).toBeDefined();
    expect(posts()).toBe(1);
  });

  test('a repeated answer has its follow-ups, which are repeated as well', async () => {
    const { begin, ask } = await world();
    const first = await begin();
    await ask(first.id);
    const second = await begin();
    const answered = await ask(second.id);
    expect(answered.turns[1]?.repeated).toBeDefined();
    expect(posts()).toBe(2);
    const anew = await ask(second.id, true);
    expect(anew.turns[2]?.repeated).toBeUndefined();
    expect(anew.turns[2]?.requestHash).toBe(answered.turns[1]?.requestHash);
    expect(posts()).toBe(3);
  });

  test('a repeated answer that is asked for anew is not read, also where the user is asked before', async () => {
    const chosen: Partial<Choices> = {};
    const { begin, ask, confirm } = await world({ choices: async () => choicesWith(chosen) });
    const first = await begin();
    const paid = await ask(first.id);
    const second = await begin();
    await ask(second.id);
    Object.assign(chosen, { thresholds: { nano: 0, tokens: 50_000 } });
    expect((await ask(second.id, true)).state.kind).toBe('confirming');
    const anew = await confirm(second.id);
    expect(anew.turns[2]?.requestHash).toBe(paid.turns[1]?.requestHash);
  });

  test('is sent when its run was deleted, and not when it is back', async () => {
    const { begin, shelf } = await world();
    const first = await begin();
    const stored = await shelf.take(first.id);
    await shelf.putBack(stored);
    const second = await begin();
    expect(posts()).toBe(1);
    await shelf.take(first.id);
    await shelf.take(second.id);
    await begin();
    expect(posts()).toBe(2);
    await shelf.clear(() => []);
    await begin();
    expect(posts()).toBe(3);
  });
});

describe('what is sent, although it was answered before', () => {
  test.each<[string, Partial<Start>, string | undefined]>([
    ['another text', {}, 'Another text about the same thing.'],
    ['another action', instructionFor('key-points'), undefined],
    ['another length', instructionFor('summarize', { length: 'detailed' }), undefined],
    ['another model', { model: 'claude-sonnet-5-5' }, undefined],
    ['in a private window', { private: true }, undefined],
  ])('%s', async (_, start, text) => {
    const { begin } = await world();
    await begin();
    const second = await begin(start, text);
    expect(second.turns[0]?.repeated).toBeUndefined();
    expect(posts()).toBe(2);
  });

  test('all, when the user wants it so', async () => {
    const { begin } = await world({ choices: async () => choicesWith({ freeRepeats: false }) });
    await begin();
    await begin();
    expect(posts()).toBe(2);
  });

  test('the same to another address, also under the same name', async () => {
    const old = endpointWith({ prices: [] });
    const moved = { ...old, baseUrl: 'https://elsewhere.example.org' };
    let endpoint = old;
    const send: typeof fetch = (_, init) => fetch(`${api.origin}/v1/messages`, init);
    const { begin } = await world({
      open: (config) => anthropic(config, send),
      choices: async () => choicesWith({ endpoint, model: 'claude-haiku-5-5' }),
    });
    await begin();
    endpoint = moved;
    await begin();
    expect(posts()).toBe(2);
  });

  test.each([
    ['a private window’s', { private: true }, null],
    ['one that was cut', {}, fault.stop('max_tokens')],
    ['one that failed', {}, fault.status(400)],
    ['one that broke off', {}, fault.endEarly(3)],
    ['a refusal', {}, fault.refusal()],
  ])('what had no whole answer that is kept: %s', async (_, start, plan) => {
    const { begin } = await world();
    if (plan) api.next(plan);
    await begin(start);
    const { database } = await import('../../../utils/store/database');
    expect(await (await database()).count('answers')).toBe(0);
    await begin();
    expect(posts()).toBe(2);
  });
});
