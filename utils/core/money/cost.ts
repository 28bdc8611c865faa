import type { NanoDollars, Range } from './money';
import type { Price, Rates } from './price';
import { ratesFor } from './prices';
import { promptTokens, type Term, type Usage } from './usage';

/**
 * What a turn cost, in nano-dollars. `between`: it ended before the service reported its final usage. `unverified`: what
 * was reported is beyond belief; `claimed`: its price if it were true, null where it makes no sense. `unknown`: who answered,
 * or on which terms, has no price; `atMost`: what was asked for could have cost so much, absent where that has none either.
 */
export type Cost =
  | { readonly kind: 'exact'; readonly nano: NanoDollars }
  | { readonly kind: 'between'; readonly atLeast: NanoDollars; readonly atMost: NanoDollars }
  | {
      readonly kind: 'unverified';
      readonly claimed: NanoDollars | null;
      readonly atMost: NanoDollars;
    }
  | { readonly kind: 'unknown'; readonly atMost?: NanoDollars | undefined };

/** The most that a cost can be, in nano-dollars: what a budget counts. Null where no price is known. */
export function mostOf(cost: Cost): NanoDollars | null {
  if (cost.kind === 'unknown') return cost.atMost ?? null;
  return cost.kind === 'exact' ? cost.nano : cost.atMost;
}

/**
 * The price of a usage in nano-dollars, rounded once. Thinking is inside output and not counted again. Null where it was
 * served on terms that no price is known for.
 */
export function costOf(usage: Usage, price: Price): NanoDollars | null {
  const rates = ratesOf(usage, price);
  const searched = searchCost(usage, price);
  if (!rates || searched === null) return null;
  const usual =
    usage.input * rates.input +
    usage.cacheRead * rates.cacheRead +
    usage.cacheWrite5m * rates.cacheWrite5m +
    usage.cacheWrite1h * rates.cacheWrite1h +
    usage.output * rates.output;
  const tokens = served('us', usage) ? Math.round((usual * (100 + price.usPercent)) / 100) : usual;
  return tokens + searched;
}

/** Searches have a price of their own, which geography and speed leave as it is. */
function searchCost({ searches = 0 }: Usage, { search }: Price): NanoDollars | null {
  if (searches === 0) return 0;
  return search === undefined ? null : searches * search;
}

function ratesOf(usage: Usage, price: Price): Rates | null {
  if (price.own) return price;
  if (served('unpriced', usage)) return null;
  if (served('fast', usage)) return price.fast ?? null;
  return ratesFor(price, promptTokens(usage));
}

function served(term: Term, { terms }: Usage): boolean {
  return terms?.includes(term) ?? false;
}

/**
 * Price of a request before it is sent, in nano-dollars: an estimated prompt, and from no output to all it may write.
 * `cached`: the part of the prompt that may be read from the cache or written to it: of its prices the lowest at best, the
 * highest at worst. At worst it is worked on in the US only, too: a workspace may be set so, and no request of ours says
 * otherwise.
 */
export function costBefore(
  prompt: Range,
  maxOutput: number,
  price: Price,
  cached: Range | null,
): Range {
  const part = cached ?? { low: 0, high: 0 };
  const least = ratesFor(price, prompt.low);
  const most = ratesFor(price, prompt.high);
  const cheapest = Math.min(least.cacheRead, least.cacheWrite5m, least.input);
  const dearest = Math.max(most.cacheRead, most.cacheWrite5m, most.input);
  const atMost =
    (prompt.high - part.high) * most.input + part.high * dearest + maxOutput * most.output;
  return {
    low: Math.round((prompt.low - part.low) * least.input + part.low * cheapest),
    high: Math.ceil((atMost * (100 + price.usPercent)) / 100),
  };
}

/**
 * What the cache has saved of a turn's price, in nano-dollars, against the same prompt without it; below 0 where it was
 * written and not read. Null where no price is known for its terms.
 */
export function savedByCache(usage: Usage, price: Price): NanoDollars | null {
  const paid = costOf(usage, price);
  const { input, cacheRead, cacheWrite5m, cacheWrite1h } = usage;
  const all = input + cacheRead + cacheWrite5m + cacheWrite1h;
  const uncached = { ...usage, input: all, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };
  const full = costOf(uncached, price);
  return paid === null || full === null ? null : full - paid;
}
