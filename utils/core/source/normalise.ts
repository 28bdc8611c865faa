/**
 * Characters that nobody sees: controls, zero-width ones, bidi marks, tag characters and the variation selectors that
 * stand for no glyph (both can carry hidden instructions), blank fillers. ZWJ, ZWNJ and the emoji selectors stay: emoji,
 * Persian and Indic scripts need them. The three flags that are written with tag characters are found with them, to stay:
 * https://www.unicode.org/emoji/charts/emoji-list.html
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is its job
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: it lists single characters, not sequences
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}|[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;

export interface Normalised {
  readonly text: string;
  /** Characters dropped because nobody sees them: control, zero-width, bidi and tag characters. */
  readonly hidden: number;
}

/**
 * The text as it is sent: well-formed, without characters that a reader cannot see (they can carry instructions:
 * https://embracethered.com/blog/posts/2024/hiding-and-finding-text-with-unicode-tags/), line ends as \n, at most one
 * empty line in a row, no spaces before a line end. Idempotent.
 */
export function normalise(raw: string): Normalised {
  let dropped = 0;
  const text = raw
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(hidden, (found) => {
      if (found.startsWith('\u{1F3F4}')) return found;
      dropped += 1;
      return '';
    })
    // The look-behind keeps it linear: without it every space of a long run is a new start.
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
  return { text, hidden: dropped };
}
