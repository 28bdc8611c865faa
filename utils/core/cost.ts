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

/**
 * Price of a request before it is sent, in nano-dollars: an estimated prompt, and from no output to all it may write.
 * `cached`: the part of the prompt that is read from the cache at best, and at worst written to it.
 */
export function costBefore(
  prompt: Range,
  maxOutput: number,
  price: Price,
  cached: Range = { low: 0, high: 0 },
): Range {
  const least = ratesFor(price, prompt.low);
  const most = ratesFor(price, prompt.high);
  const read = Math.min(least.cacheRead, least.input);
  const written = Math.max(most.cacheWrite5m, most.input);
  return {
    low: Math.round((prompt.low - cached.low) * least.input + cached.low * read),
    high: Math.round(
      (prompt.high - cached.high) * most.input + cached.high * written + maxOutput * most.output,
    ),
  };
}

/**
 * What the cache has saved of a turn's price, in nano-dollars, against the same prompt without it; below 0 where it was
 * written and not read.
 */
export function savedByCache(usage: Usage, price: Price): NanoDollars {
  const { input, cacheRead, cacheWrite5m, cacheWrite1h } = ratesFor(price, promptTokens(usage));
  return Math.round(
    usage.cacheRead * (input - cacheRead) +
      usage.cacheWrite5m * (input - cacheWrite5m) +
      usage.cacheWrite1h * (input - cacheWrite1h),
  );
}
