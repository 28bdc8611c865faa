import type { IncomingHttpHeaders } from 'node:http';
import type { Usage } from './reply';

/** What went back over the wire, up to now. */
export interface Answered {
  readonly status: number;
  readonly requestId: string;
  readonly model?: string;
  /** The pieces of the answer that were written; a cut stream has fewer. */
  readonly text: string;
  /** The last usage that was told. */
  readonly usage?: Usage;
  readonly stopReason?: string;
  readonly finishedAt?: number;
}

export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly body: unknown;
  readonly answered?: Answered;
  readonly closedByClientAt?: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The record while it is being written. */
export type Draft = Mutable<Omit<RecordedRequest, 'answered'>> & { answered?: Mutable<Answered> };
