/** What a screen reader is told next of a growing answer, and how far into the text it then has been told. */
export interface Saying {
  readonly words: string;
  readonly upTo: number;
}

/** Ends of sentences and of lines. */
const ends = /[.!?…。！？؟](?=\s)|\n/gu;

/** All whole sentences since `from`; with `ended` the rest as well. Null when there is nothing new to say. */
export function nextSaying(text: string, from: number, ended: boolean): Saying | null {
  const upTo = ended ? text.length : lastEnd(text, from);
  const words = plain(text.slice(from, upTo));
  return words === '' ? null : { words, upTo };
}

function lastEnd(text: string, from: number): number {
  let end = from;
  for (const match of text.slice(from).matchAll(ends)) end = from + match.index + match[0].length;
  return end;
}

/** Markdown as it would be read aloud: without its marks and addresses. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, '')
    .replace(/[*_`~|#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
