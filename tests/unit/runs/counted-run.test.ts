import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countedEstimate } from '../../../utils/core/estimate/exact';
import { usualLimits } from '../../../utils/core/money/budget';
import { createFeeds } from '../../../utils/runs/feeds';
import type { Counts } from '../../../utils/runs/means';
import type { RunnerParts } from '../../../utils/runs/office';
import { planOf } from '../../../utils/runs/plan';
import { createRunner } from '../../../utils/runs/runner';
import { memoryJournal } from '../../../utils/store/runs';
import { choicesWith, instructionFor, sourceWith } from '../support';
import { startOn, usualParts } from './parts';

const at = Date.UTC(2026, 10, 26);
const source = sourceWith();
const { estimate } = planOf(instructionFor('summarize'), source, choicesWith(), at);
/** Not enough for the most that it may cost, and enough for the least. */
const day = (estimate.cost?.high ?? 0) - 1;

/** A run under that limit, and how often it was sent. */
function world(count: Counts['count']) {
  const journal = memoryJournal();
  let sent = 0;
  const parts: RunnerParts = {
    ...usualParts(),
    open: () => ({
      async *stream() {
        sent += 1;
        yield { kind: 'started', usage: null, model: 'm', requestId: null };
        yield { kind: 'finished', outcome: { kind: 'done' } };
      },
      listModels: async () => [],
    }),
    journal,
    limits: async () => ({ ...usualLimits, day }),
    feeds: createFeeds(() => 0),
    time: { now: () => at, ticks: () => 0, random: () => 0 },
    newId: () => 'id',
    digest: async (text) => text,
    counts: { known: async () => null, count },
  };
  const runner = createRunner(parts);
  runner.begin(startOn(source));
  const ended = () =>
    vi.waitFor(async () => {
      const run = await journal.get('id');
      expect(run?.turns[0]?.state.kind ?? run?.state.kind).toMatch(/done|stopped|failed/);
      return run;
    });
  return { runner, ended, sent: () => sent };
}

beforeEach(() => fakeBrowser.reset());

describe('a run that may be above a limit', () => {
  test('is counted first, sent when that fits, and tells that it was counted', async () => {
    const tokens = estimate.prompt.low;
    const { ended, sent } = world(async (plan) => ({
      ...plan,
      estimate: countedEstimate(tokens, plan, at),
    }));
    expect(await ended()).toMatchObject({
      turns: [{ counted: tokens, prompt: { low: tokens }, state: { kind: 'done' } }],
    });
    expect(sent()).toBe(1);
  });

  test('is not sent when nobody can count', async () => {
    const { ended, sent } = world(async () => Promise.reject(new Error('offline')));
    expect(await ended()).toMatchObject({
      state: { kind: 'failed', problem: { kind: 'over-limit', limit: 'day' } },
    });
    expect(sent()).toBe(0);
  });

  test('can be stopped while it is counted, and is not sent then', async () => {
    const { runner, ended, sent } = world(async (_, __, stop) => {
      runner.stop('id');
      expect(stop.aborted).toBe(true);
      throw stop.reason;
    });
    expect(await ended()).toMatchObject({ turns: [{ sentAt: null, state: { kind: 'stopped' } }] });
    expect(sent()).toBe(0);
  });
});
