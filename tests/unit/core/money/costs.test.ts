import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cost, costBefore, costOf, mostOf } from '../../../../utils/core/money/cost';
import type { Price, Rates } from '../../../../utils/core/money/price';
import { prices } from '../../../../utils/core/money/price-list';
import { priceFor, priceOf } from '../../../../utils/core/money/prices';
import { noUsage, type Term, terms, type Usage } from '../../../../utils/core/money/usage';

const november = Date.UTC(2026, 10, 22);

const shapes: readonly (readonly [string, Usage])[] = [
  [
    'an article',
    { input: 4000, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 300, thinking: 0 },
  ],
  [
    'one token of each kind',
    { input: 1, cacheRead: 1, cacheWrite5m: 1, cacheWrite1h: 1, output: 1, thinking: 0 },
  ],
  [
    'a conversation read from the cache',
    { input: 120, cacheRead: 38000, cacheWrite5m: 0, cacheWrite1h: 0, output: 512, thinking: 0 },
  ],
  [
    'written for five minutes',
    { input: 7, cacheRead: 0, cacheWrite5m: 9999, cacheWrite1h: 0, output: 64, thinking: 0 },
  ],
  [
    'written for an hour, a part read',
    { input: 33, cacheRead: 2048, cacheWrite5m: 5, cacheWrite1h: 4097, output: 8000, thinking: 0 },
  ],
  [
    'exactly 100,000',
    {
      input: 1,
      cacheRead: 49999,
      cacheWrite5m: 25000,
      cacheWrite1h: 25000,
      output: 1500,
      thinking: 0,
    },
  ],
  [
    'one more than 100,000',
    {
      input: 2,
      cacheRead: 49999,
      cacheWrite5m: 25000,
      cacheWrite1h: 25000,
      output: 1500,
      thinking: 0,
    },
  ],
  [
    'nothing at all',
    { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0, thinking: 0 },
  ],
];

/** Nano-dollars of each shape, computed by hand from the pricing page with exact fractions. */
const sums: readonly (readonly [string, readonly number[]])[] = [
  ['claude-haiku-5-5', [550_000, 935, 648_000, 1_282_575, 4_843_805, 9_375_090, 46_875_950, 0]],
  [
    'claude-sonnet-5-5',
    [11_000_000, 18_600, 9_160_000, 25_651_500, 96_671_300, 182_501_900, 182_503_900, 0],
  ],
  [
    'claude-opus-5-5',
    [22_000_000, 37_200, 18_320_000, 51_303_000, 193_342_600, 365_003_800, 365_007_800, 0],
  ],
  [
    'claude-fable-5-2',
    [44_000_000, 74_200, 29_040_000, 102_606_000, 386_275_600, 720_007_800, 720_015_800, 0],
  ],
  [
    'claude-mythos-5-2',
    [44_000_000, 74_200, 29_040_000, 102_606_000, 386_275_600, 720_007_800, 720_015_800, 0],
  ],
  [
    'claude-fable-5-1',
    [55_000_000, 92_750, 36_300_000, 128_257_500, 482_844_500, 900_009_750, 900_019_750, 0],
  ],
  [
    'claude-mythos-5-1',
    [55_000_000, 92_750, 36_300_000, 128_257_500, 482_844_500, 900_009_750, 900_019_750, 0],
  ],
  [
    'claude-fable-5',
    [55_000_000, 93_500, 64_800_000, 128_257_500, 484_380_500, 937_509_000, 937_519_000, 0],
  ],
  [
    'claude-mythos-5',
    [55_000_000, 93_500, 64_800_000, 128_257_500, 484_380_500, 937_509_000, 937_519_000, 0],
  ],
  [
    'claude-opus-5',
    [27_500_000, 46_750, 32_400_000, 64_128_750, 242_190_250, 468_754_500, 468_759_500, 0],
  ],
  [
    'claude-opus-4-8',
    [27_500_000, 46_750, 32_400_000, 64_128_750, 242_190_250, 468_754_500, 468_759_500, 0],
  ],
  [
    'claude-opus-4-7',
    [27_500_000, 46_750, 32_400_000, 64_128_750, 242_190_250, 468_754_500, 468_759_500, 0],
  ],
  [
    'claude-opus-4-6',
    [27_500_000, 46_750, 32_400_000, 64_128_750, 242_190_250, 468_754_500, 468_759_500, 0],
  ],
  [
    'claude-opus-4-5',
    [27_500_000, 46_750, 32_400_000, 64_128_750, 242_190_250, 468_754_500, 468_759_500, 0],
  ],
  [
    'claude-opus-4-5-20251101',
    [27_500_000, 46_750, 32_400_000, 64_128_750, 242_190_250, 468_754_500, 468_759_500, 0],
  ],
  [
    'claude-sonnet-5',
    [11_000_000, 18_700, 12_960_000, 25_651_500, 96_876_100, 187_501_800, 187_503_800, 0],
  ],
  [
    'claude-sonnet-4-6',
    [16_500_000, 28_050, 19_440_000, 38_477_250, 145_314_150, 281_252_700, 281_255_700, 0],
  ],
  [
    'claude-sonnet-4-5',
    [16_500_000, 28_050, 19_440_000, 38_477_250, 145_314_150, 281_252_700, 281_255_700, 0],
  ],
  [
    'claude-sonnet-4-5-20250929',
    [16_500_000, 28_050, 19_440_000, 38_477_250, 145_314_150, 281_252_700, 281_255_700, 0],
  ],
  [
    'claude-haiku-4-5',
    [5_500_000, 9350, 6_480_000, 12_825_750, 48_438_050, 93_750_900, 93_751_900, 0],
  ],
  [
    'claude-haiku-4-5-20251001',
    [5_500_000, 9350, 6_480_000, 12_825_750, 48_438_050, 93_750_900, 93_751_900, 0],
  ],
];

