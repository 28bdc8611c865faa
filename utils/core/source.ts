/** Captured text with what is needed to name it. Lengths are UTF-16 units. */
export interface Source {
  readonly kind: 'selection' | 'page';
  /** Normalised, never empty. */
  readonly text: string;
  readonly title: string;
  /** Kept to show and to group by; never sent. */
  readonly address: string;
  /** BCP 47, as the page declares it; null when it does not. */
  readonly language: string | null;
  /** Invisible characters that were dropped. */
  readonly hidden: number;
  /** UTF-16 units beyond `captureLimit` that were left out. */
  readonly cut: number;
}

/** UTF-16 units of text that are captured at most: about the context of the largest models. */
export const captureLimit = 4_000_000;
