import type { Exchange } from '../glass/exchange';
import type { Mould } from '../glass/glass-body';
import type { Doubt } from '../money/doubt';
import type { Range } from '../money/money';
import type { Pricing } from '../money/prices';
import type { Receipt } from '../money/receipt';
import type { Usage } from '../money/usage';
import type { InterruptionCause, Problem } from '../problem';
import type { Citation } from '../source/citation';

/** One API call of a run. */
export interface Turn {
  readonly id: string;
  /** SHA-256 of the request's JSON, hexadecimal; empty: none was made. */
  readonly requestHash: string;
  /** What it takes to make that JSON again; absent in turns of before it was kept. */
  readonly mould?: Mould | undefined;
  /** When it was made, ms since 1970. */
  readonly queuedAt?: number | undefined;
  /** What was asked, as it was sent; null: the action's own instruction. */
  readonly question: string | null;
  /** Where it was asked, and which model; null in runs of before there were follow-ups. */
  readonly asked: Respondent | null;
  /** The endpoint as the user calls it. */
  readonly service: string;
  readonly pricing: Pricing;
  readonly model: string;
  /** Estimated tokens of the prompt. */
  readonly prompt: Range;
  /** Tokens that the service had counted before it was sent; absent: it was not asked. */
  readonly counted?: number | undefined;
  /** Estimated tokens of what the request asks to cache; null: it does not ask. */
  readonly cached: Range | null;
  /** How likely one more question was taken to be, from 0 to 1, when it was decided to cache; absent: it was not cached. */
  readonly chance?: number | undefined;
  /** `max_tokens` of the request. */
  readonly maxOutput: number;
  /** Answer so far, Markdown. */
  readonly text: string;
  /** What it rests on, in the order of its marks; absent: nothing was told. */
  readonly citations?: readonly Citation[] | undefined;
  readonly state: TurnState;
  /** Nothing was sent: the answer is the one of an earlier turn, sent then (ms since 1970). Absent: it is its own. */
  readonly repeated?: { readonly at: number } | undefined;
  /** As last reported. */
  readonly usage: Usage | null;
  /** Whether `usage` is what will be billed, and not only the start's. */
  readonly final: boolean;
  /** Why what was reported is not believed; absent: it is. */
  readonly doubt?: Doubt | undefined;
  readonly requestId: string | null;
  /** When its last attempt left, ms since 1970; null while it never did. */
  readonly sentAt: number | null;
  readonly receipt: Receipt | null;
  /** Once it has ended; absent where nothing was sent, or the background died. */
  readonly exchange?: Exchange | undefined;
}

/** Who is asked. */
export interface Respondent {
  readonly endpointId: string;
  /** Where that was; absent: on this device, or of before it was kept. */
  readonly origin?: string | undefined;
  /** As it was asked for: what answers may call itself otherwise. */
  readonly model: string;
}

export type TurnState =
  /** `place`: in line, 1 is next; absent: it need not wait. */
  | { readonly kind: 'queued'; readonly place?: number | undefined }
  | { readonly kind: 'sending' }
  /** `at`: when the next attempt leaves, ms since 1970. */
  | { readonly kind: 'retrying'; readonly at: number; readonly problem: Problem }
  | { readonly kind: 'streaming' }
  | EndState;

export type EndState =
  | { readonly kind: 'done' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'interrupted'; readonly cause: InterruptionCause }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What there is of a turn before anything of it was sent. */
export const unsent = {
  text: '',
  usage: null,
  final: false,
  requestId: null,
  sentAt: null,
  receipt: null,
} as const satisfies Partial<Turn>;

/** Whether a turn is over. */
export function hasEnded(state: TurnState | undefined): state is EndState | undefined {
  switch (state?.kind) {
    case 'queued':
    case 'sending':
    case 'retrying':
    case 'streaming':
      return false;
    case undefined:
    case 'done':
    case 'cut':
    case 'stopped':
    case 'interrupted':
    case 'failed':
      return true;
  }
}

/** Whether the service has said that the answer is all there is: then it has also said what it took, or never will. */
export function isWhole(state: EndState): boolean {
  if (state.kind === 'failed') return state.problem.kind === 'refused';
  return state.kind === 'done' || state.kind === 'cut';
}

/** What went wrong with a turn, if anything did. */
export function problemOfState(state: TurnState): Problem | null {
  if (state.kind === 'failed') return state.problem;
  if (state.kind === 'cut') return { kind: 'cut' };
  if (state.kind === 'interrupted') return { kind: 'interrupted', cause: state.cause };
  return null;
}
