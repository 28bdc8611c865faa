import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  breakEven,
  type Caching,
  cachePays,
  chanceOfMore,
} from '../../../../utils/core/money/caching';
import { costBefore, costOf, savedByCache } from '../../../../utils/core/money/cost';
import { prices } from '../../../../utils/core/money/price-list';
import { priceOf } from '../../../../utils/core/money/prices';

const at = Date.UTC(2026, 10, 22);
const { afterAction, afterQuestion } = chanceOfMore;

function priceFor(model: string) {
  const price = priceOf(model, at);
  if (!price) throw new Error(`No price of ${model}`);
  return price;
}

const long = { low: 6_000, high: 7_000 };

function caching(change: Partial<Caching> = {}): Caching {
  const model = change.model ?? 'claude-haiku-5-5';
  return {
    model,
    price: priceOf(model, at),
    prompt: long,
    prefix: long,
    warm: false,
    chance: afterQuestion,
    ...change,
  };
}

describe('the chance of one more question from which on caching pays', () => {
  test.each<[string, number]>([
    // (0.125 - 0.10) / (0.10 - 0.01), and so on: $ per million tokens.
    ['claude-haiku-5-5', 0.025 / 0.09],
    ['claude-sonnet-5-5', 0.5 / 1.9],
    ['claude-opus-5-5', 1 / 3.8],
    ['claude-fable-5-2', 2 / 7.8],
    ['claude-opus-4-8', 1.25 / 4.5],
    ['claude-haiku-4-5', 0.25 / 0.9],
  ])('is of %s %f', (model, chance) => {
    expect(breakEven(priceFor(model))).toBeCloseTo(chance, 10);
  });

  test('lies for each listed model between the two chances that are assumed', () => {
    for (const price of prices) {
      expect(breakEven(price)).toBeGreaterThan(afterAction);
      expect(breakEven(price)).toBeLessThan(afterQuestion);
    }
  });

  test('is where both ways cost the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...prices),
        fc.integer({ min: 1, max: 1_000_000 }),
        (rates, tokens) => {
          const chance = breakEven(rates);
          const without = tokens * rates.input * (1 + chance);
          const withCache = tokens * (rates.cacheWrite5m + chance * rates.cacheRead);
          expect(withCache / without).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('caching', () => {
  test.each<[string, boolean, Partial<Caching>]>([
    ['pays after a question', true, {}],
    ['does not pay after an action: most are read and left', false, { chance: afterAction }],
    ['pays after an action too where the text is in the cache', true, { chance: 0, warm: true }],
    ['needs 512 tokens on the newest models', false, { prefix: { low: 400, high: 511 } }],
    ['is tried where there may be as many', true, { prefix: { low: 400, high: 512 } }],
    [
      'needs 1,024 on Sonnet 5',
      false,
      { model: 'claude-sonnet-5', prefix: { low: 800, high: 1_023 } },
    ],
    [
      'needs 2,048 on Opus 4.7',
      false,
      { model: 'claude-opus-4-7', prefix: { low: 1, high: 2_047 } },
    ],
    [
      'needs 4,096 on Haiku 4.5',
      false,
      { model: 'claude-haiku-4-5', prefix: { low: 1, high: 4_095 } },
    ],
    ['pays on Haiku 4.5 from there on', true, { model: 'claude-haiku-4-5' }],
    ['is not tried on a model that nobody knows', false, { model: 'claude-next' }],
    ['is not tried without a price', false, { price: null }],
    [
      'does not pay where the service takes as much for what is cached',
      false,
      { warm: true, price: { ...priceFor('claude-haiku-5-5'), cacheRead: 100, cacheWrite5m: 100 } },
    ],
  ])('%s', (_, pays, change) => expect(cachePays(caching(change))).toBe(pays));
});

describe('what the cache saves', () => {
  const none = {
    input: 40,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: 200,
    thinking: 0,
  };

  test.each([
    ['nothing when it was not used', {}, 0],
    ['nine tenths of what was read', { cacheRead: 6_210 }, 6_210 * 90],
    ['less than nothing when it was written', { cacheWrite5m: 6_210 }, -6_210 * 25],
    ['still less for an hour', { cacheWrite1h: 6_210 }, -6_210 * 100],
    ['five times as much above 100,000 tokens', { cacheRead: 120_000 }, 120_000 * 450],
  ])('is %s', (_, change, saved) => {
    expect(savedByCache({ ...none, ...change }, priceFor('claude-haiku-5-5'))).toBe(saved);
  });

  test('and what was paid add up to the price without it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...prices),
        fc.nat(300_000),
        fc.nat(300_000),
        (price, read, rest) => {
          const usage = { ...none, input: rest, cacheRead: read };
          const full = { ...none, input: rest + read };
          expect((costOf(usage, price) ?? 0) + (savedByCache(usage, price) ?? 0)).toBe(
            costOf(full, price),
          );
        },
      ),
    );
  });

  test('is unknown where the price is', () => {
    expect(
      savedByCache({ ...none, cacheRead: 10, terms: ['unpriced'] }, priceFor('claude-haiku-5-5')),
    ).toBeNull();
  });

  test('is in the lower bound of an estimate, and what it may cost more in the upper', () => {
    const prompt = { low: 6_000, high: 8_000 };
    const cached = { low: 5_000, high: 7_500 };
    expect(costBefore(prompt, 1_500, priceFor('claude-haiku-5-5'), cached)).toEqual({
      low: 1_000 * 100 + 5_000 * 10,
      high: ((500 * 100 + 7_500 * 125 + 1_500 * 500) * 11) / 10,
    });
  });
});
