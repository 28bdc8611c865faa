/** Integer billionths of a US dollar: a price in $ per million tokens × 1000 is nano-dollars per token. */
export type NanoDollars = number;

export const nanoPerDollar = 1_000_000_000;

/** Both ends included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
