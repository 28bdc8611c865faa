import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compared, compare } from '../../../../utils/core/estimate/compare';
import { priceOf } from '../../../../utils/core/money/prices';
import { estimate } from '../../../gallery/data/runs';

const at = Date.UTC(2026, 10, 26);

function modelWith(
  change: Partial<Compared> & { readonly prompt?: Compared['estimate']['prompt'] },
) {
  const { prompt = { low: 90, high: 110 }, ...rest } = change;
  return { name: 'A', maxInput: null, price: null, estimate: estimate({ prompt }), ...rest };
}

describe('models that are compared', () => {
  const range = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({ low: a, high: a + b }));
  const model = fc.record({
    name: fc.string(),
    cost: fc.option(range),
    maxInput: fc.option(fc.nat(20)),
    prompt: range,
  });

  test('come all, the cheapest first and what has no price last, in whatever order they are listed', () => {
    fc.assert(
      fc.property(fc.array(model), (listed) => {
        const given = listed.map(({ name, maxInput, cost, prompt }) => ({
          ...modelWith({ name, maxInput }),
          estimate: estimate({ cost, prompt }),
        }));
        const found = compare(given);
        const most = found.map(({ estimate: { cost } }) => cost?.high ?? Number.POSITIVE_INFINITY);
        expect(most).toEqual(most.toSorted((a, b) => a - b));
        expect(found.map(({ estimate: each }) => each)).toHaveLength(given.length);
        expect(new Set(found.map(({ estimate: each }) => each))).toEqual(
          new Set(given.map(({ estimate: each }) => each)),
        );
        const shown = (rows: typeof found) =>
          rows.map(({ name, estimate: { cost } }) => [name, cost]);
        expect(shown(compare(given.toReversed()))).toEqual(shown(found));
      }),
    );
  });

  test.each([
    [110, 'yes'],
    [109, 'maybe'],
    [90, 'maybe'],
    [89, 'no'],
    [null, 'unknown'],
  ] as const)('that read %s tokens, of 90 to 110: fit %s', (maxInput, fit) => {
    expect(compare([modelWith({ maxInput })])[0]?.fit).toBe(fit);
  });

  test.each([
    [{ low: 99_000, high: 100_000 }, 'no'],
    [{ low: 100_000, high: 100_001 }, 'maybe'],
    [{ low: 100_001, high: 120_000 }, 'yes'],
  ] as const)('warn of a dearer tier: %o is above it: %s', (prompt, reached) => {
    const price = priceOf('claude-haiku-5-5', at);
    expect(compare([modelWith({ price, prompt })])[0]?.tier).toEqual({
      above: 100_000,
      times: 5,
      reached,
    });
  });

  test('warn of none where the price is the same at any length, or the user’s own', () => {
    const price = priceOf('claude-opus-5-5', at);
    expect(compare([modelWith({ price }), modelWith({})]).map(({ tier }) => tier)).toEqual([
      null,
      null,
    ]);
  });

  test('are told the dearest of a tier’s rates, rounded up', () => {
    const price = priceOf('claude-opus-5-5', at);
    if (!price) throw new Error('It has a price.');
    const rates = { ...price, input: price.input * 2, output: Math.round(price.output * 2.01) };
    const tiered = { ...price, above: { promptTokens: 10, rates } };
    expect(compare([modelWith({ price: tiered })])[0]?.tier?.times).toBe(2.1);
  });
});
