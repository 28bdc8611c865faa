import type { Model } from '../core/model';
import type { Request } from '../core/prompt';
import type { Usage } from '../core/usage';

/** What a stream tells, in this order; it may end early, or throw a `Failure`. */
export type EndpointEvent =
  /** `usage` is null when the service reported none that makes sense. */
  | {
      readonly kind: 'started';
      readonly usage: Usage | null;
      readonly model: string;
      readonly requestId: string | null;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** The usage that will be billed. */
  | { readonly kind: 'usage'; readonly usage: Usage }
  /** The service has said that the answer is whole. */
  | { readonly kind: 'finished'; readonly outcome: Outcome };

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'refused'; readonly category: string | null };

/** Where requests go. */
export interface Endpoint {
  /** The only origin its key may be sent to. */
  readonly origin: string;
  /**
   * Sends one request, once. Calls `heard` whenever bytes arrive, the headers' too, so that whoever waits can tell a
   * slow answer from a dead line. Throws a `Failure`; after an abort it may just end.
   */
  stream(
    request: Request,
    key: string,
    signal: AbortSignal,
    heard: () => void,
  ): AsyncIterable<EndpointEvent>;
  /** Models that the key may use, newest first. Free of charge. Throws a `Failure`. */
  listModels(key: string, signal: AbortSignal): Promise<readonly Model[]>;
}
