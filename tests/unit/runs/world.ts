import 'fake-indexeddb/auto';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Access } from '../../../utils/access';
import type { Line } from '../../../utils/core/ledger/ledger-line';
import type { Usage } from '../../../utils/core/money/usage';
import { type Run, reduce } from '../../../utils/core/runs/run';
import type { Endpoint, EndpointEvent } from '../../../utils/endpoints/endpoint';
import type { Feed } from '../../../utils/messages/run-port';
import type { Badge } from '../../../utils/runs/badge';
import type { RunnerParts } from '../../../utils/runs/office';
import { createRunner, type Runner } from '../../../utils/runs/runner';
import { type Journal, memoryJournal } from '../../../utils/store/runs';
import { nothingSpent, sourceWith } from '../support';
import { countedAwake, fakeTime, startOn, usualParts } from './parts';

/** For each test a browser that knows nothing yet, and time that goes by as the test wants it. */
export function freshWorlds(): void {
  beforeEach(() => {
    fakeBrowser.reset();
    fakeTime(Date.UTC(2026, 10, 22));
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

export const usage: Usage = {
  input: 100,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 1,
  thinking: 0,
};
export const started: Extract<EndpointEvent, { kind: 'started' }> = {
  kind: 'started',
  usage,
  model: 'claude-haiku-5-5',
  requestId: 'req_1',
};
export const whole: readonly EndpointEvent[] = [
  started,
  { kind: 'text', text: 'Hello ' },
  { kind: 'text', text: 'world.' },
  { kind: 'usage', usage: { ...usage, output: 20 } },
  { kind: 'finished', outcome: { kind: 'done' } },
];

/** As far as an answer comes that breaks off. */
export const partial = whole.slice(0, 2);

/** What one call of the endpoint does: events, then an end, a failure, or silence until it is stopped. */
export interface Script {
  readonly events?: readonly EndpointEvent[];
  readonly fails?: Error;
  readonly hangs?: boolean;
}

export function scripted(...scripts: Script[]): Endpoint & { calls: number } {
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

/** Begins to answer, and falls silent until it is stopped. */
export function halfway(): ReturnType<typeof scripted> {
  return scripted({ events: partial, hangs: true });
}

/** The same endpoint; `keys`: with which ones it was called. */
export function notingKeys(endpoint: Endpoint): { endpoint: Endpoint; keys: (string | null)[] } {
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

export interface World {
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

/** What is so long that Gloss asks before it sends it. */
export const large = sourceWith({ text: 'many words '.repeat(40_000) });

export const locked: Access = { kind: 'problem', problem: { kind: 'locked' } };

/** A storage without room. */
export const full = () => Promise.reject(new DOMException('No room', 'QuotaExceededError'));

export function world(endpoint: Endpoint, change: Partial<RunnerParts> = {}): World {
  const lines: Line[] = [];
  const badges: World['badges'] = [];
  const { awake, keepAwake } = countedAwake();
  const parts: RunnerParts = {
    ...usualParts(),
    open: () => endpoint,
    ledger: { write: async (line) => void lines.push(line), spentFrom: nothingSpent },
    keepAwake,
    showBadge: (...badge) => void badges.push(badge),
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

export const stateOf = (run: Run | null) => run?.turns.at(-1)?.state.kind ?? run?.state.kind;

export async function settle(ms = 100): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** What a background leaves that dies in mid-answer: the journal as the next one finds it. */
export async function leftByDeath(
  journal: Journal = memoryJournal(),
  endpoint: Endpoint = halfway(),
): Promise<Journal> {
  world(endpoint, { journal }).start();
  await settle(1_500);
  const left = await journal.get('id-1');
  return { ...journal, live: async () => (left ? [left] : []) };
}
