import type { Range } from './money';
import type { Pricing } from './prices';
import type { InterruptionCause, Problem } from './problem';
import type { Receipt } from './receipt';
import type { Usage } from './usage';

/** One API call of a run. */
export interface Turn {
  readonly id: string;
  /** SHA-256 of the request's JSON, hexadecimal. */
  readonly requestHash: string;
  /** The endpoint as the user calls it. */
  readonly service: string;
  readonly pricing: Pricing;
  readonly model: string;
  /** Estimated tokens of the prompt. */
  readonly prompt: Range;
  /** `max_tokens` of the request. */
  readonly maxOutput: number;
  /** Answer so far, Markdown. */
  readonly text: string;
  readonly state: TurnState;
  /** As last reported. */
  readonly usage: Usage | null;
  /** Whether `usage` is what will be billed, and not only the start's. */
  readonly final: boolean;
  readonly requestId: string | null;
  /** When its last attempt left, ms since 1970; null while it never did. */
  readonly sentAt: number | null;
  readonly receipt: Receipt | null;
}

export type TurnState =
  | { readonly kind: 'queued' }
  | { readonly kind: 'sending' }
  /** `at`: when the next attempt leaves, ms since 1970. */
  | { readonly kind: 'retrying'; readonly at: number; readonly problem: Problem }
  | { readonly kind: 'streaming' }
  | EndState;

export type EndState =
  | { readonly kind: 'done' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'interrupted'; readonly cause: InterruptionCause }
  | { readonly kind: 'failed'; readonly problem: Problem };
