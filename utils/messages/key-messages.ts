import type { Problem } from '../core/problem';
import type { LockStatus, Opening } from '../store/lock';
import type { Keep, KeyStatus } from '../store/vault';
import type { StorageCommand, StorageReplies } from './storage-messages';

/** What a view can ask for about keys, and about the database that they are in. */
export type KeyCommand =
  | { readonly kind: 'key-status'; readonly endpointId: string }
  | {
      readonly kind: 'save-key';
      readonly endpointId: string;
      /** Where the user saw it go: the endpoint may have been changed meanwhile. */
      readonly origin: string;
      readonly key: string;
      readonly keep: Keep;
      /** Of a lock that is still to be made. */
      readonly passphrase?: string | undefined;
    }
  | { readonly kind: 'test-key'; readonly endpointId: string }
  | { readonly kind: 'forget-key'; readonly endpointId: string }
  /** Keeps a key otherwise than before. */
  | {
      readonly kind: 'move-key';
      readonly endpointId: string;
      readonly keep: Keep;
      readonly passphrase?: string | undefined;
    }
  | LockCommand
  | StorageCommand;

/** What a view can ask for about the lock. */
export type LockCommand =
  | { readonly kind: 'lock-status' }
  | { readonly kind: 'unlock'; readonly passphrase: string }
  | { readonly kind: 'lock-now' }
  | { readonly kind: 'change-passphrase'; readonly passphrase: string; readonly next: string }
  /** Deletes the keys under it. */
  | { readonly kind: 'forget-passphrase' };

/**
 * How the test of an endpoint went. `models`: how many it listed, null when it has no list and all that is known is that
 * it answers; `saved`: the key is kept although its test did not succeed.
 */
export type KeyTest =
  | { readonly ok: true; readonly models: number | null }
  | { readonly ok: false; readonly saved: boolean; readonly problem: Problem };

/** The answer to each of these commands; a key itself is in none, nor a passphrase. */
export interface KeyReplies extends StorageReplies {
  readonly 'key-status': KeyStatus;
  readonly 'save-key': KeyTest;
  readonly 'test-key': KeyTest;
  readonly 'forget-key': null;
  /** Null: it is done. */
  readonly 'move-key': Problem | null;
  readonly 'lock-status': LockStatus;
  readonly unlock: Opening;
  readonly 'lock-now': null;
  readonly 'change-passphrase': Opening;
  readonly 'forget-passphrase': null;
}
