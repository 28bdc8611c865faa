import type { Sent } from '../core/glass/exchange';
import type { Range } from '../core/money/money';
import type { Beginning } from './beginning';

/** What a view can ask for about requests. */
export type GlassCommand =
  | {
      readonly kind: 'turn-request';
      readonly runId: string;
      /** Null: of what waits for the user's consent. */
      readonly turnId: string | null;
    }
  /** Just what a start would send. */
  | (Beginning & { readonly kind: 'start-request' });

/** A request as it can be shown. */
export type ShownRequest =
  | WholeRequest
  /** The device answers: nothing is sent. */
  | { readonly kind: 'nothing' }
  /** It cannot be made again: its text is gone, or was not kept. */
  | { readonly kind: 'gone' };

/** A request to the last sign of it. */
export type WholeRequest =
  /** Byte for byte what was sent: its hash is the turn's. */
  | { readonly kind: 'sent'; readonly body: string; readonly sent: Sent }
  /** What would be sent. `prompt`: its estimated tokens. */
  | {
      readonly kind: 'planned';
      readonly body: string;
      readonly sent: Sent;
      readonly prompt: Range;
    };

/** The answer to each of these commands. */
export interface GlassReplies {
  readonly 'turn-request': ShownRequest;
  readonly 'start-request': ShownRequest;
}
