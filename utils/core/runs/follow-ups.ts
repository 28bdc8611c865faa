import type { Action } from '../actions/action';
import { takesQuestion } from '../actions/instruction';
import { cacheLife, chanceOfMore } from '../money/caching';
import type { Turn } from './turn';

/** How often an answer was followed by one more question while its text was in the cache. */
export interface Followed {
  readonly answers: number;
  readonly followed: number;
}

/** By action's id for first answers; answers to follow-ups are all counted together. */
export type FollowUps = Readonly<Record<string, Followed>>;

/** How the answer to a turn is counted. */
function followUpsKey(actionId: string, { question }: Pick<Turn, 'question'>): string {
  return question === null ? actionId : 'follow-up';
}

/** What is assumed at first weighs as much as this many answers. */
const doubt = 8;

/** Answers beyond this many push older ones out: habits change. */
const memory = 60;

/**
 * The chance of one more question after an answer, from 0 to 1: what is assumed (`chanceOfMore`) as a prior, moved by what
 * was counted. A beta distribution's mean.
 */
export function chanceOfFollowUp(told: Followed | undefined, assumed: number): number {
  const { answers, followed } = told ?? { answers: 0, followed: 0 };
  return (doubt * assumed + followed) / (doubt + answers);
}

/** The chance of a question after an action's first answer. */
export function chanceAfterAction(action: Action, told: FollowUps): number {
  const assumed = takesQuestion(action) ? chanceOfMore.afterQuestion : chanceOfMore.afterAction;
  return chanceOfFollowUp(told[action.id], assumed);
}

/** The chance of one more after a follow-up. */
export function chanceAfterFollowUp(told: FollowUps): number {
  return chanceOfFollowUp(told['follow-up'], chanceOfMore.afterQuestion);
}

/** How the answer to the last turn of a run is counted, and which answer it follows while the text is in the cache. */
export function answeredBy(actionId: string, turns: readonly Turn[]): CountedAnswer | null {
  const [before, turn] = [turns.at(-2), turns.at(-1)];
  if (!turn?.usage || !turn.final || turn.sentAt === null) return null;
  const isNear =
    before?.usage && before.sentAt !== null && turn.sentAt - before.sentAt <= cacheLife;
  return {
    key: followUpsKey(actionId, turn),
    follows: isNear && turn.question !== null ? followUpsKey(actionId, before) : null,
  };
}

/** An answer, and what it was counted as that it follows; null: it follows none. */
export interface CountedAnswer {
  readonly key: string;
  readonly follows: string | null;
}

/** What is known after one more answer. */
export function withAnswer(told: FollowUps, key: string): FollowUps {
  const { answers, followed } = told[key] ?? { answers: 0, followed: 0 };
  const kept = answers < memory ? 1 : (memory - 1) / answers;
  // Last: what was counted longest ago is forgotten first.
  const { [key]: _, ...others } = told;
  return { ...others, [key]: { answers: answers * kept + 1, followed: followed * kept } };
}

/** What is known once a question has followed an answer that was counted. */
export function withFollowUpOf(told: FollowUps, key: string): FollowUps {
  const { answers, followed } = told[key] ?? { answers: 0, followed: 0 };
  return { ...told, [key]: { answers, followed: Math.min(answers, followed + 1) } };
}
