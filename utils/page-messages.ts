import type { Put } from './page/order';
import type { PictureCommand, PictureReplies } from './picture-messages';
import type { PutOutcome } from './put-text';
import type { Shown } from './show-passage';

/** What a view can ask of a page, or to be done in it. */
export type PageCommand = PictureCommand | PutCommand | ShowCommand;

interface PutCommand {
  /** Writes a text where the run's source was selected: in its place, or after it. */
  readonly kind: 'put-text';
  readonly runId: string;
  readonly tabId: number;
  readonly how: Put;
  readonly text: string;
}

/** Scrolls to what an answer rests on. */
interface ShowCommand {
  readonly kind: 'show-passage';
  readonly tabId: number;
  readonly text: string;
}

export interface PageReplies extends PictureReplies {
  readonly 'put-text': PutOutcome;
  readonly 'show-passage': Shown;
}
