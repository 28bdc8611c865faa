import { type Citation, withMarks } from '../../utils/core/source/citation.ts';
import { element, type View } from './view.ts';

/** Characters that are no text, by Unicode's own rule: https://www.unicode.org/faq/private_use.html#nonchar1 */
const inAnswer = /[\uFDD0\uFDD1]/g;
const written = /\u202F?\uFDD0(\d+)\uFDD1/g;

/** An answer's Markdown with a mark at the end of what rests on a passage; the space keeps it out of an address. */
export function marked(answer: string, citations: readonly Citation[] = []): string {
  const text = answer.replace(inAnswer, '\uFFFD');
  if (citations.length === 0) return text;
  return withMarks(text, citations, (number) => `\u202F\uFDD0${number}\uFDD1`);
}

/** A piece of text with its marks as links to the list of passages. */
export function citeMarks(
  text: string,
  between: (text: string) => readonly View[],
): readonly View[] {
  if (!text.includes('\uFDD0')) return between(text);
  const views: View[] = [];
  let from = 0;
  for (const match of text.matchAll(written)) {
    views.push(...between(text.slice(from, match.index)), markOf(match[1] ?? ''));
    from = match.index + match[0].length;
  }
  return [...views, ...between(text.slice(from))];
}

function markOf(number: string): View {
  return element('a', () => [`[${number}]`], { class: 'cite', href: `#passage-${number}` });
}
