import type { Feed } from '../../../utils/messages/run-port';
import { countedAwake, fakeTime, startOn, usualParts } from './parts';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Access } from '../../../utils/access';
import type { Capture } from '../../../utils/capture/capture';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import type { Line } from '../../../utils/core/ledger/ledger-line';
import { mostOf } from '../../../utils/core/money/cost';
import type { Usage } from '../../../utils/core/money/usage';
import { type Answered, Failure, type Problem } from '../../../utils/core/problem';
import { problemOf, type Run, reduce } from '../../../utils/core/runs/run';
import { device } from '../../../utils/endpoints/device';
import type { Endpoint, EndpointEvent } from '../../../utils/endpoints/endpoint';
import type { Badge } from '../../../utils/runs/badge';
import { type Choices, onDevice } from '../../../utils/runs/choices';
import type { RunnerParts } from '../../../utils/runs/office';
import { createRunner, type Runner } from '../../../utils/runs/runner';
import { shelf } from '../../../utils/store/delete-runs';
import { type Journal, memoryJournal } from '../../../utils/store/runs';
import { choicesWith, endpointWith, instructionFor, nothingSpent, sourceWith } from '../support';

const usage: Usage = {
  input: 100,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 1,
  thinking: 0,
};
const started: EndpointEvent = {
  kind: 'started',
  usage,
  model: 'claude-haiku-5-5',
  requestId: 'req_1',
};
const whole: readonly EndpointEvent[] = [
  started,
  { kind: 'text', text: 'Hello ' },
  { kind: 'text', text: 'world.' },
  { kind: 'usage', usage: { ...usage, output: 20 } },
  { kind: 'finished', outcome: { kind: 'done' } },
];

/** What one call of the endpoint does: events, then an end, a failure, or silence until it is stopped. */
interface Script {
  readonly events?: readonly EndpointEvent[];
  readonly fails?: Error;
  readonly hangs?: boolean;
}

