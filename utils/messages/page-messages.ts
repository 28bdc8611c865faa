import type { PutOutcome } from '../capture/put-text';
import type { Shown } from '../capture/show-passage';
import type { WantedPassage } from '../core/source/citation';
import type { Put } from '../page/order';
import type { PictureCommand, PictureReplies } from './picture-messages';

/** What a view can ask of a page, or to be done in it. */
export type PageCommand = PictureCommand | PutCommand | ShowCommand | ReadCommand;

/** Begins an action on the page's main content; `runId`: what was asked there before, for which nothing could be read. */
interface ReadCommand {
  readonly kind: 'start-on-page';
  readonly tabId: number;
  readonly actionId: string;
  readonly runId?: string | undefined;
}

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
  readonly wanted: WantedPassage;
}

export interface PageReplies extends PictureReplies {
  readonly 'start-on-page': boolean;
  readonly 'put-text': PutOutcome;
  readonly 'show-passage': Shown;
}
