import type { NanoDollars, Range } from './money';
import { type Price, ratesFor } from './prices';
import { promptTokens, type Usage } from './usage';

/** What a turn cost. `between`: it ended before the service reported its final usage; both bounds in nano-dollars. */
export type Cost =
  | { readonly kind: 'exact'; readonly nano: NanoDollars }
  | { readonly kind: 'between'; readonly atLeast: NanoDollars; readonly atMost: NanoDollars }
  | { readonly kind: 'unknown' };

/** The price of a usage in nano-dollars, rounded once. Thinking is inside output and not counted again. */
export function costOf(usage: Usage, price: Price): NanoDollars {
  const rates = ratesFor(price, promptTokens(usage));
  return Math.round(
    usage.input * rates.input +
      usage.cacheRead * rates.cacheRead +
      usage.cacheWrite5m * rates.cacheWrite5m +
      usage.cacheWrite1h * rates.cacheWrite1h +
      usage.output * rates.output,
  );
}

/** Price of a request before it is sent, in nano-dollars: an estimated prompt, and from no output to all it may write. */
export function costBefore(prompt: Range, maxOutput: number, price: Price): Range {
  const input = (tokens: number) => tokens * ratesFor(price, tokens).input;
  return {
    low: Math.round(input(prompt.low)),
    high: Math.round(input(prompt.high) + maxOutput * ratesFor(price, prompt.high).output),
  };
}
