import type { Sent } from './core/exchange';
import type { Range } from './core/money';

/** What a view can ask for about requests. */
export interface GlassCommand {
  readonly kind: 'turn-request';
  readonly runId: string;
  /** Null: of what waits for the user's consent. */
  readonly turnId: string | null;
}

/** A request as it can be shown. */
export type ShownRequest =
  /** Byte for byte what was sent: its hash is the turn's. */
  | { readonly kind: 'sent'; readonly body: string; readonly sent: Sent }
  /** What would be sent. `prompt`: estimated tokens, none where it is the request of a turn. */
  | {
      readonly kind: 'planned';
      readonly body: string;
      readonly sent: Sent;
      readonly prompt: Range;
    }
  /** The device answers: nothing is sent. */
  | { readonly kind: 'nothing' }
  /** It cannot be made again: its text is gone, or was not kept. */
  | { readonly kind: 'gone' };

/** The answer to each of these commands, and to `start-request`. */
export interface GlassReplies {
  readonly 'turn-request': ShownRequest;
  readonly 'start-request': ShownRequest;
}
