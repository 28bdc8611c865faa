import type { Run } from './run';

/** What is safe when a run ended with a problem; each is a sentence in `_locales`. */
export type Kept =
  | 'nothing-sent'
  | 'not-charged'
  | 'maybe-charged'
  | 'charged'
  | 'answer-kept'
  | 'answer-unsaved';

/** `not-charged`: the service refused before it worked on the request. */
export function keptOf(run: Run): Kept {
  const turn = run.turns.at(-1);
  if (!turn || turn.sentAt === null) return 'nothing-sent';
  if (turn.text !== '') return run.saved ? 'answer-kept' : 'answer-unsaved';
  if (!turn.receipt) return 'not-charged';
  return turn.receipt.final ? 'charged' : 'maybe-charged';
}
