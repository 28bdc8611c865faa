import type { CheaperWays } from '../../utils/core/money/cheaper';
import type { Remedy } from '../../utils/core/runs/remedy';
import type { WhatFits } from '../../utils/core/source/fit';
import type { CheaperWay } from '../../utils/messages/money-messages';
import type { SeePage } from '../glass/subject';
import type { ShowPassage } from './CitedAnswer';
import type { PutText } from './WriteBack';

/** What the user can ask for while a run is shown. */
export interface RunAsks {
  readonly stop: () => void;
  /** Stops all that waits in line. */
  readonly stopWaiting: () => void;
  readonly send: () => void;
  readonly cancel: () => void;
  /** Of a PDF that waits for consent: other pages. */
  readonly choosePages: (from: number, to: number) => void;
  readonly tryAgain: () => void;
  readonly leave: () => void;
  /** A follow-up about the same text; false: there is nothing any more that it could be asked about. */
  readonly ask: (question: string) => Promise<boolean>;
  /** Keeps a question that was typed and not asked while the view is away; an empty one is none. */
  readonly keepDraft: (question: string) => void;
  /** What can be done about a text that was too long, and doing it: by another model, or with null its first part. */
  readonly whatFits: () => Promise<WhatFits>;
  readonly tryFitting: (model: string | null) => void;
  /** What costs less than what a limit has stopped, and doing it. */
  readonly cheaperWays: () => Promise<CheaperWays>;
  readonly takeCheaper: (way: CheaperWay) => void;
  /** Writes into the page, where the text was taken from. */
  readonly putText: PutText;
  /** Scrolls to a passage in the page that the text was taken from. */
  readonly showPassage: ShowPassage;
  readonly seePage: SeePage;
  /** Takes a pasted text instead of a page that could not be read. */
  readonly paste: (text: string) => void;
  /** Null where it is open already. */
  readonly keepOpen: (() => void) | null;
  readonly remedy: (remedy: Remedy) => void;
}
