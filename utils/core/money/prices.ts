import type { NanoDollars } from './money';
import type { Price, Rates } from './price';
import { prices } from './price-list';

/** What the user says that a model costs, in nano-dollars per token; 0 is free. Absent: cached tokens cost like any input. */
export interface OwnPrice {
  readonly model: string;
  readonly input: NanoDollars;
  readonly output: NanoDollars;
  readonly cacheRead?: NanoDollars | undefined;
  readonly cacheWrite5m?: NanoDollars | undefined;
  readonly cacheWrite1h?: NanoDollars | undefined;
}

/** Whose word counts for the price of a turn. */
export type Pricing =
  /** The list (`price-list.ts`), and before it the user's own rows. */
  | { readonly kind: 'listed'; readonly prices?: readonly OwnPrice[] | undefined }
  /** The user's; a model that is not in it has no known price. */
  | { readonly kind: 'own'; readonly prices: readonly OwnPrice[] }
  | { readonly kind: 'free' };

/** The price of a model at a time (ms since 1970) where `pricing` applies, or null. */
export function priceFor(pricing: Pricing, model: string, at: number): Price | null {
  if (pricing.kind === 'free') return flatPrice({ model, input: 0, output: 0 });
  const own = ownPriceOf(model, pricing.prices ?? []);
  if (own) return { ...flatPrice(own), model };
  return pricing.kind === 'listed' ? priceOf(model, at) : null;
}

/**
 * The user's row of a model. Asked for by a short name, services answer by the name of its snapshot, `-20251001` added: that
 * is the same model, and the one fallback there is.
 */
export function ownPriceOf(model: string, prices: readonly OwnPrice[]): OwnPrice | null {
  const row = (id: string) => prices.find((price) => price.model === id);
  return row(model) ?? row(model.replace(/-20\d{6}$/, '')) ?? null;
}

/** The first day of what has always held. */
const always = '2000-01-01';

function flatPrice({ model, input, output, ...cached }: OwnPrice): Price {
  const { cacheRead = input, cacheWrite5m = input, cacheWrite1h = input } = cached;
  const rates = { input, output, cacheRead, cacheWrite5m, cacheWrite1h };
  return { model, from: always, ...rates, usPercent: 0, own: true };
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
