import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costBefore, costOf, mostOf } from '../../../../utils/core/money/cost';
import { type DoubtKind, doubtKinds } from '../../../../utils/core/money/doubt';
import type { Price } from '../../../../utils/core/money/price';
import { type Pricing, priceFor } from '../../../../utils/core/money/prices';
import { receiptOf } from '../../../../utils/core/money/receipt';
import type { Spent } from '../../../../utils/core/money/spent';
import { totalOf } from '../../../../utils/core/money/total';
import { noUsage, type Usage } from '../../../../utils/core/money/usage';
import { readFirstUsage, readLaterUsage } from '../../../../utils/endpoints/anthropic-usage';

const at = Date.UTC(2026, 10, 22);
const claim = fc.oneof(
  fc.nat(2_000_000),
  fc.double(),
  fc.integer(),
  fc.constant(null),
  fc.string(),
  fc.constant(undefined),
);
const report = fc.oneof(
  fc.record(
    {
      input_tokens: claim,
      output_tokens: claim,
      cache_read_input_tokens: claim,
      cache_creation_input_tokens: claim,
      cache_creation: fc.oneof(
        fc.record({ ephemeral_5m_input_tokens: claim, ephemeral_1h_input_tokens: claim }),
        claim,
      ),
      output_tokens_details: fc.oneof(fc.record({ thinking_tokens: claim }), claim),
      server_tool_use: fc.oneof(fc.record({ web_search_requests: claim }), claim),
      service_tier: claim,
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);

test.each([
  ['start', readFirstUsage],
  ['end', readLaterUsage],
])('whatever a service reports at the %s, what is told of it are whole numbers', (_, read) => {
  fc.assert(
    fc.property(report, (raw) => {
      const told = read(raw);
      if (told.kind === 'doubtful') expect(doubtKinds).toContain(told.doubt.kind);
      if (told.kind !== 'told') return;
      const { terms: _terms, ...numbers } = { terms: [], ...told.told };
      for (const value of Object.values(numbers))
        expect(value === null || (Number.isSafeInteger(value) && Number(value) >= 0)).toBe(true);
    }),
  );
});

/** This cache costs less to write and more to read than the text itself: nobody is to rely on what is usual. */
const ownPrice = {
  ...{ model: 'claude-haiku-5-5', input: 500, output: 900 },
  ...{ cacheRead: 700, cacheWrite5m: 50 },
};
const priceFrom = (pricing: Pricing): Price => {
  const price = priceFor(pricing, ownPrice.model, at);
  if (!price) throw new Error('no price');
  return price;
};

const tokens = fc.nat(300_000);
const spents: fc.Arbitrary<Spent> = fc
  .record({
    low: fc.nat(50_000),
    more: fc.nat(50_000),
    maxOutput: fc.integer({ min: 1, max: 8000 }),
    cached: fc.boolean(),
    usage: fc.option(
      fc.record({
        input: tokens,
        cacheRead: tokens,
        cacheWrite5m: tokens,
        cacheWrite1h: tokens,
        output: fc.nat(20_000),
        thinking: fc.constant(0),
      }),
    ),
    final: fc.boolean(),
    whole: fc.boolean(),
    doubt: fc.option(fc.constantFrom(...doubtKinds), { nil: undefined }),
    pricing: fc.constantFrom<Pricing>({ kind: 'listed' }, { kind: 'listed', prices: [ownPrice] }),
  })
  .map(({ low, more, cached, doubt, ...rest }) => ({
    ...rest,
    final: rest.final && rest.usage !== null,
    prompt: { low, high: low + more },
    cached: cached ? { low, high: low + more } : null,
    doubt: doubt && { kind: doubt, raw: null },
    service: 'Anthropic',
    model: 'claude-haiku-5-5',
    text: '',
    requestId: null,
    sentAt: at,
    firstWordMs: null,
    wholeMs: null,
  }));

describe('what is told of a turn', () => {
  const prompt = { low: 900, high: 1_000 };
  const usage = { ...noUsage, input: 900, output: 300 };
  const [base] = fc.sample(spents, 1);

  test.each<[string, Partial<Usage>, DoubtKind | undefined]>([
    ['as was expected', {}, undefined],
    ['with four times the prompt and 1,000 tokens', { input: 5_000 }, undefined],
    ['with a token more, of whatever kind', { input: 4_000, cacheRead: 1_001 }, 'more-input'],
    ['with the longest answer', { output: 1_500 }, undefined],
    ['with an answer longer than was allowed', { output: 1_501 }, 'more-output'],
  ])('%s is believed, or is not', (_, told, doubt) => {
    if (!base) throw new Error('no sample');
    const asked = { ...base, prompt, cached: null, maxOutput: 1_500, doubt: undefined };
    const spent = { ...asked, usage: { ...usage, ...told }, final: true, whole: true };
    expect(receiptOf(spent).doubt?.kind).toBe(doubt);
  });
});

describe('a budget', () => {
  test('counts what is not believed at no less than the request could cost, nor less than was claimed', () => {
    fc.assert(
      fc.property(spents, (spent) => {
        const { cost, doubt } = receiptOf(spent);
        expect(cost.kind === 'unverified').toBe(doubt !== undefined);
        if (cost.kind !== 'unverified') return;
        const { prompt, maxOutput, cached, usage, pricing } = spent;
        const price = priceFrom(pricing);
        const asked = costBefore(prompt, maxOutput, price, cached).high;
        const claimed = usage ? (costOf(usage, price) ?? 0) : 0;
        expect(mostOf(cost)).toBeGreaterThanOrEqual(Math.max(asked, claimed));
        expect(Number.isSafeInteger(cost.atMost)).toBe(true);
        expect(cost.claimed ?? 0).toBeLessThanOrEqual(cost.atMost);
      }),
    );
  });

  test('never counts less than the true cost of a turn within what was asked', () => {
    fc.assert(
      fc.property(spents, fc.nat(), fc.nat(), (spent, input, output) => {
        const { prompt, maxOutput, pricing } = spent;
        const truth = {
          input: input % (prompt.high + 1),
          cacheRead: 0,
          cacheWrite5m: 0,
          cacheWrite1h: 0,
          output: output % (maxOutput + 1),
          thinking: 0,
        };
        const lied = receiptOf({ ...spent, doubt: { kind: 'negative', raw: '' } });
        expect(mostOf(lied.cost)).toBeGreaterThanOrEqual(costOf(truth, priceFrom(pricing)) ?? 0);
      }),
    );
  });
});

describe('what is not believed', () => {
  const [exact, between] = [
    { kind: 'exact', nano: 5 },
    { kind: 'between', atLeast: 1, atMost: 9 },
  ] as const;
  const unverified = { kind: 'unverified', claimed: 2, atMost: 7 } as const;

  test.each([
    [exact, { kind: 'unverified', claimed: 7, atMost: 12 }],
    [between, { kind: 'unverified', claimed: null, atMost: 16 }],
    [unverified, { kind: 'unverified', claimed: 4, atMost: 14 }],
    [{ kind: 'unknown' } as const, { kind: 'unknown' }],
  ])('makes a total with %j unverified as well', (other, total) => {
    expect(totalOf([unverified, other])).toEqual(total);
    expect(totalOf([other, unverified])).toEqual(total);
  });

  test('is free where all is, and has no price where none is known', () => {
    const doubt = { kind: 'huge', raw: '' } as const;
    const [spent] = fc.sample(spents, 1);
    if (!spent) throw new Error('no sample');
    const own = { kind: 'own', prices: [{ model: spent.model, input: 0, output: 0 }] } as const;
    expect(receiptOf({ ...spent, doubt, pricing: own }).cost).toEqual({ kind: 'exact', nano: 0 });
    expect(receiptOf({ ...spent, doubt, model: 'unheard-of' }).cost).toEqual({ kind: 'unknown' });
    expect(receiptOf({ ...spent, doubt, pricing: { kind: 'free' } })).not.toHaveProperty('doubt');
  });
});
