import { isLive, type Run } from './run';
import { unshield, unshieldSoFar } from './shield-back';

/** A run as its user reads it: with the originals in the answers. */
export function unshieldedRun(run: Run): Run {
  const { found } = run;
  if (!found || found.length === 0) return run;
  const back = isLive(run) ? unshieldSoFar : unshield;
  const turns = run.turns.map((turn, index) => ({
    ...turn,
    text: (index === run.turns.length - 1 ? back : unshield)(turn.text, found),
    question: turn.question === null ? null : unshield(turn.question, found),
  }));
  const { state } = run;
  if (state.kind !== 'confirming' || state.question === undefined) return { ...run, turns };
  return { ...run, turns, state: { ...state, question: unshield(state.question, found) } };
}
