import type { Restored } from '../core/backup';
import type { Terms } from '../core/runs/run';
import type { WhatFits } from '../core/source/fit';
import type { BudgetState } from '../runs/budget';
import type { Settings } from '../store/settings';
import type { ActionCommand, ActionReplies } from './action-messages';
import type { Beginning } from './beginning';
import type { CompareCommand, CompareReplies } from './compare-messages';
import type { GlassCommand, GlassReplies } from './glass-messages';
import type { KeyCommand, KeyReplies } from './key-messages';
import type { LedgerCommand, LedgerReplies } from './ledger-messages';
import type { LinkCommand, LinkReplies } from './link-messages';
import type { MoneyCommand, MoneyReplies } from './money-messages';
import type { PageCommand, PageReplies } from './page-messages';
import type { PreviewCommand, PreviewReplies } from './preview-messages';
import type { SiteCommand, SiteReplies } from './site-messages';

/** All that a view can ask for. Closed: `incoming.ts` answers nothing else. */
export type Command =
  | PreviewCommand
  | (Beginning & { readonly kind: 'start' })
  | { readonly kind: 'confirm'; readonly runId: string }
  /** Of a PDF that waits for consent: other pages of it, from 1, both included. */
  | {
      readonly kind: 'choose-pages';
      readonly runId: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'stop'; readonly runId: string }
  /** Stops all runs that have not left yet. */
  | { readonly kind: 'stop-waiting' }
  /** What of the limits is used. */
  | { readonly kind: 'budget' }
  | ({
      readonly kind: 'try-again';
      readonly runId: string;
      readonly tabId: number;
      /** The user wants the answer although it cannot be kept. */
      readonly unsaved: boolean;
    } & Pick<Terms, 'anyway'>)
  | PageCommand
  /** A follow-up in the same run. `unsaved`: although it cannot be kept. */
  | ({
      readonly kind: 'ask';
      readonly runId: string;
      readonly tabId: number;
      readonly question: string;
      readonly unsaved: boolean;
    } & Pick<Terms, 'anyway' | 'fresh'>)
  /** The follow-up that waits for consent shall not be sent. */
  | { readonly kind: 'withdraw'; readonly runId: string }
  /** What can be done about a text that was too long. */
  | { readonly kind: 'what-fits'; readonly runId: string }
  | {
      readonly kind: 'try-fitting';
      readonly runId: string;
      readonly tabId: number;
      /** The one that shall read all of it; null: the first part, by the same as before. */
      readonly model: string | null;
    }
  | {
      readonly kind: 'seen';
      readonly runId: string;
      readonly tabId: number;
      /** The tab shall not show it any more. */
      readonly aside: boolean;
    }
  | GlassCommand
  | CompareCommand
  | MoneyCommand
  | KeyCommand
  | LedgerCommand
  | LinkCommand
  | SiteCommand
  | { readonly kind: 'change-settings'; readonly change: Partial<Settings> }
  | ActionCommand
  /** The bytes of an image or a PDF, to be shown. */
  | { readonly kind: 'file'; readonly fileId: string }
  | { readonly kind: 'delete-run'; readonly runId: string }
  | { readonly kind: 'undo-delete'; readonly runId: string }
  | { readonly kind: 'delete-all-runs' }
  /** Makes the heads that an older version has not made. */
  | { readonly kind: 'complete-history' }
  /** `text`: a backup as it was saved. */
  | { readonly kind: 'restore'; readonly text: string };

/** The answer to each command; false: the run it is about is gone. The text of a run never travels this way. */
export interface Replies
  extends ActionReplies,
    CompareReplies,
    GlassReplies,
    KeyReplies,
    LedgerReplies,
    LinkReplies,
    MoneyReplies,
    PageReplies,
    PreviewReplies,
    SiteReplies {
  readonly start: null;
  readonly confirm: null;
  readonly 'choose-pages': null;
  readonly stop: null;
  readonly 'stop-waiting': null;
  readonly budget: BudgetState;
  readonly 'try-again': boolean;
  readonly ask: boolean;
  readonly withdraw: null;
  readonly 'what-fits': WhatFits;
  readonly 'try-fitting': boolean;
  readonly seen: null;
  readonly 'change-settings': null;
  /** Base64; null when it is not here any more. */
  readonly file: string | null;
  /** Whether it is deleted, or back. */
  readonly 'delete-run': boolean;
  readonly 'undo-delete': boolean;
  readonly 'delete-all-runs': null;
  readonly 'complete-history': null;
  readonly restore: Restored;
}
