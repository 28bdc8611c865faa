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
  }));
  return { ...run, turns };
}
