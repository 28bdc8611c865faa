import { describe, expect, test } from 'vitest';
import { costBefore, costOf } from '../../../../utils/core/money/cost';
import { prices } from '../../../../utils/core/money/price-list';
import { type Pricing, priceFor, priceOf, ratesFor } from '../../../../utils/core/money/prices';
import type { Usage } from '../../../../utils/core/money/usage';

const november = Date.UTC(2026, 10, 22);

function expectPrice(model: string, at = november) {
  const price = priceOf(model, at);
  if (!price) throw new Error(`no price for ${model}`);
  return price;
}

function usage(change: Partial<Usage>): Usage {
  return {
    input: 0,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: 0,
    thinking: 0,
    ...change,
  };
}

describe('prices', () => {
  test.each([
    ['claude-haiku-5-5', [100, 500, 10, 125, 200]],
    ['claude-sonnet-5-5', [2000, 10_000, 100, 2500, 4000]],
    ['claude-opus-5-5', [4000, 20_000, 200, 5000, 8000]],
    ['claude-fable-5-2', [8000, 40_000, 200, 10_000, 16_000]],
    ['claude-mythos-5-2', [8000, 40_000, 200, 10_000, 16_000]],
    ['claude-fable-5-1', [10_000, 50_000, 250, 12_500, 20_000]],
    ['claude-fable-5', [10_000, 50_000, 1000, 12_500, 20_000]],
    ['claude-opus-4-8', [5000, 25_000, 500, 6250, 10_000]],
    ['claude-sonnet-5', [2000, 10_000, 200, 2500, 4000]],
    ['claude-sonnet-4-6', [3000, 15_000, 300, 3750, 6000]],
    ['claude-haiku-4-5', [1000, 5000, 100, 1250, 2000]],
  ])('%s costs what the pricing page says, in nano-dollars per token', (model, row) => {
    const { input, output, cacheRead, cacheWrite5m, cacheWrite1h } = expectPrice(model);
    expect([input, output, cacheRead, cacheWrite5m, cacheWrite1h]).toEqual(row);
  });

  test.each(['claude-haiku-5-6', 'claude-haiku-5', 'claude-haiku-5-5-20261007', 'gpt-5', ''])(
    'a model that is not in the table has no price: %j',
    (model) => expect(priceOf(model, november)).toBeNull(),
  );

  test('a price holds from its day on', () => {
    expect(expectPrice('claude-sonnet-5-5', Date.UTC(2026, 9, 6, 23, 59)).cacheRead).toBe(200);
    expect(expectPrice('claude-sonnet-5-5', Date.UTC(2026, 9, 7)).cacheRead).toBe(100);
  });

  test('rows of one model are in the order of their days', () => {
    for (const { model } of prices) {
      const days = prices.filter((price) => price.model === model).map((price) => price.from);
      expect(days).toEqual(days.toSorted());
    }
  });

  test('a long prompt makes the whole request dearer, and exactly 100,000 tokens is not long yet', () => {
    const haiku = expectPrice('claude-haiku-5-5');
    expect(ratesFor(haiku, 100_000).output).toBe(500);
    expect(ratesFor(haiku, 100_001)).toMatchObject({ input: 500, output: 2500, cacheRead: 50 });
  });
});

