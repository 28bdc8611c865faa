import type { ProblemKind } from '../../../utils/core/problem';
import type { Kept } from '../../../utils/core/runs/kept';
import type { BrowserName, View } from '../../browsers/browser';
import type { Plan } from '../../stand-in/stand-in';
import type { Scene } from './scene';

type Step = (scene: Scene) => Promise<unknown>;
type StepInPopup = (scene: Scene, popup: View) => Promise<unknown>;

/** One real fault and what the popup must make of it. */
export interface Row {
  /** The fault, in words. */
  readonly when: string;
  /** The fault is possible in this browser only; `when` says why. */
  readonly only?: BrowserName;

  /** What the stand-in does to the requests. */
  readonly plans?: readonly Plan[];
  /** The page that is asked about; without it, the article. */
  readonly at?: (scene: Scene) => string;
  /**
   * `toolbar`: its button, then the action; `look`: the button alone; `menu`: right-click, *Summarize*; `panel`: kept open
   * from another tab; `link`: right-click on the page's link; `image`: on its picture; `viewer`: on a PDF.
   */
  readonly by?: 'toolbar' | 'look' | 'menu' | 'panel' | 'link' | 'image' | 'viewer';
  /** What the user answers when the click brings up a question about a site; without it, none comes up. */
  readonly allow?: boolean;
  /** Without it, *Summarize*. */
  readonly action?: 'Explain' | 'Translate';
  readonly inPrivateWindow?: true;
  /** No key is saved for it. */
  readonly keyless?: true;
  /** Before the popup opens. */
  readonly before?: Step;
  /** Between the preview and the click on *Summarize*. */
  readonly onPreview?: StepInPopup;
  /** After that click. */
  readonly meanwhile?: StepInPopup;

  /** What the title names. */
  readonly names?: Readonly<Record<string, string>>;
  /** What the service or the browser said. */
  readonly detail?: string | RegExp;
  /** Without it nothing was at stake yet. */
  readonly kept?: Kept;
  /** Of the answer, what had arrived; it stays above the problem. */
  readonly text?: string | RegExp;
  readonly button: string;
  /** Requests that reached the API. */
  readonly posts: number | readonly number[];

  /** Ends the fault before the button is pressed. */
  readonly mended?: Step;
  /** The browser asks the user something after the click on the button. */
  readonly asks?: true;
  /** What comes of a click on the button. */
  readonly clicked?: StepInPopup;
  /** Puts things right again, however the row went. */
  readonly after?: Step;
}

/** All that can be brought about from outside: a fault of ours that is known is mended. */
export type RealKind = Exclude<ProblemKind, 'gloss-failed'>;

/** At least one row for each kind: without it the table does not compile. */
export type Table = { readonly [Kind in RealKind]: readonly [Row, ...Row[]] };
