import type { Put } from './page/order';
import type { PutOutcome } from './put-text';

/** What a view can ask to be done in a page. */
export interface PageCommand {
  /** Writes a text where the run's source was selected: in its place, or after it. */
  readonly kind: 'put-text';
  readonly runId: string;
  readonly tabId: number;
  readonly how: Put;
  readonly text: string;
}

export interface PageReplies {
  readonly 'put-text': PutOutcome;
}
