import type { NanoDollars } from './money';

/** Nano-dollars per token of each kind. */
export interface Rates {
  readonly input: NanoDollars;
  readonly output: NanoDollars;
  readonly cacheRead: NanoDollars;
  readonly cacheWrite5m: NanoDollars;
  readonly cacheWrite1h: NanoDollars;
}

export interface Price extends Rates {
  /** Exact model id: a price is never lent to a cousin. */
  readonly model: string;
  /** First day (UTC) on which these rates hold. */
  readonly from: string;
  /** Rates of the whole request once its prompt exceeds `promptTokens`. */
  readonly above?: { readonly promptTokens: number; readonly rates: Rates };
}

/** The day on which the table was last compared with Anthropic's pricing page. */
export const pricesCheckedOn = '2026-11-22';

/** $ per million tokens, in the order of the pricing page: input, output, cache read, cache write 5 min, 1 h. */
function rates(
  input: number,
  output: number,
  read: number,
  write5m: number,
  write1h: number,
): Rates {
  const nano = (dollarsPerMillion: number) => Math.round(dollarsPerMillion * 1000);
  return {
    input: nano(input),
    output: nano(output),
    cacheRead: nano(read),
    cacheWrite5m: nano(write5m),
    cacheWrite1h: nano(write1h),
  };
}

const always = '2000-01-01';
const fable51 = rates(10, 50, 0.25, 12.5, 20);
const fable52 = rates(8, 40, 0.2, 10, 16);
const fable5 = rates(10, 50, 1, 12.5, 20);
const opus5 = rates(5, 25, 0.5, 6.25, 10);
const sonnet4 = rates(3, 15, 0.3, 3.75, 6);

/** https://platform.claude.com/docs/en/about-claude/pricing, newest row of a model last. */
export const prices: readonly Price[] = [
  {
    model: 'claude-haiku-5-5',
    from: always,
    ...rates(0.1, 0.5, 0.01, 0.125, 0.2),
    above: { promptTokens: 100_000, rates: rates(0.5, 2.5, 0.05, 0.625, 1) },
  },
  { model: 'claude-sonnet-5-5', from: always, ...rates(2, 10, 0.2, 2.5, 4) },
  { model: 'claude-sonnet-5-5', from: '2026-10-07', ...rates(2, 10, 0.1, 2.5, 4) },
  { model: 'claude-opus-5-5', from: always, ...rates(4, 20, 0.2, 5, 8) },
  { model: 'claude-fable-5-2', from: always, ...fable52 },
  { model: 'claude-mythos-5-2', from: always, ...fable52 },
  { model: 'claude-fable-5-1', from: always, ...fable51 },
  { model: 'claude-mythos-5-1', from: always, ...fable51 },
  { model: 'claude-fable-5', from: always, ...fable5 },
  { model: 'claude-mythos-5', from: always, ...fable5 },
  { model: 'claude-opus-5', from: always, ...opus5 },
  { model: 'claude-opus-4-8', from: always, ...opus5 },
  { model: 'claude-opus-4-7', from: always, ...opus5 },
  { model: 'claude-opus-4-6', from: always, ...opus5 },
  { model: 'claude-opus-4-5', from: always, ...opus5 },
  { model: 'claude-opus-4-5-20251101', from: always, ...opus5 },
  { model: 'claude-sonnet-5', from: always, ...rates(2, 10, 0.2, 2.5, 4) },
  { model: 'claude-sonnet-4-6', from: always, ...sonnet4 },
  { model: 'claude-sonnet-4-5', from: always, ...sonnet4 },
  { model: 'claude-sonnet-4-5-20250929', from: always, ...sonnet4 },
  { model: 'claude-haiku-4-5', from: always, ...rates(1, 5, 0.1, 1.25, 2) },
  { model: 'claude-haiku-4-5-20251001', from: always, ...rates(1, 5, 0.1, 1.25, 2) },
];

/** What the user says that a model costs, in nano-dollars per token. */
export interface OwnPrice {
  readonly model: string;
  readonly input: NanoDollars;
  readonly output: NanoDollars;
}

/** Whose word counts for the price of a turn. */
export type Pricing =
  /** The list above. */
  | { readonly kind: 'listed' }
  /** The user's; a model that is not in it has no known price. */
  | { readonly kind: 'own'; readonly prices: readonly OwnPrice[] }
  | { readonly kind: 'free' };

/** The price of a model at a time (ms since 1970) where `pricing` applies, or null. */
export function priceFor(pricing: Pricing, model: string, at: number): Price | null {
  switch (pricing.kind) {
    case 'listed':
      return priceOf(model, at);
    case 'own': {
      const own = pricing.prices.find((price) => price.model === model);
      return own ? flatPrice(own) : null;
    }
    case 'free':
      return flatPrice({ model, input: 0, output: 0 });
  }
}

/** Nobody says what other services take for cached tokens: they count as any input. */
function flatPrice({ model, input, output }: OwnPrice): Price {
  const cached = { cacheRead: input, cacheWrite5m: input, cacheWrite1h: input };
  return { model, from: always, input, output, ...cached };
}

/** The price of a model at a time (ms since 1970), or null: an unknown price is never guessed. */
export function priceOf(model: string, at: number): Price | null {
  const day = new Date(at).toISOString().slice(0, 10);
  return prices.findLast((price) => price.model === model && price.from <= day) ?? null;
}

/** The rates that apply to a whole request whose prompt has this many tokens; the threshold itself is still low. */
export function ratesFor(price: Price, promptTokens: number): Rates {
  return price.above && promptTokens > price.above.promptTokens ? price.above.rates : price;
}
