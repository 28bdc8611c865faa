import { describe, expect, test } from 'vitest';
import { otherwise } from '../../utils/core/otherwise';
import { receipt } from '../gallery/data/runs';

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

describe('what the same would have cost', () => {
  test('is told of the cheapest other models, each at its own price', () => {
    const models = ['claude-fable-5-2', 'claude-opus-5-5', 'claude-haiku-5-5', 'claude-sonnet-5-5'];
    expect(otherwise(paid, models)).toEqual([
      { model: 'claude-sonnet-5-5', nano: 1000 * 2000 + 100 * 10_000, rough: false },
      { model: 'claude-opus-5-5', nano: 1000 * 4000 + 100 * 20_000, rough: false },
      { model: 'claude-fable-5-2', nano: 1000 * 8000 + 100 * 40_000, rough: false },
    ]);
  });

  test('is an estimate where tokens are counted otherwise', () => {
    expect(otherwise(paid, ['claude-haiku-4-5'])).toEqual([
      { model: 'claude-haiku-4-5', nano: 730 * 1000 + 73 * 5000, rough: true },
    ]);
  });

  test('counts a long prompt where that is dearer', () => {
    const long = receipt({ usage: { ...usage, input: 100_001 }, sentAt, model: 'claude-opus-5-5' });
    expect(otherwise(long, ['claude-haiku-5-5'])[0]?.nano).toBe(100_001 * 500 + 100 * 2500);
  });

  test.each([
    ['a model without a known price', paid, ['claude-unheard-of']],
    ['an answer that broke off', receipt({ final: false }), ['claude-opus-5-5']],
    [
      'a usage that is not believed',
      receipt({ doubt: { kind: 'more-input', raw: null } }),
      ['claude-opus-5-5'],
    ],
    ['a price of the user’s own', receipt({ pricedOn: null }), ['claude-opus-5-5']],
  ])('is not told of %s', (_, told, models) => expect(otherwise(told, models)).toEqual([]));
});
