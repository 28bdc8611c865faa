import type { Range } from '../money/money';
import type { Source } from './source';

/** What the service says that it rests a piece of an answer on. */
export interface Passage {
  /** Word for word, as it was sent; of a scan or a picture in a PDF it may be empty. */
  readonly text: string;
  /** Pages of the PDF that was sent, from 1, both included; null: it was a text. */
  readonly pages: { readonly from: number; readonly to: number } | null;
}

/** A passage, and where in the answer its mark is. */
export interface Citation extends Passage {
  /** UTF-16 units of the answer before the mark. */
  readonly at: number;
}

/** The citations of a growing answer with those of the piece that it ends with by now. */
export function withPassages(
  citations: readonly Citation[],
  passages: readonly Passage[],
  answer: string,
): readonly Citation[] {
  return [...citations, ...passages.map((passage) => ({ ...passage, at: answer.length }))];
}

/** A passage under one number: where an answer rests on it twice, it is told once. */
export interface Numbered extends Passage {
  readonly number: number;
}

/** The passages of an answer in the order of their first marks, from 1. */
export function numbered(citations: readonly Citation[]): readonly Numbered[] {
  const passages: Numbered[] = [];
  for (const { text, pages } of citations) {
    if (!numberOf(passages, { text, pages }))
      passages.push({ text, pages, number: passages.length + 1 });
  }
  return passages;
}

function numberOf(passages: readonly Numbered[], { text, pages }: Passage): number | null {
  const same = passages.find(
    (each) =>
      each.text === text && each.pages?.from === pages?.from && each.pages?.to === pages?.to,
  );
  return same?.number ?? null;
}

/** A passage as it is looked for in its page. */
export interface WantedPassage {
  readonly text: string;
  /** What stood before and after it in the text that was read; empty where nothing did. */
  readonly near: readonly [before: string, after: string];
}

/** UTF-16 units on either side by which a passage is told from others of the same words. */
export const nearbyLimit = 200;

/** A passage, and what is around it in a source: a page may have the same words in its menu as well. */
export function wantedOf({ text }: Passage, source: Pick<Source, 'text'> | null): WantedPassage {
  const all = source?.text ?? '';
  const at = all.indexOf(text);
  if (at < 0) return { text, near: ['', ''] };
  const end = at + text.length;
  const before = all.slice(Math.max(0, at - nearbyLimit), at);
  return { text, near: [before, all.slice(end, end + nearbyLimit)] };
}

/** Behind what a mark would break: a mark stands before the end of a row and of a line. */
const lineEnd = /[ \t]*\|?\s*$/;
const fence = /(?:^|\n)[ \t]*(?:`{3,}|~{3,})[ \t]*$/;

/** An answer with `mark` of each number in its place. */
export function withMarks(
  answer: string,
  citations: readonly Citation[],
  mark: (number: number) => string,
): string {
  const passages = numbered(citations);
  let marked = '';
  let from = 0;
  let last = 0;
  for (const citation of citations) {
    const number = numberOf(passages, citation);
    const at = Math.max(from, placeBefore(answer, citation.at));
    if (number === null || (at === from && number === last)) continue;
    marked += answer.slice(from, at) + (fence.test(endOf(answer, at)) ? '\n' : '');
    marked += mark(number);
    from = at;
    last = number;
  }
  return marked + answer.slice(from);
}

function placeBefore(answer: string, at: number): number {
  const end = endOf(answer, at);
  return Math.min(at, answer.length) - (lineEnd.exec(end)?.[0].length ?? 0);
}

/** The last of what stands before a place: a growing answer is marked at each of its words. */
function endOf(answer: string, at: number): string {
  return answer.slice(Math.max(0, Math.min(at, answer.length) - 80), at);
}

/** An answer as Markdown with its passages as footnotes; `before`: how many there are in the same text already. */
export function withFootnotes(
  answer: string,
  citations: readonly Citation[] = [],
  before = 0,
): string {
  if (citations.length === 0) return answer;
  const notes = numbered(citations).map(({ number, text, pages }) => {
    const words = text.replace(/\s+/g, ' ').trim();
    return `[^${before + number}]: ${[words, pages && pageNumbers(pages)].filter(Boolean).join(' — ')}`;
  });
  const marked = withMarks(answer, citations, (number) => `[^${before + number}]`);
  return `${marked.trimEnd()}\n\n${notes.join('\n')}\n`;
}

function pageNumbers({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `p. ${from}` : `pp. ${from}–${to}`;
}

/** The pages of a passage as the file counts them: what is sent of a PDF may begin later. */
export function pagesIn({ media }: Pick<Source, 'media'>, { pages }: Passage): Passage['pages'] {
  if (!pages || media?.kind !== 'pdf') return pages;
  const before = media.from - 1;
  return { from: pages.from + before, to: pages.to + before };
}

/**
 * Tokens that citations add to a prompt: a guess. Nobody has published a number; the one recorded reply (Haiku 4.5, a text
 * of 55 tokens) took about 600 more. The service also says that it cuts the text into sentences, which takes some for each:
 * https://platform.claude.com/docs/en/build-with-claude/citations
 */
export function citationTokens({ low, high }: Range): Range {
  return { low: 400 + Math.round(low * 0.02), high: 800 + Math.round(high * 0.2) };
}

/** Whether a passage was read in a page that may still be in the tab. What is in a field no highlight can reach. */
export function isOnPage({ pages, text }: Numbered, source: Source | null): boolean {
  if (!source || pages || text.trim() === '' || source.place?.kind === 'field') return false;
  return source.kind === 'selection' || source.kind === 'page' || source.kind === 'everything';
}