describe.each(sums)('%s costs to the nano-dollar', (model, row) => {
  test.each(shapes.map(([name, usage], at) => [name, usage, row[at]] as const))(
    '%s',
    (_, usage, nano) => {
      const price = priceOf(model, november);
      expect(price && costOf(usage, price)).toBe(nano);
    },
  );
});

test('every model of the list is among the sums', () => {
  const priced = new Set(prices.map(({ model }) => model));
  expect(new Set(sums.map(([model]) => model))).toEqual(priced);
});

const tokens = fc.nat(2_000_000);
const usages: fc.Arbitrary<Usage> = fc.record({
  input: tokens,
  cacheRead: tokens,
  cacheWrite5m: tokens,
  cacheWrite1h: tokens,
  output: tokens,
  thinking: fc.constant(0),
  terms: fc.subarray(['us', 'fast'] satisfies Term[]),
});

/** The same in whole numbers of a hundredth of a nano-dollar, half a nano-dollar rounded up. */
function oracle(usage: Usage, price: Price): bigint | null {
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
  const isLong = price.above !== undefined && prompt > price.above.promptTokens;
  const rates: Rates | undefined = usage.terms?.includes('fast')
    ? price.fast
    : isLong
      ? price.above?.rates
      : price;
  if (!rates) return null;
  const kinds = ['input', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h', 'output'] as const;
  const usual = kinds.reduce((sum, kind) => sum + BigInt(usage[kind]) * BigInt(rates[kind]), 0n);
  const percent = usage.terms?.includes('us') ? 110n : 100n;
  return (usual * percent + 50n) / 100n;
}

test('any usage costs what arithmetic without rounding says, rounded once', () => {
  fc.assert(
    fc.property(usages, fc.constantFrom(...prices), (usage, price) => {
      const exact = oracle(usage, price);
      expect(costOf(usage, price)).toBe(exact === null ? null : Number(exact));
    }),
    { numRuns: 5000 },
  );
});

describe('how it was served', () => {
  const article = {
    input: 1000,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: 100,
    thinking: 0,
  };
  test.each<[string, string, readonly Term[], number | null]>([
    ['in the US alone: a tenth more', 'claude-sonnet-5-5', ['us'], 3_300_000],
    ['in the US alone: rounded once', 'claude-haiku-5-5', ['us'], 165_000],
    ['fast: twice', 'claude-opus-5-5', ['fast'], 12_000_000],
    ['fast in the US', 'claude-opus-5-5', ['fast', 'us'], 13_200_000],
    ['fast where nothing says what it costs', 'claude-opus-4-7', ['fast'], null],
    ['on terms without a listed price', 'claude-haiku-5-5', ['unpriced'], null],
  ])('%s', (_, model, served, nano) => {
    const price = priceOf(model, november);
    expect(price && costOf({ ...article, terms: served }, price)).toBe(nano);
  });

  test('no other terms are known', () => expect(terms).toEqual(['us', 'fast', 'unpriced']));
});

test('what was searched at a price of the user’s own costs nobody knows what', () => {
  const usage = { ...noUsage, input: 10, searches: 1 };
  const own = priceFor(
    { kind: 'own', prices: [{ model: 'm', input: 1, output: 1 }] },
    'm',
    november,
  );
  expect(own && costOf(usage, own)).toBeNull();
  expect(own && costOf({ ...usage, searches: undefined }, own)).toBe(10);
});

test.each<[Cost, number | null]>([
  [{ kind: 'exact', nano: 7 }, 7],
  [{ kind: 'between', atLeast: 3, atMost: 9 }, 9],
  [{ kind: 'unverified', claimed: 3, atMost: 9 }, 9],
  [{ kind: 'unknown', atMost: 9 }, 9],
  [{ kind: 'unknown' }, null],
])('a budget counts the most that a cost can be: %j', (cost, most) =>
  expect(mostOf(cost)).toBe(most),
);

describe('the price of a request before it is sent', () => {
  const rate = fc.nat(1000);
  const own = fc
    .record({
      ...{ input: rate, output: rate, cacheRead: rate, cacheWrite5m: rate, cacheWrite1h: rate },
    })
    .map((rates) => priceFor({ kind: 'own', prices: [{ model: 'm', ...rates }] }, 'm', november));
  const price = fc.oneof(fc.constantFrom(...prices), own);
  /** Both ends, and what it is in truth. */
  const part = fc
    .tuple(fc.nat(90_000), fc.nat(90_000), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([low, more, at]) => ({ low, high: low + more, truth: low + Math.floor(more * at) }));

  test('holds whatever it costs in the end: what may be cached read or written, and in the US as well', () => {
    const ways = fc.constantFrom('input', 'cacheRead', 'cacheWrite5m');
    fc.assert(
      fc.property(
        price,
        part,
        part,
        part,
        ways,
        fc.boolean(),
        (given, rest, cached, output, way, us) => {
          if (!given) return;
          const prompt = { low: rest.low + cached.low, high: rest.high + cached.high };
          const { low, high } = costBefore(prompt, output.high, given, cached);
          const none = { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };
          const read = { ...none, input: rest.truth };
          const usage: Usage = {
            ...read,
            [way]: read[way] + cached.truth,
            output: output.truth,
            thinking: 0,
            ...(us && { terms: ['us'] }),
          };
          const truth = costOf(usage, given) ?? Number.NaN;
          expect(truth).toBeGreaterThanOrEqual(low);
          expect(truth).toBeLessThanOrEqual(high);
        },
      ),
      { numRuns: 500 },
    );
  });
});
