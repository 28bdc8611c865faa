/**
 * Why a reported usage is not believed. `missing`: the answer was whole and nothing was counted; `decreasing`: a later report
 * was below an earlier one; `more-output`: than the request allowed; `more-input`: than what was sent can be.
 */
export const doubtKinds = [
  'missing',
  'malformed',
  'negative',
  'fractional',
  'huge',
  'decreasing',
  'more-output',
  'more-input',
] as const;
export type DoubtKind = (typeof doubtKinds)[number];

/** A usage beyond belief. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** The report as the service wrote it, JSON; null where its numbers make sense one by one. */
  readonly raw: string | null;
}
