import type { Capture, Target } from '../capture/capture';
import type { Hosts } from '../capture/hosts';
import type { Parsers } from '../capture/parsers';
import type { Pictures } from '../capture/pictures';
import type { PutOutcome, Writing } from '../capture/put-text';
import type { Shown } from '../capture/show-passage';
import type { CleanUp } from '../change';
import type { WantedPassage } from '../core/source/citation';
import type { Aim } from '../core/source/source';
import type { Command, Replies } from '../messages/messages';
import type { LedgerBin } from '../runs/ledger-bin';
import type { Means } from '../runs/means';
import type { Runner } from '../runs/runner';
import type { Files } from '../store/files';
import type { Wishes } from './wishes';

/** What commands are carried out with. */
export interface Staff extends CleanUp {
  readonly runner: Runner;
  readonly ledgerBin: LedgerBin;
  readonly files: Files;
  readonly means: Pick<Means, 'open' | 'choices' | 'findAccess' | 'time' | 'counts'>;
  readonly capture: (target: Target, stop?: AbortSignal) => Promise<Capture>;
  readonly pictures: Pictures;
  /** What an aim names, in a tab or elsewhere. */
  readonly captureAim: (aim: Aim, tabId: number, stop: AbortSignal) => Promise<Capture>;
  readonly hosts: Hosts;
  readonly wishes: Wishes;
  readonly parsers: Parsers;
  /** Opens a view of a tab, without a gesture. */
  readonly showTab: (tabId: number) => Promise<void>;
  readonly putText: (writing: Writing) => Promise<PutOutcome>;
  readonly showPassage: (tabId: number, wanted: WantedPassage) => Promise<Shown>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  /** BCP 47; null when it cannot be told. */
  readonly detectLanguage: (text: string) => Promise<string | null>;
}

/** How some of the commands are carried out, and answered. */
export type Orders<Kind extends Command['kind']> = {
  readonly [K in Kind]: (
    command: Extract<Command, { readonly kind: K }>,
    staff: Staff,
  ) => Promise<Replies[K]>;
};

/** Answers that something was done. */
export async function done(work: unknown): Promise<null> {
  await work;
  return null;
}
