import {
  type Account,
  admit,
  type Expense,
  type Limits,
  type Period,
  type Spent,
  spentBy,
  startOf,
  type Verdict,
  type Wish,
} from './core/budget';
import type { NanoDollars } from './core/money';

/** Reads what was spent from a time (ms since 1970) on, by the turn's id. */
export type ReadSpent = (from: number) => Promise<Iterable<readonly [string, Expense]>>;

/** A request that wants money, and what its run has spent so far. */
export interface Claim extends Wish {
  readonly turnId: string;
  readonly spentByRun: NanoDollars;
}

/** What is used of each limit that is a period, and what is on its way; nano-dollars. */
export interface Used {
  readonly spent: Readonly<Record<Period, Spent>>;
  readonly reserved: NanoDollars;
}

/** What was spent and what is on its way. All but `know` happens at once: between a decision and its reservation is nothing. */
export interface Purse {
  /** Resolves when all is known that counts at `now`, as far as it can be read. */
  know(now: number): Promise<void>;
  used(now: number): Used;
  /** What would be said to a claim; `alone`: if nothing else were on its way. */
  judge(claim: Omit<Claim, 'turnId'>, limits: Limits, now: number, alone: boolean): Verdict;
  /** Sets a claim's money aside, until it is spent. */
  reserve(claim: Claim): void;
  /** What a turn took in the end takes the place of what was set aside for it; null: nothing left. */
  settle(turnId: string, expense: Expense | null): void;
  /** The ledger has a turn's line. */
  written(turnId: string): void;
  /** The ledger has changed: it is read again before the next decision. */
  forget(): void;
}

interface Contents {
  /** From the ledger, and settled since; null: to be read. */
  known: { readonly from: number; readonly expenses: Map<string, Expense> } | null;
  /** Settled, and perhaps not in the ledger. */
  readonly unwritten: Map<string, Expense>;
  readonly reserved: Map<string, NanoDollars>;
  reading: Promise<void> | null;
  /** How often the ledger was changed by others. */
  changes: number;
}

export function createPurse(read: ReadSpent): Purse {
  const contents: Contents = {
    known: null,
    unwritten: new Map(),
    reserved: new Map(),
    reading: null,
    changes: 0,
  };
  const { unwritten, reserved } = contents;
  const used = (now: number) => usedOf(contents, now);
  return {
    know: (now) => know(contents, read, now),
    used,
    judge: ({ atMost, spentByRun }, limits, now, alone) =>
      admit(accountOf(used(now), limits, spentByRun, alone), { atMost }),
    reserve: ({ turnId, atMost }) => void reserved.set(turnId, atMost ?? 0),
    settle(turnId, expense) {
      reserved.delete(turnId);
      if (!expense) return;
      unwritten.set(turnId, expense);
      contents.known?.expenses.set(turnId, expense);
    },
    written(turnId) {
      // What was read meanwhile may be from before this line.
      if (!contents.reading) unwritten.delete(turnId);
    },
    forget() {
      contents.known = null;
      contents.changes += 1;
    },
  };
}

/** A ledger that cannot be read is tried again next time: the journal lies beside it, and without it nothing leaves. */
async function know(contents: Contents, read: ReadSpent, now: number): Promise<void> {
  const from = startOf('month', now);
  const isKnown = () => contents.known !== null && contents.known.from <= from;
  // Once more where it has changed, or the clock was set back by a month, while it was read.
  for (let tries = 0; tries < 3 && !isKnown(); tries += 1) {
    contents.reading ??= look(contents, read, from).catch(() => undefined);
    await contents.reading;
    contents.reading = null;
  }
}

async function look(contents: Contents, read: ReadSpent, from: number): Promise<void> {
  const { changes } = contents;
  const expenses = new Map(await read(from));
  if (contents.changes !== changes) return;
  for (const [id, expense] of contents.unwritten) expenses.set(id, expense);
  contents.known = { from, expenses };
}

function usedOf({ known, unwritten, reserved }: Contents, now: number): Used {
  const spent = spentBy((known?.expenses ?? unwritten).values(), now);
  return { spent, reserved: [...reserved.values()].reduce((sum, nano) => sum + nano, 0) };
}

function accountOf(
  { spent, reserved }: Used,
  limits: Limits,
  spentByRun: NanoDollars,
  alone: boolean,
): Account {
  const { month, day } = spent;
  return {
    limits,
    spent: { month: month.atMost, day: day.atMost, run: spentByRun },
    reserved: alone ? 0 : reserved,
  };
}
