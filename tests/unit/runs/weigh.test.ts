import { describe, expect, test, vi } from 'vitest';
import { countedEstimate } from '../../../utils/core/estimate/exact';
import { defaultModel } from '../../../utils/core/model';
import type { Limits } from '../../../utils/core/money/budget';
import type { Run } from '../../../utils/core/runs/run';
import { createBudget } from '../../../utils/runs/budget';
import type { Choices } from '../../../utils/runs/choices';
import type { Counts, Means } from '../../../utils/runs/means';
import { type Plan, planOf } from '../../../utils/runs/plan';
import { type Scales, weigh } from '../../../utils/runs/weigh';
import { choicesWith, instructionFor, nothingSpent, sourceWith } from '../support';

const at = Date.UTC(2026, 10, 26);
const noLimits: Limits = { month: null, day: null, run: null };
const run = { turns: [] as Run['turns'] } as Run;
const textOf = (words: number) => sourceWith({ text: 'the harbour '.repeat(words / 2) });

interface World {
  readonly words?: number;
  readonly choices?: Partial<Choices>;
  readonly limits?: (rough: Plan) => Partial<Limits>;
  readonly scales?: (rough: Plan) => Partial<Scales>;
  /** What the service says, between the estimate's bounds from 0 to 1; null: nothing in time. */
  readonly counts?: number | null;
  /** It is about a PDF of 9 pages. */
  readonly pdf?: boolean;
  /** It was counted before. */
  readonly known?: boolean;
}

const media = { kind: 'pdf', file: 'f', pages: 9, from: 1, to: 9 } as const;

async function weighed({ words = 200, counts: share = null, known = false, ...world }: World) {
  const choices = choicesWith(world.choices);
  const source = world.pdf ? sourceWith({ kind: 'pdf', text: '', media }) : textOf(words);
  const rough = planOf(instructionFor('summarize'), source, choices, at);
  const { low, high } = rough.estimate.prompt;
  const tokens = share === null ? null : Math.round(low + share * (high - low));
  const withTokens = (plan: Plan, counted: number): Plan => ({
    ...plan,
    estimate: countedEstimate(counted, plan, at),
  });
  const count = vi.fn<Counts['count']>(async (plan) => {
    if (tokens === null) throw new Error('nobody answered');
    return withTokens(plan, tokens);
  });
  const limits = { ...noLimits, ...world.limits?.(rough) };
  const means = {
    budget: createBudget({ now: () => at, limits: async () => limits, read: nothingSpent }),
    isOnline: () => true,
    time: { now: () => at, ticks: () => 0, random: () => 0 },
    counts: {
      known: async (plan: Plan) => (known && tokens !== null ? withTokens(plan, tokens) : null),
      count,
    },
  } as unknown as Means;
  const scales: Scales = {
    run,
    choices,
    key: 'k',
    stop: new AbortController().signal,
    consented: null,
    ...world.scales?.(rough),
  };
  const { plan, verdict } = await weigh(rough, scales, means);
  return { plan, rough, verdict, tokens, asked: count.mock.calls.length };
}

/** A limit of the day that some of the estimate's range is above, and some is not. */
const within =
  (share: number) =>
  ({ estimate: { cost } }: Plan) => {
    const { low = 0, high = 0 } = cost ?? {};
    // What the answer may take is the same at either end: this is between the prompts.
    const span = (high - low) * 0.1;
    return { day: Math.round(high - span + share * span) };
  };

