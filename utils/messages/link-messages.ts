import type { Parsed } from '../page/read-linked';

/** What a view can ask for about sites that it is not on. */
export type LinkCommand =
  /** Do the errand that was left when the user was asked for a site: it may be reached now. */
  | { readonly kind: 'try-allowed' }
  /** What a linked page holds, which the background had asked to have parsed; null: that failed. */
  | { readonly kind: 'parsed'; readonly id: string; readonly page: Parsed | null };

export interface LinkReplies {
  /** False: the run is gone. */
  readonly 'try-allowed': boolean;
  readonly parsed: null;
}
