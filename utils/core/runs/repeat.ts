import type { Turn } from './turn';

/** What an answer is found by: where the request went, and all of its body. */
export function answerKey(endpointId: string, origin: string, requestHash: string): string {
  return `${endpointId} ${origin} ${requestHash}`;
}

/** The same of a turn; null: its answer may not be told again, or nobody knows where it was asked. */
export function answerKeyOf(turn: Turn): string | null {
  const { asked, requestHash } = turn;
  if (!asked?.origin || !isWorthRepeating(turn)) return null;
  return answerKey(asked.endpointId, asked.origin, requestHash);
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
