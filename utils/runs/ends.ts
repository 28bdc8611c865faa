import { answerKeyOf } from '../core/runs/repeat';
import type { Turn } from '../core/runs/turn';
import type { Answers } from '../store/answers';
import type { MemoryJournal } from '../store/runs';
import type { LiveRun } from './live-run';

/** Resolves when those of them that have ended so far are written down. */
export async function endsWritten(lives: Iterable<LiveRun>): Promise<void> {
  const ended = [...lives].filter((live) => live.isOver());
  await Promise.all(ended.map(({ closed }) => closed));
}

/** Whether its last answer came to its own end. */
export function isDone(live: LiveRun): boolean {
  return live.current().turns.at(-1)?.state.kind === 'done';
}

/**
 * Who asks the same again just when it has been answered shall not pay twice because that is still being written, nor because
 * there is no room to write it.
 */
export function withUnwritten(
  answers: Answers,
  lives: ReadonlyMap<string, LiveRun>,
  volatile: Pick<MemoryJournal, 'all'>,
): Answers {
  return {
    ...answers,
    async find(key) {
      await endsWritten([...lives.values()].filter(isDone));
      return unwritten(volatile, key) ?? answers.find(key);
    },
  };
}

/** The newest turn in memory that answers a request; in private windows nobody looks. */
function unwritten(volatile: Pick<MemoryJournal, 'all'>, key: string): Turn | undefined {
  const turns = volatile.all().flatMap((run) => (run.private ? [] : run.turns));
  return turns.findLast((turn) => answerKeyOf(turn) === key);
}
