import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Line } from '../../../utils/core/ledger/ledger-line';
import { dayOf, type Limits } from '../../../utils/core/money/budget';
import { mostOf } from '../../../utils/core/money/cost';
import { noUsage } from '../../../utils/core/money/usage';
import { Failure, type Problem } from '../../../utils/core/problem';
import { isLive, type Run } from '../../../utils/core/runs/run';
import type { Ending, Endpoint } from '../../../utils/endpoints/endpoint';
import { createRunner, type Runner } from '../../../utils/runs/runner';
import { keptTexts } from '../../../utils/store/kept-texts';
import type { Ledger } from '../../../utils/store/ledger';
import { createPendingLines, type PendingLines } from '../../../utils/store/pending-lines';
import { fromRecord, toRecord } from '../../../utils/store/run-record';
import { type Journal, memoryJournal } from '../../../utils/store/runs';
import { sourceWith } from '../support';
import { fakeTime, startOn, usualParts } from './parts';

/** A request that has reached the service, and what became of it. */
interface Call {
  /** What it asks, like no other. */
  readonly asks: string;
  /** Tokens, as many as no other has. */
  readonly input: number;
  /** Whether the journal had it when it came. */
  readonly isJournalled: boolean;
  /** Whether the service has refused it before any work. */
  refused: boolean;
  /** Since when the service has told what its prompt takes. */
  toldAt: number | null;
  readonly words: { readonly word: string; readonly at: number }[];
  /** Whether all of it was told while somebody was there. */
  whole: boolean;
  /** When the background died under it. */
  diedAt: number | null;
  /** Whether the journal could take nothing for a while after it came. */
  unwritten: boolean;
}

type Store = 'journal' | 'ledger';

/** Some $0.002: room for two requests at their upper bounds, and for more once these have cost less. */
const limits: Limits = { month: null, day: 2_000_000, run: null };

const never = new Promise<never>(() => {});
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const abortedBy = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

/** What outlives the background: the disk, and the service. `share`: in [0, 1), by chance. */
class World {
  readonly runs = new Map<string, Run>();
  readonly lines = new Map<string, Line>();
  readonly broken: Record<Store, boolean> = { journal: false, ledger: false };
  readonly calls: Call[] = [];
  readonly begun: string[] = [];
  ids = 0;

  constructor(readonly share: () => number) {}

  upTo(most: number): number {
    return Math.floor(this.share() * (most + 1));
  }

  /** Some ms pass before a store has done something, and until that is known; a dead background does and learns nothing. */
  async does<T>(life: Life, store: Store | null, work: () => T): Promise<T> {
    await wait(this.upTo(3));
    if (life.isOver) return never;
    if (store && this.broken[store]) throw new DOMException('No room', 'QuotaExceededError');
    const done = work();
    await wait(this.upTo(3));
    return life.isOver ? never : done;
  }
}

/** A background, until it dies. */
interface Life {
  isOver: boolean;
  awake: number;
}

/** As a run is read again: what its record does not hold is gone. */
function readAgain(run: Run): Run {
  const stored = structuredClone([toRecord(run), run.source && keptTexts(run.source)] as const);
  return fromRecord(stored[0], stored[1] ?? undefined) as Run;
}

function journalIn(world: World, life: Life): Journal {
  const { runs } = world;
  const keep = (run: Run) => void runs.set(run.id, readAgain(run));
  return {
    ...memoryJournal(),
    put: (run) => world.does(life, 'journal', () => keep(run)),
    replace: (run) => world.does(life, 'journal', () => void (runs.has(run.id) && keep(run))),
    get: (id) => world.does(life, null, () => runs.get(id) ?? null),
    live: () => world.does(life, null, () => [...runs.values()].filter(isLive)),
  };
}

function ledgerIn(world: World, life: Life): Ledger {
  const { lines } = world;
  return {
    write: (line) =>
      world.does(life, 'ledger', () => void (lines.has(line.id) || lines.set(line.id, line))),
    spentFrom: (_, turnIds) =>
      world.does(life, null, () => ({
        days: [...lines.values()].map(({ day, cost }) => dayOf({ day, atMost: mostOf(cost) })),
        turnIds: new Set(turnIds().filter((id) => lines.has(id))),
      })),
  };
}

/** What was told to `storage.session` reaches it, but nobody may be there any more to hear so. */
function pendingIn(world: World, life: Life): PendingLines {
  const { keep, drop, left } = createPendingLines();
  const heard = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done;
    return world.does(life, null, () => result);
  };
  return {
    keep: async (line) => (life.isOver ? never : heard(keep(line))),
    drop: async (id) => (life.isOver ? never : heard(drop(id))),
    left: () => heard(left()),
  };
}

