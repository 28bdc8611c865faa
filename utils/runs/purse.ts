import { type Day, dayAt } from '../core/calendar';
import {
  type Account,
  type Admission,
  admit,
  dayOf,
  type Expense,
  type Expenses,
  type Limits,
  type Period,
  type SpentDay,
  spentBy,
  type Wish,
} from '../core/money/budget';
import type { NanoDollars } from '../core/money/money';
import type { Ledger } from '../store/ledger';

/** Reads what was spent. */
export type ReadSpent = Ledger['spentFrom'];

/** A request that wants money, and what its run has spent so far. */
export interface Claim extends Wish {
  readonly turnId: string;
  readonly spentByRun: NanoDollars;
}

/** What is used of each limit that is a period, and what is on its way; nano-dollars. */
export interface Used {
  readonly spent: Readonly<Record<Period, Expenses>>;
  readonly reserved: NanoDollars;
}

/** Whether what else is on its way counts, or it is as if nothing were. */
export type Beside = 'others' | 'nothing';

/** What was spent and what is on its way. All but `know` happens at once: between a decision and its reservation is nothing. */
export interface Purse {
  /** Resolves when all is known that counts at `now`, as far as it can be read. */
  know(now: number): Promise<void>;
  used(now: number): Used;
  /** What would be said to a claim. */
  judge(claim: Omit<Claim, 'turnId'>, limits: Limits, now: number, beside: Beside): Admission;
  /** Sets a claim's money aside, until it is spent. */
  reserve(claim: Claim): void;
  /** What a turn took in the end takes the place of what was set aside for it; null: nothing left. */
  settle(turnId: string, expense: Expense | null): void;
  /** Lines were taken from the ledger, those of these turns, or put back: it is read again before the next decision. */
  forget(turnIds: readonly string[]): void;
}

interface Contents {
  /** From the ledger; null: to be read. */
  known: { readonly today: Day; readonly days: readonly SpentDay[] } | null;
  /** What has been settled and is not in what is known of the ledger. */
  readonly settled: Map<string, Expense>;
  readonly reserved: Map<string, NanoDollars>;
  reading: Promise<void> | null;
  /** Turns settled since the ledger was read. */
  unread: number;
  /** How often the ledger was changed by others. */
  changes: number;
}

/** So many turns are added up here, one by one, before the ledger is read again, which has them by days. */
const mostUnread = 100;

export function createPurse(read: ReadSpent): Purse {
  const contents: Contents = {
    known: null,
    settled: new Map(),
    reserved: new Map(),
    reading: null,
    unread: 0,
    changes: 0,
  };
  const { settled, reserved } = contents;
  const used = (now: number) => usedOf(contents, now);
  return {
    know: (now) => know(contents, read, now),
    used,
    judge: ({ atMost, spentByRun }, limits, now, beside) =>
      admit(accountOf(used(now), limits, spentByRun, beside), { atMost }),
    reserve: ({ turnId, atMost }) => void reserved.set(turnId, atMost ?? 0),
    settle(turnId, expense) {
      reserved.delete(turnId);
      if (!expense) return;
      settled.set(turnId, expense);
      contents.unread += 1;
    },
    forget(turnIds) {
      for (const id of turnIds) settled.delete(id);
      contents.known = null;
      contents.changes += 1;
    },
  };
}

/** A ledger that cannot be read is tried again next time: the journal lies beside it, and without it nothing leaves. */
async function know(contents: Contents, read: ReadSpent, now: number): Promise<void> {
  const today = dayAt(now);
  const isKnown = () =>
    contents.known !== null && contents.known.today <= today && contents.unread < mostUnread;
  // Once more where it has changed, or the clock was set back by a day, while it was read.
  for (let tries = 0; tries < 3 && !isKnown(); tries += 1) {
    contents.reading ??= look(contents, read, today).catch(() => undefined);
    await contents.reading;
    contents.reading = null;
  }
}

async function look(contents: Contents, read: ReadSpent, today: Day): Promise<void> {
  const { changes, settled } = contents;
  const { days, turnIds } = await read(today, () => [...settled.keys()]);
  if (contents.changes !== changes) return;
  for (const id of turnIds) settled.delete(id);
  contents.unread = 0;
  contents.known = { today, days };
}

function usedOf({ known, settled, reserved }: Contents, now: number): Used {
  const days = [...(known?.days ?? []), ...[...settled.values()].map(dayOf)];
  return {
    spent: spentBy(days, dayAt(now)),
    reserved: [...reserved.values()].reduce((sum, nano) => sum + nano, 0),
  };
}

function accountOf(
  { spent, reserved }: Used,
  limits: Limits,
  spentByRun: NanoDollars,
  beside: Beside,
): Account {
  const { month, day } = spent;
  return {
    limits,
    spent: { month: month.atMost, day: day.atMost, run: spentByRun },
    reserved: beside === 'nothing' ? 0 : reserved,
  };
}
