import type { Action } from '../actions/action';
import { type Day, dayAt } from '../calendar';
import { deviceEndpoint } from '../endpoint';
import type { Cost } from '../money/cost';
import type { NanoDollars } from '../money/money';
import type { Usage } from '../money/usage';
import type { Run } from '../runs/run';
import { hasEnded, type Turn } from '../runs/turn';
import { siteOf } from '../source/site';

export const outcomes = ['done', 'cut', 'stopped', 'interrupted', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** What one way to send less has saved of a turn: tokens without it and with it, both estimated or both billed. */
export interface Saving {
  readonly before: number;
  readonly after: number;
  /** Below 0 where it cost more; null: no price is known. */
  readonly nano: NanoDollars | null;
}

export const ways = ['page', 'prompt', 'cache'] as const;
/** `page`: only the main content; `prompt`: a short instruction; `cache`: a text that had been sent before. */
export type Way = (typeof ways)[number];
export type Savings = Readonly<Record<Way, Saving | null>>;

export const noSavings: Savings = { page: null, prompt: null, cache: null };

/** One line of the ledger: a turn that was sent, however it ended. */
export interface Line {
  /** The turn's: its first line is the one that stays. */
  readonly id: string;
  /** ms since 1970; of a private window, the beginning of its quarter of an hour. */
  readonly at: number;
  /** The day that the user's clock showed then: it stays, wherever the user travels. */
  readonly day: Day;
  /** As it was then; null: of a private window. */
  readonly action: Pick<Action, 'id' | 'title'> | null;
  /** The endpoint as the user called it. */
  readonly service: string;
  readonly model: string;
  readonly usage: Usage | null;
  /** Whether that is what was billed; absent in lines of before it was kept: only an exact cost tells so. */
  readonly final?: boolean | undefined;
  readonly cost: Cost;
  readonly outcome: Outcome;
  /** Host of the page; empty: not known, not kept, or of a private window. */
  readonly site: string;
  readonly savings: Savings;
  readonly requestId: string | null;
  /** ms from its first attempt to its end; null: nobody was there to measure. */
  readonly wholeMs: number | null;
}

/** The line of a run's last turn; null when none is to be written: nothing of it has left for a service. */
export function lineOf(run: Run, savings: Savings): Line | null {
  const turn = run.turns.at(-1);
  if (!turn || turn.sentAt === null || !hasEnded(turn.state) || isOnDevice(turn)) return null;
  const { id, receipt, state } = turn;
  const at = receipt?.sentAt ?? turn.sentAt;
  const line: Line = {
    id,
    at,
    day: dayAt(at),
    action: { id: run.action.id, title: run.action.title },
    service: turn.service,
    model: receipt?.model ?? turn.model,
    usage: receipt?.usage ?? null,
    ...(receipt && { final: receipt.final }),
    // What the service refused before any work has no receipt.
    cost: receipt?.cost ?? { kind: 'exact', nano: 0 },
    outcome: state.kind,
    site: run.source ? siteOf(run.source) : '',
    savings,
    requestId: turn.requestId,
    wholeMs: receipt?.wholeMs ?? null,
  };
  return run.private ? ofPrivateWindow(line) : line;
}

function isOnDevice({ asked, service }: Turn): boolean {
  return (asked?.endpointId ?? service) === deviceEndpoint.id;
}

const quarter = 15 * 60_000;

/** Its cost counts; no more is told of it than that takes. Days begin on a quarter of an hour in all time zones. */
function ofPrivateWindow(line: Line): Line | null {
  if (line.cost.kind === 'exact' && line.cost.nano === 0) return null;
  return {
    ...line,
    at: line.at - (line.at % quarter),
    action: null,
    site: '',
    savings: noSavings,
    requestId: null,
    wholeMs: null,
  };
}
