import type { Picked } from '../core/estimate/compare';
import type { Source } from '../core/source/source';
import type { Beginning } from './glass-messages';

/** What a view can ask about what it shows: of other models, or once more. */
export type AgainCommand =
  /** What a start would take of each; `model`: the one that would be asked. */
  | (Beginning & { readonly kind: 'compare' })
  /** The same source once more: as the user has edited it, with the shield up or down, or of a model that was picked. */
  | {
      readonly kind: 'preview-source';
      readonly tabId: number;
      readonly source: Source;
      readonly shielded: boolean;
      readonly picked?: Picked | undefined;
    };

/** What a comparison is asked with. */
export type CompareCommand = Extract<AgainCommand, { kind: 'compare' }>;
