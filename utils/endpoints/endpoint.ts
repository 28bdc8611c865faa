import type { Noted } from '../core/glass/exchange';
import type { Model } from '../core/model';
import type { Request } from '../core/prompt';
import type { AnswerEvent } from '../core/runs/turn-event';
import type { Source } from '../core/source/source';

/** What a stream tells, in this order; it may end early, or throw a `Failure`. */
export type EndpointEvent =
  | AnswerEvent
  /** The service has said that the answer is whole. */
  | { readonly kind: 'finished'; readonly outcome: Ending };

export type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'refused'; readonly category: string | null };

/** One request: the body, and for an answer on the device what it was made from. */
export interface Outgoing {
  readonly request: Request;
  readonly source: Source;
  /** Null where none is wanted. */
  readonly key: string | null;
  readonly signal: AbortSignal;
  /**
   * Called whenever bytes arrive, the headers' too, so that whoever waits can tell a slow answer from a dead line.
   */
  readonly heard: () => void;
  /** Told what the glass box shows beside text and usage. */
  readonly note?: ((noted: Noted) => void) | undefined;
}

/** Where requests go. */
export interface Endpoint {
  /** Sends one request, once. Throws a `Failure`; after an abort it may just end. */
  stream(outgoing: Outgoing): AsyncIterable<EndpointEvent>;
  /** Tokens of a request's prompt, with all its bytes. Free of charge; absent where nobody counts. Throws a `Failure`. */
  readonly count?: (request: Request, key: string | null, signal: AbortSignal) => Promise<number>;
  /** Models that may be asked, newest first; null when the service lists none. Free of charge. Throws a `Failure`. */
  listModels(key: string | null, signal: AbortSignal): Promise<readonly Model[] | null>;
}
