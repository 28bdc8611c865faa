import type { Instruction } from '../actions/action';
import { questionsIn } from '../actions/template';
import { numbered, withFootnotes } from '../source/citation';
import type { Run } from './run';
import type { Turn } from './turn';

/** What was asked and answered in a run, as Markdown; empty while nothing was. */
export function conversationText(run: Said & Pick<Run, 'turns'>): string {
  return joined([quoted(askedIn(run)), ...turnTexts(run.turns)]);
}

type Said = Pick<Instruction, 'action' | 'question' | 'given'>;

/**
 * What the user said when a run began: the question, or what an action of their own asked, each line with its answer. Empty
 * where nothing had to be said.
 */
export function askedIn({ action, question, given }: Said): string {
  if (!given) return question;
  const told = questionsIn(action.prompt).map((each, index) => [each, given.answers[index] ?? '']);
  return told
    .filter(([, answer]) => answer !== '')
    .map((line) => line.join(' '))
    .join('\n');
}

/**
 * Questions and their answers, as Markdown: each question as a quotation, passages as footnotes. `before`: how many of
 * these there are in the same document already.
 */
export function turnTexts(turns: readonly Turn[], before = 0): readonly string[] {
  return turns.map(({ question, text, citations }, index) => {
    const notes = before + footnotesIn(turns.slice(0, index));
    return joined([quoted(question ?? ''), withFootnotes(text, citations, notes).trim()]);
  });
}

export function footnotesIn(turns: readonly Turn[]): number {
  return turns.reduce((sum, { citations = [] }) => sum + numbered(citations).length, 0);
}

/** A text as a quotation in Markdown; empty of an empty one. */
export function quoted(text: string): string {
  return text.trim() === '' ? '' : text.trim().replace(/^/gm, '> ');
}

/** Paragraphs, without the empty ones. */
export function joined(paragraphs: readonly string[]): string {
  return paragraphs.filter((each) => each !== '').join('\n\n');
}
