import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachPiece } from '../../../../utils/core/estimate/pieces';

function piecesOf(text: string): readonly string[] {
  const found: string[] = [];
  eachPiece(text, (kind, start, end) => found.push(`${kind} ${text.slice(start, end)}`));
  return found;
}

test.each<[string, readonly string[]]>([
  [
    'one  two\n  3.14',
    ['word one', 'gap   ', 'word two', 'marks \n', 'digits 3', 'marks .', 'digits 14'],
  ],
  ['café 漢字かな', ['word café', 'ideographs 漢字かな']],
  ['état,été', ['word état', 'marks ,', 'word été']],
  ['a1слово→אב😀!', ['word a', 'digits 1', 'cyrillic слово', 'marks →', 'letters אב', 'marks 😀!']],
  ['1२', ['digits 1२']],
  ['=…', ['marks =…']],
  ['', []],
])('the pieces of %j', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces);
});

/** The same, told in one expression. */
const pieces =
  /(?<word>\p{Script=Latin}+)|(?<digits>\p{Nd}+)|(?<ideographs>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(?<cyrillic>\p{Script=Cyrillic}+)|(?<letters>[\p{L}\p{M}]+)|(?<marks>[^\p{L}\p{M}\p{Nd} ]+)|(?<gap>(?<=\S) {2,})/gu;

test('are the same as those of an expression, whatever the text', () => {
  const some = fc.constantFrom(...'aZß1२ \n\t.=…я漢가ع\u0301\ud800\udc00\u00a0😀ﬁ', '  ');
  fc.assert(
    fc.property(fc.oneof(fc.array(some), fc.array(fc.string({ unit: 'binary' }))), (all) => {
      const text = all.join('');
      const told = [...text.matchAll(pieces)].map(({ 0: piece, groups = {} }) => {
        const [kind] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
        return `${kind} ${piece}`;
      });
      expect(piecesOf(text)).toEqual(told);
    }),
  );
});
