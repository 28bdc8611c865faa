import type { Price } from '../money/price';
import type { Estimate } from './estimate';

/** The model that the user picked for this once. */
export interface Picked {
  readonly endpointId: string;
  readonly model: string;
}

/** Whether a model reads all of it; `unknown`: nobody told what it takes. */
export type Fit = 'yes' | 'maybe' | 'no' | 'unknown';

/** Above so many tokens of prompt, all of a request costs `times` as much. */
export interface Tier {
  readonly above: number;
  readonly times: number;
  /** Whether this prompt is above it. */
  readonly reached: 'yes' | 'maybe' | 'no';
}

/** What the same request would take of one model. */
export interface Comparison {
  readonly name: string;
  readonly estimate: Estimate;
  readonly fit: Fit;
  /** Null: it costs the same at any length, or its price is not known. */
  readonly tier: Tier | null;
}

/** A model with what it would take; `maxInput` in tokens, null where it is not known. */
export interface Compared {
  readonly name: string;
  readonly maxInput: number | null;
  readonly estimate: Estimate;
  readonly price: Price | null;
}

/** The cheapest first, by the most that each can cost; last those of which no price is known. */
export function compare(models: readonly Compared[]): readonly Comparison[] {
  return models.map(comparisonOf).toSorted(byPrice);
}

function comparisonOf({ name, maxInput, estimate, price }: Compared): Comparison {
  return { name, estimate, fit: fitOf(estimate, maxInput), tier: tierOf(estimate, price) };
}

function fitOf({ prompt }: Estimate, maxInput: number | null): Fit {
  if (maxInput === null) return 'unknown';
  if (prompt.low > maxInput) return 'no';
  return prompt.high > maxInput ? 'maybe' : 'yes';
}

/** By the rate that grows most, to a tenth: of what is said to be dearer nothing shall cost more than was said. */
function tierOf({ prompt }: Estimate, price: Price | null): Tier | null {
  if (!price?.above) return null;
  const { promptTokens: above, rates } = price.above;
  const ratios = [rates.input / price.input, rates.output / price.output];
  const times = Math.ceil(Math.max(...ratios) * 10 - 1e-6) / 10;
  const reached = prompt.low > above ? 'yes' : prompt.high > above ? 'maybe' : 'no';
  return { above, times, reached };
}

function byPrice(one: Comparison, other: Comparison): number {
  const [a, b] = [one.estimate.cost, other.estimate.cost];
  if (a && b) return a.high - b.high || a.low - b.low || byName(one, other);
  return a ? -1 : b ? 1 : byName(one, other);
}

/** In no language's order: it only has to be the same each time. */
function byName(one: Comparison, other: Comparison): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}
