/*
 * Signs that take more, or less, than the marks of prose. No recording has many: these weights are by the tokenizer of
 * Claude 2 on texts of many kinds (docs/estimates.md).
 */

/** Of a row of the same sign, as of a line that is drawn of hyphens, the others take nothing. */
const longestRow = 4;

/** Tokens more: for an arrow, a tick or a sign of mathematics; for each half of an emoji. */
const [symbol, halfEmoji] = [1.3, 0.75];

/** Tokens of blanks beside the one between words, as in a table of plain text. */
export const gapTokens = 0.8;

/** Tokens of signs that are neither letters, digits nor blanks; `mark`: of one in prose. */
export function signTokens(signs: string, mark: number): number {
  let [tokens, row, before] = [0, 0, -1];
  for (let at = 0; at < signs.length; at += 1) {
    const code = signs.charCodeAt(at);
    row = code === before ? row + 1 : 1;
    before = code;
    if (row <= longestRow) tokens += mark + moreFor(code);
  }
  return tokens;
}

function moreFor(code: number): number {
  if (code >= 0x2190 && code < 0x2c00) return symbol;
  return code >= 0xd800 && code < 0xe000 ? halfEmoji : 0;
}
