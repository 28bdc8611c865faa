import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf } from '../../../../utils/core/money/cost';
import { priceOf } from '../../../../utils/core/money/prices';
import { receiptOf } from '../../../../utils/core/money/receipt';
import type { Spent } from '../../../../utils/core/money/spent';
import { type Usage, updateUsage } from '../../../../utils/core/money/usage';

const at = Date.UTC(2026, 10, 22);

const start: Usage = {
  input: 1000,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 3,
  thinking: 0,
};

function spent(change: Partial<Spent>): Spent {
  return {
    service: 'Anthropic',
    pricing: { kind: 'listed' },
    model: 'claude-haiku-5-5',
    prompt: { low: 800, high: 1200 },
    cached: null,
    maxOutput: 1500,
    usage: start,
    final: false,
    whole: false,
    text: '',
    requestId: 'req_1',
    sentAt: at,
    firstWordMs: 300,
    wholeMs: 2000,
    ...change,
  };
}

describe('a receipt', () => {
  test('is exact once the final usage is known', () => {
    const usage = { ...start, output: 200 };
    expect(receiptOf(spent({ usage, final: true }))).toMatchObject({
      usage,
      final: true,
      cost: { kind: 'exact', nano: 200_000 },
      pricedOn: '2026-11-22',
    });
  });

  test('of an answer that broke off has its input exact, and its output between what came and what was allowed', () => {
    const { cost, usage } = receiptOf(
      spent({ text: 'twelve words of an answer that has been cut off in the middle' }),
    );
    expect(cost).toMatchObject({ kind: 'between', atMost: 1000 * 100 + 1500 * 500 });
    if (cost.kind !== 'between') throw new Error('not a range');
    expect(cost.atLeast).toBeGreaterThan(1000 * 100);
    expect(usage?.input).toBe(1000);
  });

  test('of a request that nobody answered costs between nothing and its upper estimate', () => {
    expect(receiptOf(spent({ usage: null })).cost).toEqual({
      kind: 'between',
      atLeast: 0,
      atMost: ((1200 * 100 + 1500 * 500) * 11) / 10,
    });
  });

  test('of one that nobody answered costs at most what it costs to write to the cache what was to be cached', () => {
    const cached = { low: 700, high: 1000 };
    expect(receiptOf(spent({ usage: null, cached })).cost).toMatchObject({
      atMost: ((200 * 100 + 1000 * 125 + 1500 * 500) * 11) / 10,
    });
  });

  test('tells what the cache has saved, but not by numbers that are not believed', () => {
    const usage = { ...start, input: 0, cacheRead: 1000 };
    expect(receiptOf(spent({ usage, final: true })).saved).toBe(1000 * 90);
    expect(receiptOf(spent({ usage: { ...usage, output: 9000 }, final: true }))).toMatchObject({
      doubt: { kind: 'more-output' },
      saved: null,
    });
  });

  test('has no price for a model that is not in the table', () => {
    const receipt = receiptOf(spent({ model: 'claude-haiku-9', usage: start, final: true }));
    expect(receipt).toMatchObject({ cost: { kind: 'unknown' }, pricedOn: null, usage: start });
  });

  test('of the device is exactly nothing, whatever its text and however it ended', () => {
    const free = { pricing: { kind: 'free' }, model: 'key-sentences', usage: null } as const;
    for (const final of [true, false]) {
      expect(receiptOf(spent({ ...free, final, text: 'some words' }))).toMatchObject({
        cost: { kind: 'exact', nano: 0 },
        pricedOn: null,
      });
    }
  });

  test('names the service, and has no day of ours beside the user’s own price', () => {
    const pricing = {
      kind: 'own',
      prices: [{ model: 'own-model', input: 7, output: 9 }],
    } as const;
    const usage = { ...start, cacheRead: 10, output: 200 };
    const receipt = receiptOf(
      spent({ service: 'Gateway', pricing, model: 'own-model', usage, final: true }),
    );
    expect(receipt).toMatchObject({
      service: 'Gateway',
      cost: { kind: 'exact', nano: 1010 * 7 + 200 * 9 },
      pricedOn: null,
    });
  });

  test('has no price where the user said none, not even of a model of our list', () => {
    const pricing = { kind: 'own', prices: [] } as const;
    expect(receiptOf(spent({ pricing, final: true })).cost).toEqual({ kind: 'unknown' });
  });

  test('of a broken answer never leaves the true cost outside its bounds', () => {
    const price = priceOf('claude-haiku-5-5', at);
    if (!price) throw new Error('no price');
    // Latin words take at least the tokens of their lowest estimate on no tokenizer that is known.
    fc.assert(
      fc.property(fc.nat(200_000), fc.integer({ min: 1, max: 1500 }), (input, trueOutput) => {
        const usage = { ...start, input, output: 1 };
        const { cost } = receiptOf(
          spent({ usage, text: 'a'.repeat(trueOutput), prompt: { low: 0, high: 200_000 } }),
        );
        if (cost.kind !== 'between') throw new Error('not a range');
        const truth = costOf({ ...usage, output: trueOutput }, price) ?? Number.NaN;
        expect(cost.atMost).toBeGreaterThanOrEqual(truth);
        expect(cost.atLeast).toBeLessThanOrEqual(truth);
      }),
    );
  });
});

describe('a later usage report', () => {
  const cached: Usage = { ...start, cacheRead: 5, cacheWrite5m: 10, cacheWrite1h: 20 };
  const silent = {
    input: null,
    cacheRead: null,
    cacheWrite: null,
    cacheWrite1h: null,
    thinking: null,
    searches: null,
  };

  test.each([
    ['replaces the output', { ...silent, output: 90 }, { ...cached, output: 90 }],
    ['never adds', { ...silent, input: 1200, output: 90 }, { ...cached, input: 1200, output: 90 }],
    [
      'tells thinking',
      { ...silent, output: 90, thinking: 50 },
      { ...cached, output: 90, thinking: 50 },
    ],
    ['keeps the split of the cache', { ...silent, cacheWrite: 30, output: 3 }, cached],
    [
      'puts more cache writes under 5 min',
      { ...silent, cacheWrite: 40, output: 3 },
      { ...cached, cacheWrite5m: 20 },
    ],
  ])('%s', (_, update, expected) => expect(updateUsage(cached, update)).toEqual(expected));
});