function scripted(...scripts: Script[]): Endpoint & { calls: number } {
  return {
    calls: 0,
    async *stream({ signal, heard }) {
      const script = scripts[this.calls] ?? { events: whole };
      this.calls += 1;
      for (const event of script.events ?? []) {
        heard();
        yield event;
      }
      if (script.fails) throw script.fails;
      if (script.hangs) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
    listModels: async () => [],
  };
}

/** The same endpoint; `keys`: with which ones it was called. */
function notingKeys(endpoint: Endpoint): { endpoint: Endpoint; keys: (string | null)[] } {
  const keys: (string | null)[] = [];
  const noting: Endpoint = {
    ...endpoint,
    stream(outgoing) {
      keys.push(outgoing.key);
      return endpoint.stream(outgoing);
    },
  };
  return { endpoint: noting, keys };
}

const locked: Access = { kind: 'problem', problem: { kind: 'locked' } };

interface World {
  readonly runner: Runner;
  readonly parts: RunnerParts;
  readonly lines: Line[];
  /** What the button of a tab showed, in order. */
  readonly badges: [number, Badge][];
  readonly awake: () => number;
  /** The run of a tab, as a view sees it: from a snapshot and the events after it. */
  show(tabId?: number, last?: boolean): { current(): Run | null; messages: Feed[] };
  start(change?: Partial<Parameters<Runner['begin']>[0]>): void;
}

const choices = choicesWith();

const source: Capture = { kind: 'source', source: sourceWith() };

function world(endpoint: Endpoint, change: Partial<RunnerParts> = {}): World {
  const lines: Line[] = [];
  const badges: World['badges'] = [];
  const { awake, keepAwake } = countedAwake();
  const parts: RunnerParts = {
    ...usualParts(),
    open: () => endpoint,
    ledger: { write: async (line) => void lines.push(line), spentFrom: nothingSpent },
    choices: async () => choices,
    keepAwake,
    showBadge(tabId, badge) {
      badges.push([tabId, badge]);
    },
    ...change,
  };
  const runner = createRunner(parts);
  return {
    runner,
    parts,
    lines,
    badges,
    awake,
    show(tabId = 1, last = false) {
      let run: Run | null = null;
      const messages: Feed[] = [];
      const post = (message: Feed) => {
        messages.push(message);
        if (message.kind === 'snapshot') run = message.run;
        if (message.kind === 'events')
          run = message.events.reduce((now, event) => now && reduce(now, event), run);
      };
      void runner.watch({ post }, { kind: 'tab', tabId, last });
      return { current: () => run, messages };
    },
    start: (change) => runner.begin(startOn(sourceWith(), change)),
  };
}

const stateOf = (run: Run | null) => run?.turns.at(-1)?.state.kind ?? run?.state.kind;

async function settle(ms = 100): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeTime(Date.UTC(2026, 10, 22));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a run', () => {
  test('goes from the click to the receipt, and a view that was there all the time has seen it', async () => {
    const { start, show, lines } = world(scripted());
    start();
    const view = show();
    await settle();
    const turn = view.current()?.turns[0];
    expect(turn).toMatchObject({
      text: 'Hello world.',
      state: { kind: 'done' },
      requestId: 'req_1',
    });
    expect(turn?.receipt).toMatchObject({
      cost: { kind: 'exact', nano: 100 * 100 + 20 * 500 },
      final: true,
    });
    expect(lines).toMatchObject([
      { id: turn?.id, cost: turn?.receipt?.cost, outcome: 'done', site: 'example.org' },
    ]);
  });

  test('is there in the same tick as the click', () => {
    const { start, runner } = world(scripted());
    start();
    return expect(runner.find('id-1')).resolves.toMatchObject({ state: { kind: 'capturing' } });
  });

  test('looks the same to a view that comes in the middle and to one that comes at the end', async () => {
    const { start, show, runner } = world(scripted({ events: whole.slice(0, 2), hangs: true }));
    start();
    const early = show();
    await settle();
    const late = show();
    await settle();
    expect(late.current()).toEqual(early.current());
    expect(late.messages[0]).toMatchObject({ kind: 'snapshot' });
    runner.stop('id-1');
    await settle();
    const last = show();
    await settle();
    expect(last.current()).toEqual(early.current());
    expect(stateOf(early.current())).toBe('stopped');
  });

  test('is in the journal before its request leaves', async () => {
    const journal = memoryJournal();
    const endpoint = scripted();
    const stream = endpoint.stream.bind(endpoint);
    const seen: (Run | null)[] = [];
    endpoint.stream = async function* (...args) {
      seen.push(await journal.get('id-1'));
      yield* stream(...args);
    };
    world(endpoint, { journal }).start();
    await settle();
    expect(seen).toHaveLength(1);
    expect(stateOf(seen[0] ?? null)).toBe('sending');
    expect(seen[0]?.turns[0]?.sentAt).not.toBeNull();
  });

  test('is one run and one request for a double click', async () => {
    const endpoint = scripted({ events: whole.slice(0, 2), hangs: true });
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
      const endpoint = scripted({ events: whole.slice(0, 2), hangs: true });
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
    const endpoint = scripted({ events: whole.slice(0, 2), hangs: true });
    const { start } = world(endpoint);
    const link = (address: string) => ({ kind: 'link', address }) as const;
    for (const address of ['https://one.example/', 'https://two.example/', 'https://two.example/'])
      start({ aim: link(address) });
    start({ aim: { kind: 'tab', wants: 'everything' } });
    await settle();
    expect(endpoint.calls).toBe(3);
  });

  test('is one run and one request for a key that is held, however long and whatever comes of it', async () => {
    const endpoint = scripted({ events: whole.slice(0, 2), hangs: true });
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

  test('keeps the background awake while it lives, and no longer', async () => {
    const { start, runner, awake } = world(scripted({ events: whole.slice(0, 2), hangs: true }));
    start();
    expect(awake()).toBe(1);
    await settle(50_000);
    expect(awake()).toBe(1);
    runner.stop('id-1');
    await settle();
    expect(awake()).toBe(0);
  });

  test('of a private window reaches the ledger as a cost, and the journal not at all', async () => {
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

  describe('of a private window whose background dies', () => {
    const pending = async () => (await fakeBrowser.storage.session.get()).pendingLines;

    test('leaves what it may have cost, in a session’s memory first and then in the ledger', async () => {
      const journal = memoryJournal();
      const put = vi.spyOn(journal, 'put');
      world(scripted({ events: whole.slice(0, 2), hangs: true }), { journal }).start({
        private: true,
      });
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
      world(scripted({ events: whole.slice(0, 2), hangs: true })).start({ private: true });
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
      world(scripted({ events: whole.slice(0, 2), hangs: true })).start({ private: true });
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
      world(scripted({ events: whole.slice(0, 2), hangs: true })).start({ private: true });
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

  describe('of a private window is gone from memory', () => {
    const endpoint = () => scripted({ events: whole.slice(0, 2), hangs: true });

    test('when its tab is closed, and costs no more: what is still on its way is stopped', async () => {
      const lines: Line[] = [];
      const write = async (line: Line) => void lines.push(line);
      const { start, runner } = world(endpoint(), { ledger: { write, spentFrom: nothingSpent } });
      start({ private: true });
      await settle();
      expect(lines).toEqual([]);
      runner.forget(1);
      await settle();
      expect(lines).toMatchObject([{ outcome: 'stopped' }]);
      expect(await runner.find('id-1')).toBeNull();
    });

    test('when its tab is closed, but not while a view shows it', async () => {
      const { start, runner } = world(endpoint());
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
      const { start, runner, parts } = world(endpoint());
      start({ private: true });
      await settle();
      await parts.tabRuns.set(2, 'id-1');
      runner.forget(1);
      await settle();
      expect((await runner.find('id-1'))?.turns).toMatchObject([{ state: { kind: 'streaming' } }]);
      const usual = world(endpoint());
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

  const tooMuch: EndpointEvent = { kind: 'usage', usage: { ...usage, output: 9_000 } };
  const unlikely = scripted({ events: [...whole.slice(0, -1), tooMuch, ...whole.slice(-1)] });
  test.each([
    ['teaches the next estimate what its prompt was billed at', scripted(), false, [100]],
    ['of a private window teaches nothing', scripted(), true, []],
    ['that was billed beyond belief teaches nothing', unlikely, false, []],
    [
      'whose last report never came teaches nothing',
      scripted({ events: whole.slice(0, 3) }),
      false,
      [],
    ],
  ])('%s', async (_, endpoint, isPrivate, expected) => {
    const bills: number[] = [];
    const learnFrom: RunnerParts['learnFrom'] = async ({ billed }) => void bills.push(billed);
    const { start } = world(endpoint, { learnFrom });
    start({ private: isPrivate });
    await settle();
    expect(bills).toEqual(expected);
  });

  test('that tells its sources teaches nothing: what they add to a prompt is guessed', async () => {
    const learnFrom = vi.fn(async () => {});
    world(scripted(), { learnFrom }).start(instructionFor('summarize', { sources: true }));
    await settle();
    expect(learnFrom).not.toHaveBeenCalled();
  });

  test.each([
    ['counts for how often it is asked more', false, [{ key: 'summarize', follows: null }]],
    ['of a private window counts for nothing', true, []],
  ])('%s', async (_, isPrivate, expected) => {
    const counted: unknown[] = [];
    const countAnswer: RunnerParts['countAnswer'] = async (answered) => void counted.push(answered);
    world(scripted(), { countAnswer }).start({ private: isPrivate });
    await settle();
    expect(counted).toEqual(expected);
  });

  test('that is no longer news leaves its tab', async () => {
    const { start, show, runner } = world(scripted());
    start();
    await settle();
    await runner.seen('id-1', 1, true);
    const view = show();
    await settle();
    expect(view.messages).toEqual([{ kind: 'snapshot', run: null }]);
  });

  test('is replaced, for whoever watches its tab, by the next one', async () => {
    const { start, show } = world(scripted());
    start();
    const view = show();
    await settle(3_000);
    start(instructionFor('explain'));
    await settle();
    expect(view.current()).toMatchObject({ id: 'id-3', action: { id: 'explain' } });
  });
});

describe('a run that cannot begin', () => {
  const cases: [string, Partial<RunnerParts>, Capture, Problem][] = [
    [
      'whose key is gone',
      { findAccess: async () => ({ kind: 'problem', problem: { kind: 'key-gone' } }) },
      source,
      { kind: 'key-gone' },
    ],
    [
      'whose key is locked',
      { findAccess: async () => ({ kind: 'problem', problem: { kind: 'locked' } }) },
      source,
      { kind: 'locked' },
    ],
    ['offline', { isOnline: () => false }, source, { kind: 'offline' }],
    [
      'on a page that forbids scripts',
      {},
      { kind: 'problem', problem: { kind: 'page-forbids' } },
      { kind: 'page-forbids' },
    ],
    [
      'beyond what its model takes',
      {
        choices: async () => ({
          ...choices,
          model: 'm',
          models: [{ id: 'm', name: 'M', maxInput: 10, maxOutput: 10, thinking: [], efforts: [] }],
        }),
      },
      source,
      { kind: 'too-large', tokens: expect.any(Number), limit: 10 },
    ],
  ];
  test.each(cases)('%s says so and sends nothing', async (_, change, captured, problem) => {
    const endpoint = scripted();
    const { start, show } = world(endpoint, change);
    start({ capture: async () => captured });
    const view = show();
    await settle();
    expect(view.current()?.state).toEqual({ kind: 'failed', problem });
    expect(endpoint.calls).toBe(0);
  });

  test('because the journal fails says so and sends nothing, until the user wants it unsaved', async () => {
    const failing: Journal = { ...memoryJournal(), put: () => Promise.reject(new Error('quota')) };
    const endpoint = scripted();
    const { start, show } = world(endpoint, { journal: failing });
    start();
    const view = show();
    await settle(3_000);
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'storage-failing' });
    expect(endpoint.calls).toBe(0);
    start({ saved: false });
    await settle();
    expect(view.current()).toMatchObject({ saved: false, turns: [{ state: { kind: 'done' } }] });
    expect(endpoint.calls).toBe(1);
  });

  const ours = () => Promise.reject(new TypeError('undefined is not a function'));
  test.each<[what: string, change: Partial<RunnerParts>]>([
    ['what a run is told by', { digest: ours }],
    ['what is kept of it', { journal: { ...memoryJournal(), put: ours } }],
    ['what is chosen', { choices: ours }],
  ])('because of a fault of ours in %s says so, and blames no disk', async (_, change) => {
    const endpoint = scripted();
    const { start, show } = world(endpoint, change);
    start();
    const view = show();
    await settle(3_000);
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'gloss-failed' });
    expect(endpoint.calls).toBe(0);
  });

  test.each<[what: string, change: Partial<RunnerParts>]>([
    ['the choices', { choices: () => Promise.reject(new Error('An unexpected error occurred')) }],
    ['the keys', { findAccess: () => Promise.reject(new Error('An unexpected error occurred')) }],
    ['the limits', { limits: () => Promise.reject(new Error('An unexpected error occurred')) }],
  ])('because the browser does not let %s be read says so', async (_, change) => {
    const { start, show } = world(scripted(), change);
    start();
    const view = show();
    await settle(3_000);
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'storage-failing' });
  });

  test('because of a fault of ours in mid-answer keeps the text, and does not blame the reply', async () => {
    const events: EndpointEvent[] = [started, { kind: 'text', text: 'Hello ' }];
    const { start, show, lines } = world(scripted({ events, fails: new TypeError('No such') }));
    start();
    const view = show();
    await settle();
    const problem = { kind: 'gloss-failed' };
    expect(view.current()?.turns).toMatchObject([
      { text: 'Hello ', state: { kind: 'failed', problem } },
    ]);
    expect(lines).toHaveLength(1);
  });
});

describe('without a key', () => {
  const noKey = async () =>
    ({ kind: 'problem', problem: { kind: 'no-key', service: 'Anthropic' } }) as const;
  const sent = scripted();
  /** The device answers, and what would be sent anywhere else counts. */
  const open: RunnerParts['open'] = (config) =>
    config.id === 'device' ? device({ summarize: async () => null }) : sent;

  beforeEach(() => {
    sent.calls = 0;
  });

  test('a summary is made on the device: nothing is sent, nothing is paid, no line is written', async () => {
    const { start, show, lines } = world(sent, {
      findAccess: noKey,
      open,
      isOnline: () => false,
    });
    start();
    const view = show();
    await settle();
    const turn = view.current()?.turns[0];
    expect(turn).toMatchObject({
      state: { kind: 'done' },
      service: 'device',
      model: 'key-sentences',
      pricing: { kind: 'free' },
      receipt: { service: 'device', cost: { kind: 'exact', nano: 0 }, usage: null },
    });
    expect(turn?.text).toMatch(/^- /);
    expect(sent.calls).toBe(0);
    expect(lines).toEqual([]);
  });

  test('a summary of any length is made at once', async () => {
    const { start, show } = world(sent, { findAccess: noKey, open });
    const text = 'The harbour froze in January. '.repeat(9_000);
    start({ capture: async () => ({ kind: 'source', source: sourceWith({ text }) }) });
    const view = show();
    await settle();
    expect(stateOf(view.current())).toBe('done');
  });

  test.each(['explain', 'translate'] as const)('%s says that it needs one', async (id) => {
    const { start, show } = world(sent, { findAccess: noKey, open });
    start(instructionFor(id));
    const view = show();
    await settle();
    const problem = { kind: 'no-key', service: 'Anthropic' };
    expect(view.current()?.state).toEqual({ kind: 'failed', problem });
    expect(sent.calls).toBe(0);
  });

  test.each(['key-gone', 'locked'] as const)(
    'that was there (%s) the device does not step in: the user is told',
    async (kind) => {
      const { start, show } = world(sent, {
        findAccess: async () => ({ kind: 'problem', problem: { kind } }),
        open,
      });
      start();
      const view = show();
      await settle();
      expect(view.current()?.state).toEqual({ kind: 'failed', problem: { kind } });
    },
  );

  test('but by choice the device summarizes, and does nothing else', async () => {
    const asked: (string | null)[] = [];
    const { start, show } = world(sent, {
      open,
      async choices(endpointId) {
        asked.push(endpointId);
        return onDevice(choices);
      },
    });
    start({ endpointId: 'device' });
    const view = show();
    await settle(3_000);
    expect(stateOf(view.current())).toBe('done');
    start({ ...instructionFor('translate'), endpointId: 'device' });
    await settle();
    expect(view.current()?.state).toEqual({ kind: 'failed', problem: { kind: 'not-on-device' } });
    expect(asked).toEqual(['device', 'device']);
    expect(sent.calls).toBe(0);
  });
});

describe('a server of the user’s own', () => {
  const local = endpointWith({ baseUrl: 'http://localhost:11434', auth: 'none' });
  const there: Choices = { ...choices, endpoint: local, model: 'own-model' };

  test('on this computer is asked offline, without a key, and its price is not known', async () => {
    const endpoint = scripted({
      events: [{ ...started, model: 'own-model' }, ...whole.slice(1)],
    });
    const { start, show, lines } = world(endpoint, {
      choices: async () => there,
      findAccess: async () => ({ kind: 'granted', key: null }),
      isOnline: () => false,
    });
    start();
    const view = show();
    await settle();
    expect(view.current()?.turns[0]?.receipt).toMatchObject({
      service: 'Gateway',
      cost: { kind: 'unknown' },
      pricedOn: null,
    });
    expect(lines).toHaveLength(1);
  });
});

test('a page is read in the tick of the click, while the user’s leave to read it holds', () => {
  const capture = vi.fn(async () => source);
  world(scripted()).start({ capture });
  expect(capture).toHaveBeenCalledOnce();
});

describe('a private window', () => {
  const privateWindowOff: Problem = { kind: 'private-window-off' };
  const off = { choices: async () => ({ ...choices, inPrivateWindows: false }) };

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
    const capture = vi.fn(async () => source);
    const { start, show } = world(scripted(), off);
    start({ private: true, capture });
    const view = show();
    await settle();
    expect(view.current()?.state).toEqual({ kind: 'failed', problem: privateWindowOff });
    expect(capture).not.toHaveBeenCalled();
  });

  test('is not read before the rule is known', async () => {
    const capture = vi.fn(async () => source);
    let tell: (choices: Choices) => void = () => {};
    const told = new Promise<Choices>((resolve) => {
      tell = resolve;
    });
    const { start, show } = world(scripted(), { choices: () => told });
    start({ private: true, capture });
    const view = show();
    await settle();
    expect(capture).not.toHaveBeenCalled();
    tell(choices);
    await settle();
    expect(capture).toHaveBeenCalledOnce();
    expect(stateOf(view.current())).toBe('done');
  });

  test('sends nothing that waited for consent when the rule has become off', async () => {
    const endpoint = scripted();
    let inPrivateWindows = true;
    const thresholds = { nano: 0, tokens: 0 };
    const { start, show, runner } = world(endpoint, {
      choices: async () => ({ ...choices, thresholds, inPrivateWindows }),
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

describe('what the user wants of a run whose end or question is still being written', () => {
  /** A world whose ledger and journal take nothing until `goOn` is called, but what has to be written before a request. */
  function slowDisk(endpoint: Endpoint, change: Partial<RunnerParts> = {}) {
    let goOn = () => {};
    const ready = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const journal = memoryJournal();
    const isSent = (run: Run) => run.turns.length > 0;
    const slow: Journal = {
      ...journal,
      put: (run) => (isSent(run) ? journal.put(run) : ready.then(() => journal.put(run))),
    };
    const ledger = { write: () => ready, spentFrom: nothingSpent };
    return { ...world(endpoint, { journal: slow, ledger, ...change }), goOn };
  }
  const asksFirst = { choices: async () => ({ ...choices, thresholds: { nano: 0, tokens: 0 } }) };
  const asked = { runId: 'id-1', tabId: 1, question: 'And when?', unsaved: false };

  test('is one more question: it is asked once, as soon as it can be', async () => {
    const endpoint = scripted();
    const { start, show, runner, goOn } = slowDisk(endpoint);
    start();
    const view = show();
    await settle();
    expect(stateOf(view.current())).toBe('done');
    void runner.ask(asked);
    void runner.ask(asked);
    await settle();
    expect(endpoint.calls).toBe(1);
    goOn();
    await settle();
    expect(view.current()?.turns.map(({ question }) => question)).toEqual([null, 'And when?']);
    expect(endpoint.calls).toBe(2);
  });

  test('is to send it: it is sent once', async () => {
    const endpoint = scripted();
    const { start, show, runner, goOn } = slowDisk(endpoint, asksFirst);
    start();
    const view = show();
    await settle();
    expect(view.current()?.state.kind).toBe('confirming');
    void runner.confirm('id-1');
    void runner.confirm('id-1');
    await settle();
    expect(endpoint.calls).toBe(0);
    goOn();
    await settle();
    expect(stateOf(view.current())).toBe('done');
    expect(endpoint.calls).toBe(1);
  });

  test('is to send it, and then not: it is not sent, and can be', async () => {
    const endpoint = scripted();
    const { start, show, runner, goOn } = slowDisk(endpoint, asksFirst);
    start();
    const view = show();
    await settle();
    void runner.confirm('id-1');
    runner.stop('id-1');
    goOn();
    await settle();
    expect(view.current()?.state.kind).toBe('confirming');
    expect(endpoint.calls).toBe(0);
    await runner.confirm('id-1');
    await settle();
    expect(endpoint.calls).toBe(1);
  });

  test.each<[string, (runner: Runner) => Promise<unknown>]>([
    ['to delete it', ({ bin }) => bin.delete('id-1')],
    ['to delete all', ({ bin }) => bin.deleteAll()],
  ])('is %s: it does not come back', async (_, remove) => {
    const deleted: string[] = [];
    const { start, runner, goOn, parts } = slowDisk(scripted());
    start();
    await settle();
    const removed = remove(runner).then(() => deleted.push('done'));
    await settle();
    // Comes after whatever has been asked of the database.
    await shelf.take('another');
    await settle();
    expect(deleted).toEqual([]);
    const put = vi.spyOn(parts.journal, 'put');
    goOn();
    await removed;
    const writes = put.mock.calls.length;
    await settle();
    expect(put.mock.calls).toHaveLength(writes);
  });
});

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
    const { start, runner, show } = world(scripted({ events: whole.slice(0, 2), hangs: true }));
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
    ['that broke off', {}, { events: whole.slice(0, 2) }],
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
    start({ capture: async () => ({ kind: 'source', source: sourceWith({ text }) }) });
    await settle();
    expect(badges.at(-1)).toEqual([1, 'done']);
  });

  test('shows each tab its own', async () => {
    const { start, badges } = world(scripted({}, { events: whole.slice(0, 2), hangs: true }));
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
    const { start, runner, badges } = world(scripted({ events: whole.slice(0, 2), hangs: true }));
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
    world(scripted({ events: whole.slice(0, 2), hangs: true }), { journal }).start({
      private: true,
    });
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
    const journal = memoryJournal();
    world(scripted({ events: whole.slice(0, 2), hangs: true }), { journal }).start();
    await settle(1_500);
    const left = await journal.get('id-1');
    const { badges } = world(scripted(), {
      journal: { ...journal, live: async () => (left ? [left] : []) },
    });
    await settle();
    expect(badges).toEqual([[1, 'problem']]);
  });
});

test('when a run has come to rest it is time to tidy up', async () => {
  const rested = vi.fn();
  const { start, runner } = world(scripted({ events: whole.slice(0, 2), hangs: true }), { rested });
  start();
  await settle();
  expect(rested).not.toHaveBeenCalled();
  runner.stop('id-1');
  await settle();
  expect(rested).toHaveBeenCalledOnce();
});

describe('a large run', () => {
  const large: Capture = {
    kind: 'source',
    source: sourceWith({ text: 'many words '.repeat(40_000) }),
  };

  test('goes on with the model that was asked about, whatever has been chosen since', async () => {
    let model = 'claude-haiku-5-5';
    const { start, show, runner } = world(scripted(), {
      choices: async () => ({ ...choices, model }),
    });
    start({ capture: async () => large });
    const view = show();
    await settle();
    model = 'claude-opus-5-5';
    await runner.confirm('id-1');
    await settle();
    expect(view.current()?.turns[0]?.prompt).toBeDefined();
    expect(view.current()?.turns[0]?.receipt?.model).toBe('claude-haiku-5-5');
  });

  test('goes on where it was asked about, whatever is usual since', async () => {
    const asked: (string | null)[] = [];
    let usual: EndpointConfig = endpointWith();
    const { start, show, runner } = world(scripted(), {
      async choices(endpointId) {
        asked.push(endpointId);
        const endpoint = endpointId === 'own' ? endpointWith() : usual;
        return { ...choices, endpoint, model: endpoint.model };
      },
    });
    start({ capture: async () => large });
    const view = show();
    await settle();
    expect(view.current()?.state).toMatchObject({ estimate: { endpointId: 'own' } });
    usual = anthropicEndpoint;
    await runner.confirm('id-1');
    await settle();
    expect(asked).toEqual([null, 'own']);
    expect(view.current()?.turns[0]?.service).toBe('Gateway');
  });

  test('goes nowhere else when the endpoint that was agreed to is gone', async () => {
    const endpoint = scripted();
    let there: EndpointConfig = endpointWith();
    const { start, show, runner } = world(endpoint, {
      choices: async () => ({ ...choices, endpoint: there }),
    });
    start({ capture: async () => large });
    const view = show();
    await settle();
    there = anthropicEndpoint;
    await runner.confirm('id-1');
    await settle();
    expect(view.current()?.state).toMatchObject({ problem: { kind: 'endpoint-gone' } });
    expect(endpoint.calls).toBe(0);
  });

  test('that was begun for an endpoint which is gone by now goes to no other', async () => {
    const endpoint = scripted();
    const { start, show } = world(endpoint);
    start({ endpointId: 'gone' });
    const view = show();
    await settle();
    expect(view.current()?.state).toMatchObject({ problem: { kind: 'endpoint-gone' } });
    expect(endpoint.calls).toBe(0);
  });

  /** A run at the user's own endpoint that waits for consent. */
  async function agreedAbout(agreed: Partial<EndpointConfig>, access?: RunnerParts['findAccess']) {
    const endpoint = scripted();
    const stream = endpoint.stream.bind(endpoint);
    const models: string[] = [];
    endpoint.stream = (outgoing) => {
      models.push(outgoing.request.model);
      return stream(outgoing);
    };
    const opened: EndpointConfig[] = [];
    let there = endpointWith(agreed);
    const all = world(endpoint, {
      choices: async () => ({ ...choices, endpoint: there, model: there.model }),
      open(config) {
        opened.push(config);
        return endpoint;
      },
      ...(access && { findAccess: access }),
    });
    all.start({ capture: async () => large });
    const view = all.show();
    await settle();
    expect(view.current()?.state.kind).toBe('confirming');
    /** What becomes of the run when the user agrees after the endpoint has been changed. */
    async function confirm(change: Partial<EndpointConfig> = {}) {
      there = endpointWith({ ...agreed, ...change });
      await all.runner.confirm('id-1');
      await settle();
      return view.current();
    }
    return { confirm, opened, models };
  }

  const priced = (nano: number) => ({
    prices: [{ model: 'own-model', input: nano, output: nano }],
  });

  test.each<[string, Partial<EndpointConfig>]>([
    ['at another address', { baseUrl: 'https://new.example.org' }],
    ['at another port', { baseUrl: 'https://gateway.example.org:8443' }],
    ['dearer', priced(11)],
    ['of unknown price', { prices: [] }],
  ])(
    'is asked about anew when it has become one %s, and goes there once that is agreed to',
    async (_, change) => {
      const { confirm, opened, models } = await agreedAbout(priced(10));
      const asked = await confirm(change);
      const to = endpointWith({ ...priced(10), ...change });
      expect(asked?.state).toMatchObject({
        kind: 'confirming',
        estimate: { endpointId: 'own', origin: new URL(to.baseUrl).origin },
        thresholds: choices.thresholds,
      });
      expect(models).toEqual([]);
      expect(stateOf(await confirm(change))).toBe('done');
      expect(opened).toEqual([to]);
    },
  );

  test.each<[string, Partial<EndpointConfig>]>([
    ['cheaper', priced(9)],
    ['called otherwise', { name: 'Renamed' }],
    ['at another path', { baseUrl: 'https://gateway.example.org/path' }],
    ['usually asked for another model', { model: 'other-model' }],
  ])('is sent as agreed when its endpoint has become %s', async (_, change) => {
    const { confirm, models } = await agreedAbout(priced(10));
    expect(stateOf(await confirm(change))).toBe('done');
    expect(models).toEqual(['own-model']);
  });

  test('is not answered by the device when its key is forgotten meanwhile', async () => {
    const problem: Problem = { kind: 'no-key', service: 'Gateway' };
    const findAccess = vi.fn<RunnerParts['findAccess']>();
    findAccess.mockResolvedValueOnce({ kind: 'granted', key: 'gw-1' });
    findAccess.mockResolvedValue({ kind: 'problem', problem });
    const { confirm, opened } = await agreedAbout({}, findAccess);
    const run = await confirm();
    expect(run?.state).toEqual({ kind: 'failed', problem });
    expect([run?.turns, opened]).toEqual([[], []]);
  });

  test('waits with the limits that it was asked about', async () => {
    const thresholds = { nano: 0, tokens: 7 };
    const { start, show } = world(scripted(), {
      choices: async () => ({ ...choices, thresholds }),
    });
    start();
    const view = show();
    await settle();
    expect(view.current()?.state).toMatchObject({ kind: 'confirming', thresholds });
    expect(view.current()?.state).not.toHaveProperty('estimate.terms');
  });

  test('asks first, and goes on when the user agrees', async () => {
    const endpoint = scripted();
    const { start, show, runner } = world(endpoint);
    start({ capture: async () => large });
    const view = show();
    await settle();
    expect(view.current()?.state).toMatchObject({
      kind: 'confirming',
      estimate: { model: 'claude-haiku-5-5' },
    });
    expect(endpoint.calls).toBe(0);
    await Promise.all([runner.confirm('id-1'), runner.confirm('id-1')]);
    await settle();
    expect(stateOf(view.current())).toBe('done');
    expect(endpoint.calls).toBe(1);
  });
});

const full = () => Promise.reject(new DOMException('No room', 'QuotaExceededError'));

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
    answer({ kind: 'source', source: sourceWith({ text: 'many words '.repeat(40_000) }) });
    await settle();
    expect(view.current()).toMatchObject(stopped);
    expect(endpoint.calls).toBe(0);
    expect(lines).toEqual([]);
  });
});

describe('an attempt that takes more than ten minutes', () => {
  test('is interrupted, although it never fell silent', async () => {
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

describe('an answer that breaks off', () => {
  const partial = whole.slice(0, 2);

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

  test('does not do so while a large file is still on its way on a slow line', async () => {
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
    start({ capture: async () => ({ kind: 'source', source: pdf }) });
    const view = show();
    await settle(99_000);
    expect(stateOf(view.current())).toBe('sending');
    await settle(2_000);
    expect(view.current()?.turns[0]).toMatchObject({ text: 'Hello world.' });
  });

  test('because the background died is interrupted at the next start, with what was known of its cost', async () => {
    const journal = memoryJournal();
    world(scripted({ events: partial, hangs: true }), { journal }).start();
    await settle(1_500);
    const endpoint = scripted();
    const left = await journal.get('id-1');
    const next = world(endpoint, {
      journal: { ...journal, live: async () => (left ? [left] : []) },
    });
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
    world(scripted({ events: partial, hangs: true }), { journal }).start();
    await settle(1_500);
    const left = await journal.get('id-1');
    const found = { ...journal, live: async () => (left ? [left] : []) };
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
      const journal = memoryJournal();
      world(scripted({ events: partial, hangs: true }), { journal }).start();
      await settle(1_500);
      const left = await journal.get('id-1');
      let closed = true;
      const opened = async <T>(read: () => T | Promise<T>) => {
        if (closed) throw new Error('closed');
        return read();
      };
      const next = world(scripted({ hangs: true }), {
        newId: () => 'id-of-the-next',
        journal: {
          ...journal,
          live: () => opened(() => (left ? [left] : [])),
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
    const journal = memoryJournal();
    const fails = new Failure(
      { kind: 'rate-limited' },
      { kind: 'rejected', requestId: 'req_x', retry: { afterMs: 30_000 } },
    );
    world(scripted({ fails }), { journal }).start();
    await settle(1_500);
    const left = await journal.get('id-1');
    expect(stateOf(left)).toBe('retrying');
    const next = world(scripted(), {
      journal: { ...journal, live: async () => (left ? [left] : []) },
    });
    const view = next.show();
    await settle();
    expect(view.current()?.turns[0]).toMatchObject({
      state: { kind: 'interrupted', cause: 'background' },
      receipt: null,
    });
  });

  test('never, but whose background died while its line was being written, has that line at the next start, with the exact cost', async () => {
    const journal = memoryJournal();
    const never = new Promise<void>(() => {});
    const ledger = { write: () => never, spentFrom: nothingSpent };
    world(scripted({ events: whole }), { journal, ledger }).start();
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

  test('by one failed write of the journal is saved all the same', async () => {
    const journal = memoryJournal();
    const { start, show } = world(scripted({ events: whole }), { journal });
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

  test('by one failed write of the journal is in it a second later, though the service says nothing more', async () => {
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

  test('by the ledger for a while has its line all the same, a little later', async () => {
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

  test('because the background died has its line a little later where the ledger fails at the next start', async () => {
    const journal = memoryJournal();
    world(scripted({ events: whole.slice(0, 2), hangs: true }), { journal }).start();
    await settle(1_500);
    const left = { ...journal, live: async () => [(await journal.get('id-1')) as Run] };
    const lines: Line[] = [];
    const write = vi.fn(async (line: Line) => void lines.push(line));
    write.mockRejectedValueOnce(new Error('busy')).mockRejectedValueOnce(new Error('busy'));
    world(scripted(), { journal: left, ledger: { write, spentFrom: nothingSpent } });
    await settle();
    expect(lines).toEqual([]);
    await settle(5_000);
    expect(lines).toMatchObject([{ outcome: 'interrupted', cost: { kind: 'between' } }]);
  });

  test('by the journal goes on and says that it is not kept', async () => {
    const journal = memoryJournal();
    const { start, show } = world(scripted({ events: whole }), { journal });
    start();
    vi.spyOn(journal, 'put').mockResolvedValueOnce().mockRejectedValue(new Error('disk full'));
    const view = show();
    await settle();
    expect(view.current()).toMatchObject({
      saved: false,
      turns: [{ text: 'Hello world.', state: { kind: 'done' } }],
    });
  });
});

describe('a view', () => {
  test('gets at most one message a frame, however fast the text comes', async () => {
    const flood: EndpointEvent[] = [
      started,
      ...Array.from({ length: 500 }, (): EndpointEvent => ({ kind: 'text', text: 'x' })),
    ];
    const { start, show } = world(scripted({ events: flood, hangs: true }));
    start();
    const view = show();
    await settle(32);
    expect(view.current()?.turns[0]?.text).toHaveLength(500);
    expect(view.messages.length).toBeLessThanOrEqual(5);
  });
});

describe('around a run', () => {
  const day = 86_400_000;

  test.each([
    ['a day on', day],
    ['a day back', -day],
  ])(
    'a clock that jumps %s in mid-stream changes no duration, and ends nothing',
    async (_, jump) => {
      const endpoint: Endpoint = {
        async *stream({ heard }) {
          yield started;
          await new Promise((resolve) => setTimeout(resolve, 2_000));
          vi.setSystemTime(Date.now() + jump);
          heard();
          for (const event of whole.slice(1)) yield event;
        },
        listModels: async () => [],
      };
      const { start, show, lines } = world(endpoint);
      start();
      const view = show();
      await settle(3_000);
      const turn = view.current()?.turns[0];
      expect(turn).toMatchObject({ text: 'Hello world.', state: { kind: 'done' } });
      expect(turn?.receipt?.wholeMs).toBeGreaterThanOrEqual(2_000);
      expect(turn?.receipt?.wholeMs).toBeLessThan(3_000);
      expect(lines).toHaveLength(1);
    },
  );

  test('is not sent, by a full storage, and the user may go on unsaved', async () => {
    const endpoint = scripted();
    const { start, show, lines } = world(endpoint, {
      journal: { ...memoryJournal(), put: full },
    });
    start();
    const view = show();
    await settle();
    expect(problemOf(view.current() as Run)).toMatchObject({ kind: 'storage-failing' });
    expect([endpoint.calls, lines.length]).toEqual([0, 0]);
    start({ saved: false });
    await settle(3_000);
    expect(view.current()).toMatchObject({ saved: false, turns: [{ text: 'Hello world.' }] });
    expect(endpoint.calls).toBe(1);
  });

  test('loses no answer in mid-stream by a full storage, and says that it is unsaved', async () => {
    const journal = memoryJournal();
    const endpoint = scripted({ events: whole });
    const { start, show } = world(endpoint, { journal });
    start();
    vi.spyOn(journal, 'put').mockResolvedValueOnce().mockImplementation(full);
    const view = show();
    await settle(3_000);
    expect(view.current()).toMatchObject({
      saved: false,
      turns: [{ text: 'Hello world.', state: { kind: 'done' }, receipt: { final: true } }],
    });
    expect(endpoint.calls).toBe(1);
  });

  test('that a full storage would not take is kept, with its line, once there is room and somebody looks', async () => {
    const journal = memoryJournal();
    const lines = new Map<string, Line>();
    const write = vi.fn(async (line: Line) => void lines.set(line.id, line));
    const endpoint = scripted({ events: whole });
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

  test('that a full storage would not take is kept by itself a little later', async () => {
    const journal = memoryJournal();
    const { start, show } = world(scripted({ events: whole }), { journal });
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

  test('that a full storage would not take has a line for each of its turns once there is room', async () => {
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

  test('that a full storage would not take brings back no line that the user has deleted since', async () => {
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
  ])(
    'that a full storage would not take is kept once there is room, though %s',
    async (_, leave) => {
      const journal = memoryJournal();
      const there = world(scripted({ events: whole }), { journal });
      there.start();
      const put = vi.spyOn(journal, 'put').mockResolvedValueOnce().mockImplementation(full);
      await settle(3_000);
      leave(there);
      await settle(3_000);
      put.mockRestore();
      await settle(5_000);
      expect(await journal.get('id-1')).toMatchObject({ turns: [{ text: 'Hello world.' }] });
    },
  );

  test('that never left, or is of a private window, is not kept later', async () => {
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

  describe('that waits in line behind two that take long', () => {
    /** The third in line, once another key is there, or none that can be used; `keys`: with which ones was sent. */
    async function thirdInLine(later: Access, change: Partial<RunnerParts> = {}) {
      const { endpoint, keys } = notingKeys(scripted({ hangs: true }, { hangs: true }));
      let access: Access = { kind: 'granted', key: 'first' };
      const all = world(endpoint, { findAccess: async () => access, ...change });
      for (const tabId of [1, 2, 3]) all.start({ tabId });
      const view = all.show(3);
      await settle();
      expect(view.current()?.turns[0]?.state).toEqual({ kind: 'queued', place: 1 });
      access = later;
      return { ...all, view, keys };
    }

    test('is sent with the key that is there when its turn comes', async () => {
      const { runner, keys } = await thirdInLine({ kind: 'granted', key: 'second' });
      runner.stop('id-1');
      await settle();
      expect(keys).toEqual(['first', 'first', 'second']);
    });

    test('is not sent with one that was locked meanwhile, and leaves its place to the next', async () => {
      const { runner, keys, view, start } = await thirdInLine(locked);
      runner.stop('id-1');
      await settle();
      expect(problemOf(view.current() as Run)).toEqual({ kind: 'locked' });
      expect(view.current()?.turns[0]).toMatchObject({ sentAt: null, receipt: null });
      expect(keys).toEqual(['first', 'first']);
      expect((await runner.budget.state()).reserved).toBeGreaterThan(0);
      runner.stop('id-2');
      start({ tabId: 4 });
      await settle();
      expect((await runner.budget.state()).reserved).toBe(0);
    });

    test.each([
      ['removed', anthropicEndpoint],
      ['moved to another address', endpointWith({ baseUrl: 'https://other.example.org' })],
    ])('is not sent to an endpoint that was %s meanwhile', async (_, left) => {
      let endpoint: EndpointConfig = endpointWith();
      const change = { choices: async () => ({ ...choices, endpoint }) };
      const { runner, keys, view } = await thirdInLine({ kind: 'granted', key: 'second' }, change);
      endpoint = left;
      runner.stop('id-1');
      await settle();
      expect(problemOf(view.current() as Run)).toEqual({ kind: 'endpoint-gone' });
      expect(view.current()?.turns[0]).toMatchObject({ sentAt: null, receipt: null });
      expect(keys).toEqual(['first', 'first']);
    });

    test('is stopped, and no word is said about a key', async () => {
      const { runner, view } = await thirdInLine(locked);
      runner.stopWaiting();
      await settle();
      expect(stateOf(view.current())).toBe('stopped');
    });
  });

  test('fifty actions in fifty tabs at once are fifty requests, each with its answer', async () => {
    const endpoint = scripted();
    const { start, show, lines } = world(endpoint);
    const tabs = Array.from({ length: 50 }, (_, index) => index + 1);
    for (const tabId of tabs) start({ tabId });
    await settle(60_000);
    expect(endpoint.calls).toBe(50);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(50);
    for (const tabId of tabs) {
      const view = show(tabId);
      await settle();
      expect(view.current()?.turns[0]).toMatchObject({
        text: 'Hello world.',
        state: { kind: 'done' },
      });
    }
  });
});