describe('what is to be sent is counted first', () => {
  test('not where every number of the estimate would be decided alike', async () => {
    expect(await weighed({ counts: 0.5 })).toMatchObject({ asked: 0, verdict: { kind: 'sends' } });
    const far = await weighed({ counts: 0.5, limits: () => ({ day: 1_000 }) });
    expect(far).toMatchObject({ asked: 0, verdict: { kind: 'fails' } });
    const always = { thresholds: { nano: 0, tokens: 50_000 } };
    expect(await weighed({ counts: 0.5, choices: always })).toMatchObject({
      asked: 0,
      verdict: { kind: 'asks' },
    });
  });

  test('where a limit is within the range: what was counted decides', async () => {
    const low = await weighed({ words: 9_000, counts: 0.1, limits: within(0.9) });
    expect(low).toMatchObject({ asked: 1, verdict: { kind: 'sends' } });
    expect(low.plan.estimate.counted).toBe(low.tokens);
    const high = await weighed({ words: 9_000, counts: 1, limits: within(0.5) });
    expect(high).toMatchObject({
      asked: 1,
      verdict: { kind: 'fails', problem: { kind: 'over-limit' } },
    });
    expect(high.plan.estimate.counted).toBe(high.tokens);
  });

  test('where a limit is within the range and nobody counts in time: the upper bound decides', async () => {
    expect(await weighed({ words: 9_000, limits: within(0.9) })).toMatchObject({
      asked: 1,
      verdict: { kind: 'fails', problem: { kind: 'over-limit' } },
    });
  });

  test('not where the user wants it sent above a limit', async () => {
    const anyway = await weighed({
      words: 9_000,
      limits: within(0.5),
      scales: () => ({ anyway: true }),
    });
    expect(anyway).toMatchObject({ asked: 0, verdict: { kind: 'sends' } });
  });

  test('not where the user has yet to agree that nothing in it can be hidden', async () => {
    const scales = () => ({ unshielded: true });
    expect(await weighed({ words: 9_000, counts: 0.1, limits: within(0.9), scales })).toMatchObject(
      { asked: 0, verdict: { kind: 'fails', problem: { kind: 'over-limit' } } },
    );
    expect(await weighed({ counts: 0.5, scales })).toMatchObject({
      asked: 0,
      verdict: { kind: 'asks' },
    });
  });

  test('where the threshold of consent is within the range', async () => {
    const words = 21_000;
    const { rough } = await weighed({ words });
    const { low, high } = rough.estimate.prompt;
    const tokens = Math.round(low + (high - low) * 0.8);
    const thresholds = { nano: 1e9, tokens };
    expect(await weighed({ words, counts: 0, choices: { thresholds } })).toMatchObject({
      asked: 1,
      verdict: { kind: 'sends' },
    });
    expect(await weighed({ words, counts: 1, choices: { thresholds } })).toMatchObject({
      asked: 1,
      verdict: { kind: 'asks' },
    });
  });

  test('where a dearer tier begins within the range: the user is asked with the true price', async () => {
    // 100,000 tokens, from where this model costs five times as much.
    const words = 54_000;
    const { rough, plan, asked, verdict } = await weighed({ words, counts: 0 });
    expect(rough.estimate.prompt.low).toBeLessThan(100_000);
    expect(rough.estimate.prompt.high).toBeGreaterThan(100_000);
    expect({ asked, verdict }).toEqual({ asked: 1, verdict: { kind: 'asks' } });
    expect(plan.estimate.cost?.high).toBeLessThan((rough.estimate.cost?.high ?? 0) / 2);
  });

  test('not where a limit is passed whatever the count may be, also where a tier or the model’s own limit is within the range', async () => {
    const overLimit = { asked: 0, verdict: { kind: 'fails', problem: { kind: 'over-limit' } } };
    for (const day of [0, 1_000]) {
      const limits = () => ({ day });
      expect(await weighed({ words: 54_000, counts: 0, limits })).toMatchObject(overLimit);
      const { low, high } = (await weighed({ words: 2_000 })).rough.estimate.prompt;
      const models = [{ ...defaultModel, maxInput: Math.round((low + high) / 2) }];
      const long = await weighed({ words: 2_000, counts: 0, limits, choices: { models } });
      expect(long).toMatchObject(overLimit);
    }
  });

  test('not where all of the range is beyond the dearer tier', async () => {
    const thresholds = { nano: 10 ** 12, tokens: 10 ** 9 };
    const { asked, verdict } = await weighed({ words: 200_000, choices: { thresholds } });
    expect([asked, verdict]).toEqual([0, { kind: 'sends' }]);
  });

  test('where it may be too long for the model: what is, never leaves', async () => {
    const words = 2_000;
    const { rough } = await weighed({ words });
    const { low, high } = rough.estimate.prompt;
    const models = [{ ...defaultModel, maxInput: Math.round((low + high) / 2) }];
    expect(await weighed({ words, counts: 0, choices: { models } })).toMatchObject({
      asked: 1,
      verdict: { kind: 'sends' },
    });
    const long = await weighed({ words, counts: 1, choices: { models } });
    expect(long).toMatchObject({ asked: 1, verdict: { kind: 'fails' } });
    expect(long.verdict).toMatchObject({ problem: { kind: 'too-large', tokens: long.tokens } });
  });

  test('not where it is too long for the model at best: nothing of it leaves', async () => {
    const words = 2_000;
    const { low } = (await weighed({ words })).rough.estimate.prompt;
    const models = [{ ...defaultModel, maxInput: low - 1 }];
    expect(await weighed({ words, counts: 0, choices: { models } })).toMatchObject({
      asked: 0,
      verdict: { kind: 'fails', problem: { kind: 'too-large' } },
    });
  });

  test('not a PDF, which would travel twice: its upper bound decides, or the count that the user asked for', async () => {
    const limits = within(0.9);
    const rough = await weighed({ pdf: true, counts: 0, limits });
    expect(rough).toMatchObject({ asked: 0, verdict: { kind: 'fails' } });
    expect(rough.plan.estimate.counted).toBeUndefined();
    const known = await weighed({ pdf: true, counts: 0, limits, known: true });
    expect(known).toMatchObject({ asked: 0, verdict: { kind: 'sends' } });
  });

  test('again when the user agreed to what was counted, and that is forgotten', async () => {
    const agreed = (rough: Plan) => ({ consented: countedEstimate(1_000, rough, at) });
    const { low, high } = (await weighed({ words: 500 })).rough.estimate.prompt;
    const share = (1_000 - low) / (high - low);
    expect(await weighed({ words: 500, counts: share, scales: agreed })).toMatchObject({
      asked: 1,
      verdict: { kind: 'sends' },
    });
    // Without a count it may be dearer than that: the user is asked once more.
    expect(await weighed({ words: 500, scales: agreed })).toMatchObject({
      asked: 1,
      verdict: { kind: 'asks' },
    });
  });

  test('not when it was counted before: that decides', async () => {
    const known = await weighed({ words: 9_000, counts: 0.1, limits: within(0.9), known: true });
    expect(known).toMatchObject({ asked: 0, verdict: { kind: 'sends' } });
    expect(known.plan.estimate.counted).toBe(known.tokens);
  });
});
