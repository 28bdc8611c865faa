import type { Admission, Expense, Limits } from '../core/money/budget';
import { type Claim, createPurse, type ReadSpent, type Used } from './purse';
import { createQueue, type Pass, type Queuer } from './queue';

/** What the user's money is looked after with. */
export interface BudgetParts {
  readonly now: () => number;
  readonly limits: () => Promise<Limits>;
  readonly read: ReadSpent;
}

/** What views show of it. */
export interface BudgetState extends Used {
  readonly limits: Limits;
}

/** The user's limits, held: what may leave, and when. */
export interface Budget {
  /** What a request would be told now, if nothing were on its way. */
  look(claim: Omit<Claim, 'turnId'>): Promise<Admission>;
  /** Waits until a request may leave, with its money set aside; `settle` ends that. */
  enter(queuer: Queuer): Promise<Pass>;
  /** A turn that was let go is over; null: it cost nothing. In the same step its money is counted. */
  settle(turnId: string, expense: Expense | null): void;
  /** Lines of the ledger were deleted, those of these turns, or put back. */
  forget(turnIds: readonly string[]): void;
  state(): Promise<BudgetState>;
}

export function createBudget({ now, limits, read }: BudgetParts): Budget {
  const purse = createPurse(read);
  const prepare = async () => {
    const [known] = await Promise.all([limits(), purse.know(now())]);
    return known;
  };
  const queue = createQueue(purse, now, prepare);
  return {
    look: async (claim) => purse.judge(claim, await prepare(), now(), 'nothing'),
    enter: queue.enter,
    settle(turnId, expense) {
      purse.settle(turnId, expense);
      queue.leave();
    },
    forget: purse.forget,
    state: async () => ({ limits: await prepare(), ...purse.used(now()) }),
  };
}
