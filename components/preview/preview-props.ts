import type { Action } from '../../utils/core/actions/action';
import type { Controls } from '../../utils/core/actions/controls';
import type { Remedy } from '../../utils/core/runs/remedy';
import type { Source } from '../../utils/core/source/source';
import type { Preview, ReadyPreview } from '../../utils/messages/preview-messages';
import type { Choice } from '../palette/choices';
import type { NameModel } from '../use-stored';
import type { PictureInView } from './PictureOffer';
import type { PreviewGlass } from './preview-glass';
import type { Amend } from './use-amended';
import type { SiteRuleHere } from './use-site-rule';

/** What a preview is made of, and what it may ask for. */
export interface PreviewProps {
  readonly preview: Preview;
  readonly amend: Amend;
  /** Whether everything visible was wanted, not the main content alone. */
  readonly everything: boolean;
  readonly onTake: (everything: boolean) => void;
  readonly picture?: PictureInView | undefined;
  readonly answerLanguage: string | null;
  readonly nameModel: NameModel;
  readonly onStart: (choice: Choice, source: Source) => void;
  /** Where the request can be shown. */
  readonly glass?: PreviewGlass | undefined;
  readonly onRemedy: (remedy: Remedy) => void;
  /** What may be offered, in its order. */
  readonly actions: readonly Action[];
  /** What is remembered of each action's controls, by its id. */
  readonly remembered: Readonly<Record<string, Controls>>;
  readonly onControls: (actionId: string, controls: Controls) => void;
  /** The last questions, newest first. */
  readonly readQuestions: () => Promise<readonly string[]>;
  /** The user pasted a text, or with null wants to be back at the page. */
  readonly onPaste: (text: string | null) => void;
  readonly site: SiteRuleHere | null;
  /** What was chosen last could not be stored. */
  readonly notKept?: boolean;
  readonly onKeepOpen: (() => void) | null;
  readonly onHistory: () => void;
  readonly onOptions: () => void;
}

/** The same where there is something to send. */
export type ReadyProps = PreviewProps & {
  readonly preview: ReadyPreview;
};
