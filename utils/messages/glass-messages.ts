import type { Controls } from '../core/actions/controls';
import type { Comparison } from '../core/estimate/compare';
import type { Sent } from '../core/glass/exchange';
import type { Range } from '../core/money/money';
import type { Source } from '../core/source/source';

/** What a run is begun with, as it was shown. */
export interface Beginning {
  readonly tabId: number;
  readonly actionId: string;
  /** What was chosen now; for the rest holds what is remembered. */
  readonly controls: Controls;
  /** The user's own words, where the action takes some. */
  readonly question: string;
  /** To what an action of the user's own asks, in its order. */
  readonly answers?: readonly string[] | undefined;
  readonly source: Source;
  /** Whether the shield was up when it was shown. */
  readonly shielded: boolean;
  /** Where to ask; null: where the user usually does. */
  readonly endpointId: string | null;
  /** The model that the user picked for this once. */
  readonly model?: string | undefined;
}

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

/** The answer to each of these commands, and to `compare` (`compare-messages.ts`). */
export interface GlassReplies {
  readonly 'turn-request': ShownRequest;
  readonly 'start-request': ShownRequest;
  readonly compare: readonly Comparison[];
}
