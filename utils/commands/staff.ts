import type { Capture, Target } from '../capture';
import type { Leaving } from '../change';
import type { WantedPassage } from '../core/citation';
import type { Aim } from '../core/source';
import type { Hosts } from '../hosts';
import type { LedgerBin } from '../ledger-bin';
import type { Means } from '../means';
import type { Command, Replies } from '../messages';
import type { Parsers } from '../parsers';
import type { Pictures } from '../pictures';
import type { PutOutcome, Writing } from '../put-text';
import type { Runner } from '../runner';
import type { Shown } from '../show-passage';
import type { Files } from '../store/files';
import type { Wishes } from '../wishes';

/** What commands are carried out with. */
export interface Staff extends Leaving {
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
