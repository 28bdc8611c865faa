import type { Unwanted } from '../core/ledger/ledger-query';

/** What views ask of the ledger. */
export type LedgerCommand =
  | { readonly kind: 'delete-lines'; readonly unwanted: Unwanted }
  /** `deletion`: the number it was answered with. */
  | { readonly kind: 'undo-lines'; readonly deletion: number };

/** `lines`: how many were deleted. */
export interface Deleted {
  readonly deletion: number;
  readonly lines: number;
}

export interface LedgerReplies {
  readonly 'delete-lines': Deleted;
  /** Whether they are back. */
  readonly 'undo-lines': boolean;
}
