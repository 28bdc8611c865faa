import type { Parsed } from './page/read-linked';

/** What a view can ask for about sites that it is not on. */
export type LinkCommand =
  /** The same again once the user, who is being asked, lets us reach a site. */
  | {
      readonly kind: 'try-allowed';
      readonly runId: string;
      readonly tabId: number;
      readonly origin: string;
    }
  /** What a linked page holds, which the background had asked to have parsed; null: that failed. */
  | { readonly kind: 'parsed'; readonly id: string; readonly page: Parsed | null };

export interface LinkReplies {
  readonly 'try-allowed': boolean;
  readonly parsed: null;
}
