import { describe, expect, test } from 'vitest';
import { anthropicEndpoint } from '../../../../utils/core/endpoint';
import { otherwise as otherwiseAt } from '../../../../utils/core/estimate/otherwise';
import type { Receipt } from '../../../../utils/core/money/receipt';
import { receipt } from '../../../gallery/data/runs';
import { endpointWith } from '../../support';

const usage = {
  input: 1000,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 100,
  thinking: 0,
};
const sentAt = Date.UTC(2026, 10, 22);
const paid = receipt({ usage, sentAt });

const router = endpointWith({
  name: 'Router',
  prices: [
    { model: 'a/haiku', input: 150, output: 600 },
    { model: 'free', input: 0, output: 0 },
    { model: 'dear', input: 9000, output: 9000 },
  ],
});

const english = 'Rain fell on the old town while the harbour slept';

const otherwise = (
  told: Receipt,
  models: readonly string[],
  endpoints = [anthropicEndpoint],
  text = english,
) =>
  otherwiseAt(
    told,
    endpoints,
    models.map((id) => ({ id })),
    text,
  );
const service = 'Anthropic';

describe('what the same would have cost', () => {
  test('is told of the cheapest other models, each at its own price', () => {
    const models = ['claude-fable-5-2', 'claude-opus-5-5', 'claude-haiku-5-5', 'claude-sonnet-5-5'];
    expect(otherwise(paid, models)).toEqual([
      { service, model: 'claude-sonnet-5-5', nano: 1000 * 2000 + 100 * 10_000, rough: false },
      { service, model: 'claude-opus-5-5', nano: 1000 * 4000 + 100 * 20_000, rough: false },
      { service, model: 'claude-fable-5-2', nano: 1000 * 8000 + 100 * 40_000, rough: false },
    ]);
  });

  test('is an estimate where tokens are counted otherwise', () => {
    expect(otherwise(paid, ['claude-haiku-4-5'])).toEqual([
      { service, model: 'claude-haiku-4-5', nano: 727 * 1000 + 73 * 5000, rough: true },
    ]);
  });

  test.each([
    ['Chinese', '雨落在老城上,港口睡着了', 1],
    ['Russian', 'Дождь шёл над старым городом', 1],
    ['nothing', '', 0.727],
    ['blanks, then English', `${' '.repeat(3000)}${english}`, 0.727],
  ])('goes by what the text is made of: %s', (_, text, ratio) => {
    const [found] = otherwise(paid, ['claude-haiku-4-5'], undefined, text);
    const about = (1000 * 1000 + 100 * 5000) * ratio;
    expect(found?.nano).toBeGreaterThan(0.97 * about);
    expect(found?.nano).toBeLessThan(1.03 * about);
  });

  test('counts a long prompt where that is dearer', () => {
    const long = receipt({ usage: { ...usage, input: 100_001 }, sentAt, model: 'claude-opus-5-5' });
    expect(otherwise(long, ['claude-haiku-5-5'])[0]?.nano).toBe(100_001 * 500 + 100 * 2500);
  });

  test('is told of the cheapest two of other services, at the user’s prices; nobody knows how they count', () => {
    const found = otherwise(paid, ['claude-opus-5-5'], [anthropicEndpoint, router]);
    expect(found).toEqual([
      { service: 'Router', model: 'free', nano: 0, rough: true },
      { service: 'Router', model: 'a/haiku', nano: 1000 * 150 + 100 * 600, rough: true },
      { service, model: 'claude-opus-5-5', nano: 1000 * 4000 + 100 * 20_000, rough: false },
    ]);
  });

  test('of a turn of another service is told of Anthropic’s models, and not of its own', () => {
    const elsewhere = receipt({
      ...paid,
      service: 'Router',
      model: 'free',
      cost: { kind: 'exact', nano: 0 },
      pricedOn: null,
      ownPrice: true,
    });
    expect(otherwise(elsewhere, ['claude-opus-5-5'], [anthropicEndpoint, router])).toEqual([
      { service: 'Router', model: 'a/haiku', nano: 1000 * 150 + 100 * 600, rough: true },
      { service, model: 'claude-opus-5-5', nano: 1000 * 4000 + 100 * 20_000, rough: true },
      { service: 'Router', model: 'dear', nano: 1100 * 9000, rough: true },
    ]);
  });

  test('is at the user’s own price of a listed model where there is one', () => {
    const own = {
      ...anthropicEndpoint,
      prices: [{ model: 'claude-opus-5-5', input: 1, output: 2 }],
    };
    expect(otherwise(paid, ['claude-opus-5-5'], [own])[0]?.nano).toBe(1000 + 200);
  });

  test.each([
    ['a model without a known price', paid, ['claude-unheard-of']],
    ['an answer that broke off', receipt({ final: false }), ['claude-opus-5-5']],
    [
      'a usage that is not believed',
      receipt({ doubt: { kind: 'more-input', raw: null } }),
      ['claude-opus-5-5'],
    ],
  ])('is not told of %s', (_, told, models) => expect(otherwise(told, models)).toEqual([]));
});
