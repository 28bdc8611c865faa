import type { NanoDollars, Range } from './money';
import { type Price, type Rates, ratesFor } from './prices';
import { promptTokens, type Term, type Usage } from './usage';

/** What a turn cost. `between`: it ended before the service reported its final usage; both bounds in nano-dollars. */
export type Cost =
  | { readonly kind: 'exact'; readonly nano: NanoDollars }
  | { readonly kind: 'between'; readonly atLeast: NanoDollars; readonly atMost: NanoDollars }
  | { readonly kind: 'unknown' };

/**
 * The price of a usage in nano-dollars, rounded once. Thinking is inside output and not counted again. Null where it was
 * served on terms that no price is known for.
 */
export function costOf(usage: Usage, price: Price): NanoDollars | null {
  const rates = ratesOf(usage, price);
  if (!rates) return null;
  const usual =
    usage.input * rates.input +
    usage.cacheRead * rates.cacheRead +
    usage.cacheWrite5m * rates.cacheWrite5m +
    usage.cacheWrite1h * rates.cacheWrite1h +
    usage.output * rates.output;
  return served('us', usage) ? Math.round((usual * (100 + price.usPercent)) / 100) : usual;
}

function ratesOf(usage: Usage, price: Price): Rates | null {
  if (served('unpriced', usage)) return null;
  if (served('fast', usage)) return price.fast ?? null;
  return ratesFor(price, promptTokens(usage));
}

function served(term: Term, { terms }: Usage): boolean {
  return terms?.includes(term) ?? false;
}

/** Price of a request before it is sent, in nano-dollars: an estimated prompt, and from no output to all it may write. */
export function costBefore(prompt: Range, maxOutput: number, price: Price): Range {
  const input = (tokens: number) => tokens * ratesFor(price, tokens).input;
  return {
    low: Math.round(input(prompt.low)),
    high: Math.round(input(prompt.high) + maxOutput * ratesFor(price, prompt.high).output),
  };
}
