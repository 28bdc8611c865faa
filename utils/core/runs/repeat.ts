import { type EndpointConfig, originOf } from '../endpoint';
import type { Turn } from './turn';

/** What an answer is found by: where the request went, and all of its body. */
export function answerKey(endpoint: EndpointConfig, requestHash: string): string {
  return `${endpoint.id} ${originOf(endpoint)} ${requestHash}`;
}

/** Whether a turn may answer the same request again: its answer is all there is, and it was paid for. */
export function isWorthRepeating({ state, text, receipt }: Turn): boolean {
  return state.kind === 'done' && text !== '' && receipt !== null;
}

/** A turn as an earlier one answered it: nothing of it is sent, and nothing paid. */
export function repeatedTurn(turn: Turn, before: Turn): Turn {
  const { text, citations, model, usage, final, sentAt } = before;
  return {
    ...turn,
    state: { kind: 'done' },
    text,
    ...(citations && { citations }),
    model,
    usage,
    final,
    repeated: { at: sentAt ?? 0 },
  };
}
