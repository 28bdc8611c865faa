import { answerKeyOf } from '../core/runs/repeat';
import type { Run } from '../core/runs/run';
import type { Turn } from '../core/runs/turn';
import type { Answers } from '../store/answers';

/** Remembers what a turn of a run in the journal has answered; of private windows nothing. */
export async function remember(run: Run, turn: Turn, answers: Answers): Promise<void> {
  const key = run.private ? null : answerKeyOf(turn);
  if (key === null) return;
  await answers.keep({ key, runId: run.id, turnId: turn.id }).catch(() => undefined);
}
