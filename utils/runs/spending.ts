import { dayAt } from '../core/calendar';
import { isDevice } from '../core/endpoint';
import type { Expense } from '../core/money/budget';
import { mostOf } from '../core/money/cost';
import type { NanoDollars } from '../core/money/money';
import type { Problem } from '../core/problem';
import type { Run } from '../core/runs/run';
import type { Turn } from '../core/runs/turn';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import type { Plan } from './plan';

/** Whether a plan is above a limit even if nothing else were on its way. `anyway`: the user wants it sent all the same. */
export async function overLimit(
  run: Run,
  { endpoint, estimate }: Plan,
  { budget }: Pick<Means, 'budget'>,
  anyway = false,
): Promise<Problem | null> {
  if (anyway || isDevice(endpoint)) return null;
  const atMost = estimate.cost?.high ?? null;
  const verdict = await budget.look({ atMost, spentByRun: spentSoFar(run) });
  return verdict.kind === 'blocked' ? { ...verdict, kind: 'over-limit', cost: atMost } : null;
}

/** A turn's leave to spend, or why it has none. */
export type Spending =
  /** `send`: sends it. Whatever comes of that is counted in the moment when it is over. */
  | { readonly kind: 'granted'; readonly spend: (send: () => Promise<void>) => Promise<void> }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Waits in line, and sets aside the most that a turn may cost. What is stopped meanwhile may go: it ends before it leaves. */
export async function setAside(
  live: LiveRun,
  { budget }: Pick<Means, 'budget'>,
  { endpoint, estimate }: Plan,
  { id: turnId }: Turn,
  anyway: boolean,
): Promise<Spending> {
  const free: Spending = { kind: 'granted', spend: (send) => send() };
  if (isDevice(endpoint)) return free;
  const atMost = estimate.cost?.high ?? null;
  const { ticket, stop } = live;
  const placed = (place: number) => live.emit({ kind: 'placed', place });
  const spentByRun = spentSoFar(live.current());
  const pass = await budget.enter({
    turnId,
    atMost,
    spentByRun,
    anyway,
    ticket,
    stop: stop.signal,
    placed,
  });
  if (pass.kind === 'stopped') return free;
  if (pass.kind === 'blocked') {
    return { kind: 'problem', problem: { ...pass, kind: 'over-limit', cost: atMost } };
  }
  return {
    kind: 'granted',
    async spend(send) {
      try {
        await send();
      } finally {
        budget.settle(turnId, expenseOf(live.current()));
      }
    },
  };
}

/** What a run has spent so far at most. */
export function spentSoFar({ turns }: Run): NanoDollars {
  return turns.reduce((sum, { receipt }) => sum + ((receipt && mostOf(receipt.cost)) ?? 0), 0);
}

function expenseOf({ turns }: Run): Expense | null {
  const receipt = turns.at(-1)?.receipt;
  return receipt ? { day: dayAt(receipt.sentAt), atMost: mostOf(receipt.cost) } : null;
}
