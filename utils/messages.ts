import { browser } from 'wxt/browser';
import type { ActionCommand, ActionReplies } from './action-messages';
import { mayBeAskedTwice } from './asked-twice';
import type { BudgetState } from './budget';
import type { AgainCommand } from './compare-messages';
import type { BuiltInId } from './core/action';
import type { Restored } from './core/backup';
import type { Picked } from './core/compare';
import type { Estimate } from './core/estimate';
import type { Problem } from './core/problem';
import type { Run, RunEvent } from './core/run';
import type { Found } from './core/shield';
import type { Source, Wanted } from './core/source';
import type { WhatFits } from './fitting';
import type { Beginning, GlassCommand, GlassReplies } from './glass-messages';
import type { KeyCommand, KeyReplies } from './key-messages';
import type { LedgerCommand, LedgerReplies } from './ledger-messages';
import type { LinkCommand, LinkReplies } from './link-messages';
import type { MoneyCommand, MoneyReplies } from './money-messages';
import type { PageCommand, PageReplies } from './page-messages';
import type { SiteCommand, SiteReplies } from './site-messages';
import type { Settings } from './store/settings';

/** All that a view can ask for. Closed: `incoming.ts` answers nothing else. */
export type Command =
  | {
      readonly kind: 'preview';
      readonly tabId: number;
      readonly wants: Wanted;
      /** The site that the user has just let us read for it, and no longer. */
      readonly lent?: string | undefined;
    }
  /** What the user pasted instead of a page that cannot be read. */
  | { readonly kind: 'preview-pasted'; readonly tabId: number; readonly text: string }
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
  | {
      readonly kind: 'try-again';
      readonly runId: string;
      readonly tabId: number;
      /** The user wants the answer although it cannot be kept. */
      readonly unsaved: boolean;
      /** The user wants it sent although it is above a limit. */
      readonly anyway?: boolean | undefined;
    }
  | PageCommand
  /** A follow-up in the same run. `unsaved`: although it cannot be kept; `anyway`: although it is above a limit. */
  | {
      readonly kind: 'ask';
      readonly runId: string;
      readonly tabId: number;
      readonly question: string;
      readonly unsaved: boolean;
      readonly anyway?: boolean | undefined;
      /** The user wants a new answer, whatever was answered before. */
      readonly fresh?: boolean | undefined;
    }
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
  | AgainCommand
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

/** What a preview shows: the source and, per action, what it would take; or why there is none. */
export type Preview =
  | {
      readonly kind: 'source';
      readonly source: Source;
      /** What leaves instead, while the shield is up. */
      readonly shielded: {
        readonly title: string;
        readonly text: string;
        readonly around?: string | undefined;
        readonly found: readonly Found[];
      } | null;
      /** The user hides personal data on its site, and in this nothing can be hidden. */
      readonly unshielded?: boolean | undefined;
      /** BCP 47, as found in the text, else as declared. */
      readonly language: string | null;
      /** Id of the action that is offered first; null: the usual one. */
      readonly wanted: string | null;
      /** Whether an answer would come from a model that has a key, or needs none. */
      readonly hasKey: boolean;
      /** What the estimates are for; absent: what is usually asked. */
      readonly picked?: Picked | undefined;
      /** By the action's id. */
      readonly estimates: Readonly<Record<BuiltInId, Estimate> & Record<string, Estimate>>;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The answer to each command; false: the run it is about is gone. The text of a run never travels this way. */
export interface Replies
  extends ActionReplies,
    GlassReplies,
    KeyReplies,
    LedgerReplies,
    LinkReplies,
    MoneyReplies,
    PageReplies,
    SiteReplies {
  readonly preview: Preview;
  readonly 'preview-pasted': Preview;
  readonly 'preview-source': Preview;
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

/** Asks the background; its answer is our own code's and is taken at its word. */
export function send<K extends Command['kind']>(
  command: Extract<Command, { kind: K }>,
): Promise<Replies[K]> {
  const ask = (): Promise<Replies[K]> => browser.runtime.sendMessage(command);
  return mayBeAskedTwice(command) ? ask().catch(ask) : ask();
}

/** Name of the one port on which all that lives comes out of the background. */
export const runPort = 'run';

/** A view's end of the port. */
export type RunPort = ReturnType<typeof connectRun>;

/** Opens the port; what a view posts first is a `Watch`. */
export function connectRun() {
  return browser.runtime.connect({ name: runPort });
}

/** First message of a view on the port: whose run it shows. */
export type Watch =
  /** `last`: the tab's last run, seen or not. */
  | { readonly kind: 'tab'; readonly tabId: number; readonly last: boolean }
  | { readonly kind: 'run'; readonly runId: string };

/** The background's side of the port: the state once, again whenever another run takes its place, and events between. */
export type Feed =
  | { readonly kind: 'snapshot'; readonly run: Run | null }
  /** The page that a link leads to, to be parsed where there is a DOM; answered by `parsed`. */
  | { readonly kind: 'parse'; readonly id: string; readonly html: string }
  | { readonly kind: 'events'; readonly runId: string; readonly events: readonly RunEvent[] };
