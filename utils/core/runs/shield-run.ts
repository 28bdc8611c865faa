import type { Found } from '../shield/shield';
import { unshield, unshieldSoFar } from '../shield/shield-back';
import { isAnswering, type Run, type RunState } from './run';
import type { Turn } from './turn';

/** A run as its user reads it: with the originals in the answers. */
export function unshieldedRun(run: Run): Run {
  const { found } = run;
  if (!found || found.length === 0) return run;
  const back = isAnswering(run) ? unshieldSoFar : unshield;
  const turns = run.turns.map((turn, index) => ({
    ...turn,
    ...citationsOf(turn, found),
    text: (index === run.turns.length - 1 ? back : unshield)(turn.text, found),
    question: turn.question === null ? null : unshield(turn.question, found),
  }));
  return { ...run, turns, state: withOriginals(run.state, found) };
}

/** The originals in a follow-up that is still to be sent. */
function withOriginals(state: RunState, found: readonly Found[]): RunState {
  const waits = state.kind === 'confirming' || state.kind === 'planning';
  if (!waits || typeof state.question !== 'string') return state;
  return { ...state, question: unshield(state.question, found) };
}

/** The originals in the passages, and the marks where they belong among the originals. */
function citationsOf({ text, citations }: Turn, found: readonly Found[]): Pick<Turn, 'citations'> {
  if (!citations) return {};
  return {
    citations: citations.map((citation) => ({
      ...citation,
      at: unshield(text.slice(0, citation.at), found).length,
      text: unshield(citation.text, found),
    })),
  };
}
