import type { Answers } from '../store/answers';
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

/** Who asks the same again just when it has been answered shall not pay twice because that is still being written. */
export function writtenFirst(answers: Answers, lives: ReadonlyMap<string, LiveRun>): Answers {
  return {
    ...answers,
    async find(key) {
      await endsWritten([...lives.values()].filter(isDone));
      return answers.find(key);
    },
  };
}