const endings: readonly Ending[] = [
  { kind: 'done' },
  { kind: 'cut' },
  { kind: 'refused', category: null },
];

const refusal = (problem: Problem, retry: false | { readonly afterMs: null }) =>
  new Failure(problem, { kind: 'rejected', requestId: null, retry });

function serviceIn(world: World, life: Life): Endpoint {
  return {
    listModels: async () => [],
    async *stream({ request, signal, heard }) {
      const call = callOf(world, JSON.stringify(request.messages));
      world.calls.push(call);
      const stopped = abortedBy(signal);
      const pass = async (most: number) => {
        await Promise.race([wait(world.upTo(most)), stopped]);
        if (life.isOver) await never;
        if (signal.aborted) throw new Failure({ kind: 'unreachable' });
      };
      const fate = world.share();
      call.refused = fate < 0.25;
      await pass(300);
      if (fate < 0.2) throw refusal({ kind: 'overloaded' }, { afterMs: null });
      if (fate < 0.25) throw refusal({ kind: 'key-refused' }, false);
      if (fate < 0.3) throw new Failure({ kind: 'unreachable' });
      const usage = { ...noUsage, input: call.input, output: 1 };
      heard();
      call.toldAt = Date.now();
      yield { kind: 'started', usage, model: 'claude-haiku-5-5', requestId: null };
      const length = 1 + world.upTo(8);
      for (let at = 0; at < length; at += 1) {
        await pass(700);
        heard();
        const word = `word-${at} `;
        call.words.push({ word, at: Date.now() });
        yield { kind: 'text', text: word };
        if (world.share() < 0.04) throw new TypeError('terminated');
        if (world.share() < 0.03) await stopped;
      }
      yield { kind: 'usage', usage: { ...usage, output: 2 * length } };
      await pass(50);
      call.whole = true;
      yield { kind: 'finished', outcome: endings[world.upTo(2)] ?? { kind: 'done' } };
    },
  };
}

function callOf({ calls, runs, broken }: World, said: string): Call {
  const asks = said.match(/(?:Text|Question) \d+\./g)?.at(-1) ?? '';
  const live = [...runs.values()].filter(isLive);
  return {
    asks,
    input: 100 + calls.length,
    isJournalled: live.some((run) => askedLast(run) === asks),
    refused: false,
    toldAt: null,
    words: [],
    whole: false,
    diedAt: null,
    unwritten: broken.journal,
  };
}

function askedLast(run: Run): string | undefined {
  return run.turns.at(-1)?.question ?? run.source?.text;
}

function begin(world: World): { readonly life: Life; readonly runner: Runner } {
  const life: Life = { isOver: false, awake: 0 };
  const parts = {
    ...usualParts(),
    journal: journalIn(world, life),
    ledger: ledgerIn(world, life),
    limits: async () => limits,
    open: () => serviceIn(world, life),
    newId: () => `id-${++world.ids}`,
    keepAwake() {
      life.awake += 1;
      return () => {
        life.awake -= 1;
      };
    },
  };
  return { life, runner: createRunner(parts, pendingIn(world, life)) };
}

type Step =
  | { readonly kind: 'start'; readonly private: boolean; readonly waits: boolean }
  | { readonly kind: 'ask'; readonly which: number; readonly waits: boolean }
  | { readonly kind: 'confirm' | 'withdraw' | 'stop'; readonly which: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'break' | 'mend'; readonly what: Store }
  | { readonly kind: 'die' };

const oneOf = <T extends string>(...kinds: readonly T[]) => fc.constantFrom(...kinds);
const which = fc.nat(9);
const what = oneOf('journal', 'ledger');
/** For the user's consent. */
const waits = fc.integer({ min: 0, max: 2 }).map((share) => share === 0);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: oneOf('start'), private: fc.boolean(), waits }) },
  { weight: 3, arbitrary: fc.record({ kind: oneOf('ask'), which, waits }) },
  { weight: 2, arbitrary: fc.record({ kind: oneOf('confirm', 'confirm', 'withdraw'), which }) },
  { weight: 1, arbitrary: fc.record({ kind: oneOf('stop'), which }) },
  // A few ms, in which something is just being written, or some seconds.
  { weight: 4, arbitrary: fc.record({ kind: oneOf('pass'), ms: fc.nat(12) }) },
  { weight: 4, arbitrary: fc.record({ kind: oneOf('pass'), ms: fc.nat(3_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: oneOf('break', 'mend'), what }) },
  { weight: 2, arbitrary: fc.record({ kind: oneOf('die') }) },
);

