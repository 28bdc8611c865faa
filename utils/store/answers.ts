import * as v from 'valibot';
import type { Turn } from '../core/runs/turn';
import { database } from './database';
import { runWithoutText } from './run-record';

/** Which turn answered a request; `key`: by `answerKey`. */
export interface Answer {
  readonly key: string;
  readonly runId: string;
  readonly turnId: string;
}

/** Where answers are found by their requests. Turns are its one writer; it forgets a run when that is deleted. */
export interface Answers {
  /** The turn that answered it last; null: none that is still there. */
  find(key: string): Promise<Turn | null>;
  keep(answer: Answer): Promise<void>;
}

const answer = v.object({ runId: v.string(), turnId: v.string() });

export const answers: Answers = {
  async find(key) {
    const db = await database();
    const found = v.safeParse(answer, await db.get('answers', key));
    if (!found.success) return null;
    const { runId, turnId } = found.output;
    const run = runWithoutText(await db.get('runs', runId));
    return run?.turns.find(({ id }) => id === turnId) ?? null;
  },
  async keep(told) {
    await (await database()).put('answers', told);
  },
};
