import { citeMarks } from './mark.ts';
import { element, type View } from './view.ts';

/** The flags of England, Scotland and Wales are the honest use of tag characters. */
const HIDDEN =
  /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}|([\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}])/gu;

/** One of them may be in it: ten times as fast to tell of the many texts that have none. */
const ANY = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

/** A text in which the characters that turn or hide other text are named, so they do neither. */
export function visible(text: string): readonly View[] {
  return citeMarks(text, named);
}

function named(text: string): readonly View[] {
  if (!ANY.test(text)) return [text];
  const views: View[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match[1] === undefined) continue;
    views.push(text.slice(from, match.index), mark(match[1]));
    from = match.index + match[1].length;
  }
  return [...views, text.slice(from)];
}

function mark(character: string): View {
  const code = character.codePointAt(0)?.toString(16).toUpperCase() ?? '';
  return element('span', () => [`U+${code}`], { class: 'bidi' });
}
