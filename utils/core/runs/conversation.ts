import type { Request } from '../prompt';
import { contentWith, instructionOf } from '../request-parts';
import { isLive, type Run } from './run';
import { hasEnded, type Turn } from './turn';

/** Most tokens of an answer to a follow-up, where the action itself allows fewer and the model as many. */
export const followUpTokens = 1500;

/** Whether a follow-up can be asked of a run: it has ended, and there is a text and a model that it can be about. */
export function canBeAsked(run: Run): boolean {
  const last = run.turns.at(-1);
  if (run.state.kind !== 'active' || isLive(run) || !run.source || !last) return false;
  return hasEnded(last.state) && last.pricing.kind !== 'free';
}

/**
 * The request of a follow-up: the page, then what was asked and answered so far, as it stands, and the question. `first`
 * is the request of the action itself. What has no answer is left out with its question; so is what was refused, because
 * the service would refuse whatever follows (https://platform.claude.com/docs/en/test-and-evaluate/strengthen-guardrails/handle-streaming-refusals).
 */
export function withFollowUp(
  first: Request,
  turns: readonly Turn[],
  question: string,
  language: string,
  most: number | null,
): Request {
  const [{ content, ...user }] = first.messages;
  const instruction = instructionOf(first);
  const said = turns.filter(wasAnswered);
  const asked = [...said.map((turn) => turn.question), question].map((each) =>
    each === null ? instruction : inLanguage(each, language),
  );
  const [opening = '', ...followUps] = asked;
  return {
    ...first,
    max_tokens: Math.max(first.max_tokens, Math.min(followUpTokens, most ?? followUpTokens)),
    messages: [
      { ...user, content: contentWith(content, { instruction: opening }) },
      ...followUps.flatMap((each, index) => [
        { role: 'assistant' as const, content: (said[index]?.text ?? '').toWellFormed() },
        { role: 'user' as const, content: each },
      ]),
    ],
  };
}

/** Whether a turn has an answer, or a part of one, that more can be asked about. */
export function wasAnswered({ text, state }: Turn): boolean {
  const refused = state.kind === 'failed' && state.problem.kind === 'refused';
  return text.trim() !== '' && !refused;
}

/** A question as it is asked: the answers' language was chosen for the run; the question may still ask for another. */
export function inLanguage(question: string, language: string): string {
  return `${question}\n\n(Answer in ${language} unless I ask for another language.)`;
}