/** A world through a history, and then until all has come to its end; the background that is left. */
async function play(world: World, history: readonly Step[]): Promise<Life> {
  let now = begin(world);
  const die = () => {
    now.life.isOver = true;
    for (const call of world.calls) call.diedAt ??= Date.now();
    now = begin(world);
  };
  for (const [index, next] of history.entries()) {
    if (next.kind === 'die') die();
    else await take(world, now.runner, next, index);
    for (const call of world.calls) call.unwritten ||= world.broken.journal && !call.whole;
  }
  // There is room again, and then the browser is closed and opened.
  Object.assign(world.broken, { journal: false, ledger: false });
  await vi.advanceTimersByTimeAsync(900_000);
  expect(now.life.awake).toBe(0);
  await fakeBrowser.storage.session.clear();
  die();
  await vi.advanceTimersByTimeAsync(10_000);
  return now.life;
}

/** Does what a step says but for the death of the background; `index` makes what is asked like nothing else. */
async function take(
  { begun, broken, ids }: World,
  runner: Runner,
  next: Exclude<Step, { readonly kind: 'die' }>,
  index: number,
): Promise<void> {
  const runOf = (which: number) => begun[which % Math.max(1, begun.length)] ?? '';
  switch (next.kind) {
    case 'start': {
      const source = sourceWith({ text: `Text ${index}.` });
      begun.push(`id-${ids + 1}`);
      const asked = { tabId: index % 3, private: next.private, cheaper: next.waits };
      return runner.begin(startOn(source, asked));
    }
    case 'ask': {
      const question = `Question ${index}.`;
      const asked = { runId: runOf(next.which), tabId: 1, question, unsaved: false };
      void runner.ask({ ...asked, cheaper: next.waits });
      return;
    }
    case 'confirm':
      return void runner.confirm(runOf(next.which));
    case 'withdraw':
      return void runner.withdraw(runOf(next.which));
    case 'stop':
      return runner.stop(runOf(next.which));
    case 'pass':
      await vi.advanceTimersByTimeAsync(next.ms);
      return;
    case 'break':
    case 'mend':
      broken[next.what] = next.kind === 'break';
  }
}

function expectNothingLost({ calls, runs, lines }: World): void {
  const billed = calls.filter(({ refused }) => !refused);
  const asks = billed.map((call) => call.asks);
  expect(asks, 'sent twice').toEqual([...new Set(asks)]);
  const spent = billed.reduce((sum, call) => sum + 100 * call.input + 1000 * call.words.length, 0);
  expect(spent).toBeLessThanOrEqual(limits.day ?? 0);
  const told = [...lines.values()];
  const isTold = ({ input }: Call) => told.some(({ usage }) => usage?.input === input);
  // Of what nobody has told anything of, or nobody could write down, a line tells how much it may have been.
  const untold = billed.filter((call) => !isTold(call));
  const open = told.filter(({ usage, cost }) => !usage && cost.kind === 'between');
  expect(open.length, 'lines').toBeGreaterThanOrEqual(untold.length);
  expect(untold.filter((call) => !call.unwritten && wasToldInTime(call))).toEqual([]);
  expect([...runs.values()].filter(isLive)).toEqual([]);
  for (const call of billed) if (call.isJournalled && !call.unwritten) expectText(call, runs);
}

/** Some ms before the background died. */
function wasToldInTime({ toldAt, diedAt }: Call): boolean {
  return toldAt !== null && (diedAt === null || toldAt < diedAt - 10);
}

/** At most the last second before the death of the background is lost of an answer. */
function expectText({ asks, words, diedAt }: Call, runs: World['runs']): void {
  const turns = [...runs.values()].flatMap((run) =>
    run.turns.map((turn) => ({ ...turn, asks: turn.question ?? run.source?.text })),
  );
  const text = turns.find((turn) => turn.asks === asks)?.text ?? '';
  const all = words.map(({ word }) => word).join('');
  const due = words.filter(({ at }) => at < (diedAt ?? Date.now()) - 1_010);
  expect(all.startsWith(text)).toBe(true);
  expect(text.startsWith(due.map(({ word }) => word).join(''))).toBe(true);
}

beforeEach(() => fakeTime(Date.UTC(2026, 10, 22, 12)));
afterEach(() => vi.useRealTimers());

test('whatever fails and dies in whatever order: each request is sent once, has its line within the limits, and keeps its answer', async () => {
  const chance = fc.infiniteStream(fc.nat(9_999));
  const steps = fc.array(step, { minLength: 10, maxLength: 60, size: 'max' });
  await fc.assert(
    fc.asyncProperty(chance, steps, async (shares, history) => {
      fakeBrowser.reset();
      const world = new World(() => shares.next().value / 10_000);
      const life = await play(world, history);
      expectNothingLost(world);
      expect(life.awake).toBe(0);
    }),
    { numRuns: 150 },
  );
});
