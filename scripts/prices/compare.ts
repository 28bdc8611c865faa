import * as v from 'valibot';
import type { Rates } from '../../utils/core/money/price';
import { prices } from '../../utils/core/money/price-list';
import { priceOf } from '../../utils/core/money/prices';

const dollars = v.pipe(v.number(), v.minValue(0));
const row = v.object({ input: dollars, output: dollars, cacheRead: dollars, cacheWrite: dollars });
const cost = v.object({
  ...row.entries,
  tiers: v.optional(v.array(v.object({ ...row.entries, inputTokensAbove: v.number() })), []),
});

/** $ per million tokens; `cacheWrite` for 5 minutes. */
type Theirs = v.InferOutput<typeof cost>;

const file = v.union([
  v.pipe(
    v.object({ models: v.record(v.string(), cost) }),
    v.transform(({ models }) => models),
  ),
  v.pipe(
    v.object({ 'anthropic-messages': v.record(v.string(), v.object({ id: v.string(), cost })) }),
    v.transform((found) =>
      Object.fromEntries(
        Object.values(found['anthropic-messages']).map((model) => [model.id, model.cost]),
      ),
    ),
  ),
]);

/** Prices by model id, from a file of models.dev's data or of its rows alone; throws when it is neither. */
export function readPriceFile(text: string): Readonly<Record<string, Theirs>> {
  return v.parse(file, JSON.parse(text));
}

/** A line for each difference between our list at a time (ms since 1970) and theirs. */
export function priceDifferences(theirs: Readonly<Record<string, Theirs>>, at: number): string[] {
  const ours = new Set(prices.map(({ model }) => model));
  return [
    ...Object.entries(theirs).flatMap(([model, cost]) => compare(model, cost, at)),
    ...[...ours].filter((model) => !(model in theirs)).map((model) => `${model}: only in our list`),
  ];
}

function compare(model: string, cost: Theirs, at: number): string[] {
  const price = priceOf(model, at);
  if (!price) return [`${model}: not in our list`];
  const [tier, ...more] = cost.tiers;
  const { above } = price;
  if (more.length > 0 || (tier?.inputTokensAbove ?? null) !== (above?.promptTokens ?? null)) {
    return [`${model}: other tiers`];
  }
  return [
    ...differing(model, price, cost),
    ...(tier && above ? differing(`${model} above ${above.promptTokens}`, above.rates, tier) : []),
  ];
}

function differing(name: string, ours: Rates, theirs: v.InferOutput<typeof row>): string[] {
  const pairs = [
    ['input', ours.input, theirs.input],
    ['output', ours.output, theirs.output],
    ['cache read', ours.cacheRead, theirs.cacheRead],
    ['cache write', ours.cacheWrite5m, theirs.cacheWrite],
  ] as const;
  return pairs
    .filter(([, nano, dollar]) => nano !== Math.round(dollar * 1000))
    .map(([kind, nano, dollar]) => `${name}: ${kind} is $${nano / 1000} here and $${dollar} there`);
}
