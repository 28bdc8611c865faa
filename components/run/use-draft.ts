import { useRef } from 'preact/hooks';
import { remedyFor } from '../../utils/core/runs/remedy';
import { isLive, lastQuestion, problemOf, type Run } from '../../utils/core/runs/run';

/**
 * What the box for follow-ups begins with: what was typed `before` the view was last taken away. A follow-up that was not
 * sent after all goes back to where it was typed; so does one that waits for the options.
 */
export function useDraft(run: Run, before: string): string {
  const { state, turns } = run;
  const draft = useRef({ question: before, turns: turns.length });
  const keep = (question: string) => {
    draft.current = { question, turns: turns.length };
  };
  if (state.kind === 'confirming' || state.kind === 'planning') keep(state.question ?? '');
  else if (waitsForOptions(run)) keep(lastQuestion(run) ?? '');
  return isLive(run) || draft.current.turns < turns.length ? '' : draft.current.question;
}

/** There is no button then that asks it again. */
function waitsForOptions(run: Run): boolean {
  const problem = problemOf(run);
  return problem !== null && remedyFor(problem).kind === 'open-options';
}
