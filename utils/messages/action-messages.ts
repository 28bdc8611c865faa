import type { OwnAction } from '../core/actions/own-action';
import type { ImportFault } from '../core/actions/own-file';
import type { Estimate } from '../core/estimate/estimate';
import type { Request } from '../core/prompt';

/** What a view can ask for about the user's own actions. */
export type ActionCommand =
  /** Each in the place of the one with its id, or a new one; all or none. */
  | { readonly kind: 'save-actions'; readonly actions: readonly OwnAction[] }
  | { readonly kind: 'delete-actions'; readonly ids: readonly string[] }
  /** `text`: a file as it was exported, or one action as it was passed on. */
  | { readonly kind: 'import-actions'; readonly text: string }
  /** What an action would send of a run's source, or of a sample. */
  | {
      readonly kind: 'plan-action';
      readonly action: OwnAction;
      readonly runId: string | null;
      readonly sample: { readonly title: string; readonly text: string };
    };

/** Whether actions were kept. */
export type SavedActions =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fault: Extract<ImportFault, { kind: 'too-many' | 'not-stored' }>;
    };

/** How an import went: what is new, and what was there before in the place of the others. */
export type Imported =
  | {
      readonly ok: true;
      readonly added: readonly string[];
      readonly replaced: readonly OwnAction[];
    }
  | { readonly ok: false; readonly fault: ImportFault };

/** What an action would send now; `of`: whose text, null for the sample. */
export interface PlannedAction {
  readonly request: Request;
  readonly estimate: Estimate;
  readonly of: { readonly title: string } | null;
  /** It names an address that the user has not let leave. */
  readonly withheld: boolean;
}

/** The answer to each of these commands. */
export interface ActionReplies {
  readonly 'save-actions': SavedActions;
  readonly 'delete-actions': null;
  readonly 'import-actions': Imported;
  readonly 'plan-action': PlannedAction;
}
