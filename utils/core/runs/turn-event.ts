import type { Exchange } from '../glass/exchange';
import type { Doubt } from '../money/doubt';
import type { Receipt } from '../money/receipt';
import type { Usage } from '../money/usage';
import type { Problem } from '../problem';
import { type Passage, withPassages } from '../source/citation';
import type { EndState, Turn } from './turn';

/** What is heard of an answer while it comes. */
export type AnswerEvent =
  /** `usage` is null when the service reported none that makes sense. */
  | {
      readonly kind: 'started';
      readonly usage: Usage | null;
      readonly model: string;
      readonly requestId: string | null;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** What the text rests on that came since the last of these. */
  | { readonly kind: 'cited'; readonly passages: readonly Passage[] }
  /** The usage that will be billed. */
  | { readonly kind: 'usage'; readonly usage: Usage }
  /** What was reported is beyond belief. */
  | { readonly kind: 'doubted'; readonly doubt: Doubt };

/** What happens to a run's last turn. */
export type TurnEvent =
  /** It waits until others are over; 1: it is next. */
  | { readonly kind: 'placed'; readonly place: number }
  | { readonly kind: 'sending'; readonly at: number }
  | { readonly kind: 'retrying'; readonly at: number; readonly problem: Problem }
  | AnswerEvent
  | {
      readonly kind: 'ended';
      readonly state: EndState;
      /** Null when it is certain that nothing was billed. */
      readonly receipt: Receipt | null;
      readonly requestId: string | null;
      readonly exchange?: Exchange | undefined;
    };

/** The turn after an event. */
export function turnAfter(turn: Turn, event: TurnEvent): Turn {
  switch (event.kind) {
    case 'placed':
      return turn.state.kind === 'queued'
        ? { ...turn, state: { kind: 'queued', place: event.place } }
        : turn;
    case 'sending':
      return { ...turn, state: { kind: 'sending' }, sentAt: event.at };
    case 'retrying':
      return { ...turn, state: { kind: 'retrying', at: event.at, problem: event.problem } };
    case 'started': {
      const { usage, model, requestId } = event;
      return { ...turn, state: { kind: 'streaming' }, usage, model, requestId };
    }
    case 'text':
      // What was told of usage before it is not of all of it.
      return { ...turn, text: turn.text + event.text, final: false };
    case 'cited': {
      const { citations = [], text } = turn;
      return { ...turn, citations: withPassages(citations, event.passages, text) };
    }
    case 'usage':
      return { ...turn, usage: event.usage, final: true };
    case 'doubted':
      return { ...turn, doubt: event.doubt };
    case 'ended': {
      const { state, receipt, requestId, exchange } = event;
      return { ...turn, state, receipt, requestId, ...(exchange && { exchange }) };
    }
  }
}
