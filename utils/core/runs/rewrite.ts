import type { EditableKind } from '../source/source';
import type { Run } from './run';

/** An answer that can take the place of its source in the page. */
export interface Rewrite {
  readonly kind: EditableKind;
  /** The text as it was captured there. */
  readonly before: string;
  /** Markdown, as the model wrote it. */
  readonly answer: string;
}

/** What a run has written for the page; null where its answer is to be read, is not whole, or has no place there. */
export function rewriteOf({ action, source, turns }: Run): Rewrite | null {
  const turn = turns.at(-1);
  if (action.output === 'read' || !source?.place || turn?.state.kind !== 'done') return null;
  const answer = turn.text.trim();
  return answer === '' ? null : { kind: source.place.kind, before: source.text, answer };
}
