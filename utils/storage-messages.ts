import type { Closed } from './store/opening';

/** What a view can ask for about the database. */
export type StorageCommand =
  | { readonly kind: 'why-closed' }
  /** Deletes a damaged one, and no other. */
  | { readonly kind: 'begin-database' };

/** The answer to each of these commands: why it does not open now; null: it does. */
export interface StorageReplies {
  readonly 'why-closed': Closed | null;
  readonly 'begin-database': Closed | null;
}