describe('whose price counts', () => {
  const own: Pricing = { kind: 'own', prices: [{ model: 'own-model', input: 7, output: 9 }] };

  test('where our list does, it is the list’s', () => {
    const listed: Pricing = { kind: 'listed' };
    expect(priceFor(listed, 'claude-haiku-5-5', november)).toEqual(expectPrice('claude-haiku-5-5'));
    expect(priceFor(listed, 'own-model', november)).toBeNull();
  });

  test('where the user’s does, it is theirs, and cached tokens count as any input', () => {
    expect(priceFor(own, 'own-model', november)).toMatchObject({
      input: 7,
      output: 9,
      cacheRead: 7,
      cacheWrite5m: 7,
      cacheWrite1h: 7,
    });
  });

  test.each(['claude-haiku-5-5', 'own-model-2', 'OWN-MODEL', ''])(
    'where the user’s does, nothing is known of %j',
    (model) => expect(priceFor(own, model, november)).toBeNull(),
  );

  test('the user’s row goes before the list’s, and 0 is a price', () => {
    const prices = [
      { model: 'claude-haiku-5-5', input: 0, output: 0 },
      { model: 'claude-opus-5-5', input: 3, output: 4, cacheRead: 1, cacheWrite5m: 5 },
    ];
    const pricing: Pricing = { kind: 'listed', prices };
    expect(priceFor(pricing, 'claude-haiku-5-5', november)).toMatchObject({ input: 0, own: true });
    expect(priceFor(pricing, 'claude-opus-5-5', november)).toMatchObject({
      input: 3,
      output: 4,
      cacheRead: 1,
      cacheWrite5m: 5,
      cacheWrite1h: 3,
    });
    const others = ['claude-sonnet-5-5', 'claude-haiku-4-5', 'claude-haiku-9'];
    for (const model of others)
      expect(priceFor(pricing, model, november)).toEqual(priceOf(model, november));
  });

  test('the user’s row holds for a dated snapshot of its model, and for no other name that begins so', () => {
    const prices = [{ model: 'claude-haiku-4-5', input: 7, output: 9 }];
    const pricing: Pricing = { kind: 'listed', prices };
    const inputOf = (model: string) => priceFor(pricing, model, november)?.input;
    expect(inputOf('claude-haiku-4-5-20251001')).toBe(7);
    expect(inputOf('claude-haiku-4-5-fast')).toBeUndefined();
    expect(inputOf('claude-haiku-4-5-12345678')).toBeUndefined();
    const exact = { model: 'claude-haiku-4-5-20251001', input: 1, output: 1 };
    const both: Pricing = { kind: 'listed', prices: [...prices, exact] };
    expect(priceFor(both, exact.model, november)?.input).toBe(1);
  });

  test('the user’s price holds however a turn was served, and at any length', () => {
    const price = priceFor(own, 'own-model', november);
    if (!price) throw new Error('no price');
    const served = usage({ input: 500_000, output: 10, terms: ['us', 'fast', 'unpriced'] });
    expect(costOf(served, price)).toBe(500_000 * 7 + 10 * 9);
  });

  test('on the device everything is free', () => {
    expect(priceFor({ kind: 'free' }, 'key-sentences', november)).toMatchObject({
      input: 0,
      output: 0,
    });
  });
});

describe('cost', () => {
  test.each([
    ['a summary on Haiku 5.5', 'claude-haiku-5-5', usage({ input: 3600, output: 250 }), 485_000],
    [
      'thinking is inside output',
      'claude-haiku-5-5',
      usage({ output: 250, thinking: 200 }),
      125_000,
    ],
    [
      'a cache read',
      'claude-sonnet-5-5',
      usage({ input: 10, cacheRead: 5000, output: 1 }),
      530_000,
    ],
    [
      'both cache lifetimes',
      'claude-opus-5-5',
      usage({ cacheWrite5m: 10, cacheWrite1h: 10 }),
      130_000,
    ],
    [
      'cached tokens count for the tier',
      'claude-haiku-5-5',
      usage({ input: 1, cacheRead: 100_000 }),
      5_000_500,
    ],
    ['nothing', 'claude-opus-5-5', usage({}), 0],
  ])('%s', (_, model, used, nano) => expect(costOf(used, expectPrice(model))).toBe(nano));

  test('before sending it runs from the prompt alone to all the output that is allowed', () => {
    expect(
      costBefore({ low: 1000, high: 1500 }, 2000, expectPrice('claude-haiku-5-5'), null),
    ).toEqual({
      low: 100_000,
      // In the US only it costs a tenth more.
      high: 1_265_000,
    });
  });
});
