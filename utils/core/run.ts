import type { ActionId } from './action';
import type { Estimate, Thresholds } from './estimate';
import type { Range } from './money';
import type { Pricing } from './prices';
import type { InterruptionCause, Problem } from './problem';
import type { Receipt } from './receipt';
import type { Found } from './shield';
import type { Aim, Source } from './source';
import type { Usage } from './usage';

/** One action on one source. `active`: its last turn tells the rest. */
export interface Run {
  readonly id: string;
  readonly actionId: ActionId;
  /** Where it was asked to be answered; null: wherever the user usually asks. */
  readonly endpointId: string | null;
  /** The model it was asked to be answered by; absent: the endpoint's. */
  readonly model?: string | undefined;
  readonly state: RunState;
  /** What was, or is to be, captured. */
  readonly aim: Aim;
  readonly source: Source | null;
  /** What placeholders stand for in what was sent, and so in the answer; null: nothing was to be hidden. */
  readonly found: readonly Found[] | null;
  /** English name of the answer's language; empty until the source is captured. */
  readonly language: string;
  readonly turns: readonly Turn[];
  /** ms since 1970. */
  readonly createdAt: number;
  /** From a private window: lives in memory only. */
  readonly private: boolean;
  /** False when the journal could not be written: what is shown is all there is. */
  readonly saved: boolean;
  /** Whether a view has shown how it ended. */
  readonly seen: boolean;
}

export type RunState =
  | { readonly kind: 'capturing' }
  /** `thresholds`: beyond which of them Gloss asks. */
  | {
      readonly kind: 'confirming';
      readonly estimate: Estimate;
      readonly thresholds: Thresholds;
    }
  | { readonly kind: 'active' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** One API call of a run. */
export interface Turn {
  readonly id: string;
  /** SHA-256 of the request's JSON, hexadecimal. */
  readonly requestHash: string;
  /** The endpoint as the user calls it. */
  readonly service: string;
  readonly pricing: Pricing;
  readonly model: string;
  /** Estimated tokens of the prompt. */
  readonly prompt: Range;
  /** `max_tokens` of the request. */
  readonly maxOutput: number;
  /** Answer so far, Markdown. */
  readonly text: string;
  readonly state: TurnState;
  /** As last reported. */
  readonly usage: Usage | null;
  /** Whether `usage` is what will be billed, and not only the start's. */
  readonly final: boolean;
  readonly requestId: string | null;
  /** When its last attempt left, ms since 1970; null while it never did. */
  readonly sentAt: number | null;
  readonly receipt: Receipt | null;
}

export type TurnState =
  | { readonly kind: 'queued' }
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

export type RunEvent =
  | { readonly kind: 'captured'; readonly source: Source; readonly language: string }
  | { readonly kind: 'shielded'; readonly found: readonly Found[] }
  | { readonly kind: 'asked'; readonly estimate: Estimate; readonly thresholds: Thresholds }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Whether the journal has taken all that came so far. */
  | { readonly kind: 'saved'; readonly saved: boolean }
  /** A view has shown how it ended. */
  | { readonly kind: 'seen' }
  | { readonly kind: 'queued'; readonly turn: Turn }
  | { readonly kind: 'sending'; readonly at: number }
  | { readonly kind: 'retrying'; readonly at: number; readonly problem: Problem }
  | {
      readonly kind: 'started';
      readonly usage: Usage | null;
      readonly model: string;
      readonly requestId: string | null;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'usage'; readonly usage: Usage }
  | {
      readonly kind: 'ended';
      readonly state: EndState;
      /** Null when it is certain that nothing was billed. */
      readonly receipt: Receipt | null;
      readonly requestId: string | null;
    };

/** The run after an event; turn events concern its last turn. Used by the runner and by every view alike. */
export function reduce(run: Run, event: RunEvent): Run {
  switch (event.kind) {
    case 'captured':
      return { ...run, source: event.source, language: event.language };
    case 'shielded':
      return { ...run, found: event.found };
    case 'asked':
      return { ...run, state: { ...event, kind: 'confirming' } };
    case 'failed':
      return { ...run, state: { kind: 'failed', problem: event.problem } };
    case 'saved':
      return { ...run, saved: event.saved };
    case 'seen':
      return { ...run, seen: true };
    case 'queued':
      return { ...run, state: { kind: 'active' }, turns: [...run.turns, event.turn] };
    case 'sending':
      return withLast(run, { state: { kind: 'sending' }, sentAt: event.at });
    case 'retrying':
      return withLast(run, { state: { kind: 'retrying', at: event.at, problem: event.problem } });
    case 'started':
      return withLast(run, {
        state: { kind: 'streaming' },
        usage: event.usage,
        model: event.model,
        requestId: event.requestId,
      });
    case 'text':
      return withLast(run, { text: (run.turns.at(-1)?.text ?? '') + event.text });
    case 'usage':
      return withLast(run, { usage: event.usage, final: true });
    case 'ended':
      return withLast(run, {
        state: event.state,
        receipt: event.receipt,
        requestId: event.requestId,
      });
  }
}

function withLast(run: Run, change: Partial<Turn>): Run {
  const last = run.turns.at(-1);
  return last ? { ...run, turns: [...run.turns.slice(0, -1), { ...last, ...change }] } : run;
}

/** Whether anything is still going to happen without the user. */
export function isLive(run: Run): boolean {
  if (run.state.kind === 'capturing') return true;
  return run.state.kind === 'active' && !hasEnded(run.turns.at(-1)?.state);
}

function hasEnded(state: TurnState | undefined): state is EndState | undefined {
  switch (state?.kind) {
    case 'queued':
    case 'sending':
    case 'retrying':
    case 'streaming':
      return false;
    default:
      return true;
  }
}

/** What went wrong with a run, if anything did: its own problem or its last turn's. */
export function problemOf(run: Run): Problem | null {
  if (run.state.kind === 'failed') return run.state.problem;
  const state = run.turns.at(-1)?.state;
  if (run.state.kind !== 'active' || !state) return null;
  if (state.kind === 'failed') return state.problem;
  if (state.kind === 'cut') return { kind: 'cut' };
  if (state.kind === 'interrupted') return { kind: 'interrupted', cause: state.cause };
  return null;
}
