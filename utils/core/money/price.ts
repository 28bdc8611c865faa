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
  /** Rates of `speed: fast`; absent where it is not offered. */
  readonly fast?: Rates;
  /** Nano-dollars for one search of the web; absent: nobody knows. */
  readonly search?: NanoDollars;
  /** What is added where the service says that it worked in the US only, in percent. */
  readonly usPercent: number;
  /** The user's word: it holds however a turn was served. */
  readonly own?: true;
}
