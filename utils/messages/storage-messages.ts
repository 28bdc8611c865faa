import type { Closed } from '../store/opening';

/** Why Gloss cannot read or keep what it should. `settings`: the browser does not let them be read. */
export type Trouble = Closed | 'settings';

/** What a view can ask for about what is stored. */
export type StorageCommand =
  | { readonly kind: 'storage-trouble' }
  /** Deletes a damaged one, and no other. */
  | { readonly kind: 'begin-database' };

/** The answer to each of these commands: what is wrong now; null: nothing. */
export interface StorageReplies {
  readonly 'storage-trouble': Trouble | null;
  readonly 'begin-database': Closed | null;
}
