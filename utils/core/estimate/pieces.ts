export const pieceKinds = [
  /** Letters of words in Latin script. */
  'word',
  'digits',
  'ideographs',
  'cyrillic',
  /** Of any other script. */
  'letters',
  /** Signs that are neither letters nor digits, line ends among them. */
  'marks',
  /** Blanks beside the one between words. */
  'gap',
] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** Whole pieces, one beginning where it is asked for. */
const any =
  /(\p{Script=Latin}+)|(\p{Nd}+)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(\p{Script=Cyrillic}+)|([\p{L}\p{M}]+)|([^\p{L}\p{M}\p{Nd} ]+)/uy;

/** Of each ASCII character, its place in `pieceKinds`; of a blank, that of a gap. */
const kindOfAscii = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z]/i.test(sign)) return pieceKinds.indexOf('word');
  if (/\d/.test(sign)) return pieceKinds.indexOf('digits');
  return pieceKinds.indexOf(sign === ' ' ? 'gap' : 'marks');
});
const gap = pieceKinds.indexOf('gap');

/**
 * Shows each piece of a text, from `start` to before `end`, in UTF-16 units; single blanks, and those at the beginning of a
 * line, are none. What is ASCII is told without an expression: a text may have millions of characters.
 */
export function eachPiece(
  text: string,
  see: (kind: PieceKind, start: number, end: number) => void,
): void {
  for (let start = 0; start < text.length; ) {
    const ascii = kindOfAscii[text.charCodeAt(start)];
    let end = ascii === undefined ? start : endOfAscii(text, start, ascii);
    if (ascii === gap) {
      if (end - start > 1 && /\S/.test(text.charAt(start - 1))) see('gap', start, end);
    } else if (ascii !== undefined && !(text.charCodeAt(end) > 127)) {
      see(pieceKinds[ascii] as PieceKind, start, end);
    } else {
      any.lastIndex = start;
      const found = any.exec(text);
      end = found ? any.lastIndex : start + 1;
      const kind = found ? found.indexOf(found[0], 1) - 1 : 0;
      if (found) see(pieceKinds[kind] as PieceKind, start, end);
    }
    start = end;
  }
}

/** Where the characters of a kind end that begin at `start`. */
function endOfAscii(text: string, start: number, kind: number): number {
  let end = start + 1;
  while (end < text.length && kindOfAscii[text.charCodeAt(end)] === kind) end += 1;
  return end;
}
