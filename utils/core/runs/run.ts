import type { Instruction } from '../actions/action';
import type { Controls } from '../actions/controls';
import type { Estimate, Thresholds } from '../estimate/estimate';
import type { Problem } from '../problem';
import type { Found } from '../shield/shield';
import { isSameAim } from '../source/aim';
import type { Aim, Source } from '../source/source';
import { hasEnded, problemOfState, type Turn } from './turn';
import { type TurnEvent, turnAfter } from './turn-event';

/** On what terms the user wants it asked; absent: as usual. */
export interface Terms {
  /** For a new answer, whatever was answered before. */
  readonly fresh?: boolean | undefined;
  /** Also above a limit. */
  readonly anyway?: boolean | undefined;
  /** By a cheaper way that the user chose: what it takes is shown before anything is sent. */
  readonly cheaper?: boolean | undefined;
}

/**
 * One action on one source. `active`: its last turn tells the rest. The action is kept as it was then: it may have been
 * changed or deleted since. Its controls are what was chosen, until the source is captured; then they are all that hold. Its
 * terms are those of the action, not of follow-ups.
 */
export interface Run extends Instruction, Terms {
  readonly id: string;
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

/** What the user is asked before it is sent; its terms are those of a follow-up, but for a cheaper way. */
interface Consent extends Terms {
  readonly estimate: Estimate;
  /** Beyond which of them Gloss asks. */
  readonly thresholds: Thresholds;
  /** The user hides personal data on its site, and in this nothing can be hidden. */
  readonly unshielded?: boolean | undefined;
  /** The follow-up that waits, as it would be sent; absent: it is the action itself. */
  readonly question?: string | undefined;
}

interface Planning {
  /** The follow-up; null: it is the action itself, which the user has agreed to. */
  readonly question: string | null;
}

export type RunState =
  | { readonly kind: 'capturing' }
  | ({ readonly kind: 'confirming' } & Consent)
  /** What was asked is made ready to be sent, and nothing of it has been; it is never stored. */
  | ({ readonly kind: 'planning' } & Planning)
  | { readonly kind: 'active' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type RunEvent =
  | {
      readonly kind: 'captured';
      readonly source: Source;
      readonly language: string;
      readonly controls: Controls;
    }
  | { readonly kind: 'shielded'; readonly found: readonly Found[] }
  | ({ readonly kind: 'planning' } & Planning)
  | ({ readonly kind: 'asked' } & Consent)
  /** The user does not want the follow-up that waited. */
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Whether the journal has taken all that came so far. */
  | { readonly kind: 'saved'; readonly saved: boolean }
  /** A view has shown how it ended. */
  | { readonly kind: 'seen' }
  | { readonly kind: 'queued'; readonly turn: Turn }
  | TurnEvent;

/**
 * The run after an event; turn events concern its last turn. Used by the runner and by every view alike. What has begun
 * anew is news again.
 */
export function reduce(run: Run, event: RunEvent): Run {
  switch (event.kind) {
    case 'captured': {
      const { source, language, controls } = event;
      return { ...run, source, language, controls };
    }
    case 'shielded':
      return { ...run, found: event.found };
    case 'planning':
      return { ...run, state: event, seen: false };
    case 'asked':
      return { ...run, state: { ...event, estimate: withoutBasis(event), kind: 'confirming' } };
    case 'withdrawn':
      return { ...run, state: { kind: 'active' }, seen: true };
    case 'failed':
      return { ...run, state: { kind: 'failed', problem: event.problem } };
    case 'saved':
      return { ...run, saved: event.saved };
    case 'seen':
      return { ...run, seen: true };
    case 'queued':
      return { ...run, state: { kind: 'active' }, turns: [...run.turns, event.turn], seen: false };
    default:
      return withLast(run, (turn) => turnAfter(turn, event));
  }
}

/** What a cost was reckoned by is of use only where more may be added to what it is for. */
function withoutBasis({ estimate: { basis: _, ...told } }: Consent): Estimate {
  return told;
}

function withLast(run: Run, change: (turn: Turn) => Turn): Run {
  const last = run.turns.at(-1);
  return last ? { ...run, turns: [...run.turns.slice(0, -1), change(last)] } : run;
}

/** Whether anything is still going to happen without the user. */
export function isLive(run: Run): boolean {
  const { kind } = run.state;
  return kind === 'capturing' || kind === 'planning' || isAnswering(run);
}

/** Whether what was asked last has not left yet, and will without the user. */
export function isToBeSent({ state, turns }: Run): boolean {
  if (state.kind === 'capturing' || state.kind === 'planning') return true;
  return turns.at(-1)?.state.kind === 'queued';
}

/** Whether its last turn is under way. */
export function isAnswering({ state, turns }: Run): boolean {
  return state.kind === 'active' && !hasEnded(turns.at(-1)?.state);
}

/** What waits for the user's consent: the action itself, or a follow-up; null: nothing does. */
export function waitsForConsent({ state }: Run): 'action' | 'follow-up' | null {
  if (state.kind !== 'confirming') return null;
  return state.question === undefined ? 'action' : 'follow-up';
}

/** How many questions it has been asked, the action's own among them. */
export function timesAsked({ state, turns }: Run): number {
  return turns.length + (state.kind === 'planning' ? 1 : 0);
}

/** Whether a request of it has left: then it may have been paid for. */
export function hasLeft({ turns }: Run): boolean {
  return turns.some(({ sentAt }) => sentAt !== null);
}

/** When it was begun, or a follow-up of it was asked; ms since 1970. */
export function lastAsked({ createdAt, turns }: Run): number {
  const times = turns.map(({ queuedAt, sentAt }) => Math.max(queuedAt ?? 0, sentAt ?? 0));
  return Math.max(createdAt, ...times);
}

type Asked = Pick<Run, 'action' | 'question' | 'aim'>;

/** Whether both ask the same about the same thing. */
export function asksTheSame(one: Asked, other: Asked): boolean {
  const isSame = one.action.id === other.action.id && one.question === other.question;
  return isSame && isSameAim(one.aim, other.aim);
}

/** The follow-up that was asked last; null: only the action itself was asked. */
export function lastQuestion({ turns }: Run): string | null {
  return turns.at(-1)?.question ?? null;
}

/** What went wrong with a run, if anything did: its own problem or its last turn's. */
export function problemOf(run: Run): Problem | null {
  if (run.state.kind === 'failed') return run.state.problem;
  const state = run.turns.at(-1)?.state;
  return run.state.kind === 'active' && state ? problemOfState(state) : null;
}
