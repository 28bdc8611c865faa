export const foundKinds = ['email', 'phone', 'iban', 'card', 'key', 'word'] as const;

export type FoundKind = (typeof foundKinds)[number];

/** Where in a text something personal stands, in UTF-16 units. */
export interface Span {
  readonly kind: FoundKind;
  readonly from: number;
  readonly to: number;
}
