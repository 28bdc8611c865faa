import { withFootnotes } from './citation';
import type { Run } from './run';
import type { Turn } from './turn';

/** What was asked and answered in a run, as Markdown; empty while nothing was. */
export function conversationText({ question, turns }: Pick<Run, 'question' | 'turns'>): string {
  return joined([quoted(question), ...turns.map(turnText)]);
}

/** A question and its answer, as Markdown: the question as a quotation, passages as footnotes of the turn's own. */
export function turnText({ id, question, text, citations }: Turn): string {
  return joined([quoted(question ?? ''), withFootnotes(text, citations, `${id}-`).trim()]);
}

/** A text as a quotation in Markdown; empty of an empty one. */
export function quoted(text: string): string {
  return text.trim() === '' ? '' : text.trim().replace(/^/gm, '> ');
}

/** Paragraphs, without the empty ones. */
export function joined(paragraphs: readonly string[]): string {
  return paragraphs.filter((each) => each !== '').join('\n\n');
}
