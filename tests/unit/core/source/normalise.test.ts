import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../../utils/core/source/normalise';

function tags(text: string): string {
  return [...text].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
}

const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
const england = `\u{1F3F4}${tags('gbeng')}\u{E007F}`;
const tagged = tags('hi');

const texts: readonly (readonly [name: string, raw: string, text: string, hidden: number])[] = [
  ['plain words', 'one two', 'one two', 0],
  ['an empty text', '', '', 0],
  ['nothing but space', ' \t\n ', '', 0],
  ['CRLF', 'a\r\nb', 'a\nb', 0],
  ['CR alone', 'a\rb', 'a\nb', 0],
  ['CR CR LF', 'a\r\r\nb', 'a\n\nb', 0],
  ['next line', 'a\u0085b', 'a\nb', 0],
  ['line separator', 'a\u2028b', 'a\nb', 0],
  ['paragraph separator', 'a\u2029b', 'a\nb', 0],
  ['three empty lines', 'a\n\n\n\nb', 'a\n\nb', 0],
  ['empty lines of spaces', 'a\n \n\t\n \nb', 'a\n\nb', 0],
  ['spaces before a line end', 'a  \nb\t\n', 'a\nb', 0],
  ['no-break spaces before a line end', 'a\u00A0\nb', 'a\nb', 0],
  ['indentation', 'a\n  b\n\tc', 'a\n  b\n\tc', 0],
  ['tabs between cells', 'a\tb\t\tc', 'a\tb\t\tc', 0],
  ['a no-break space between words', 'a\u00A0b', 'a\u00A0b', 0],
  ['an ideographic space', '漢\u3000字', '漢\u3000字', 0],
  ['leading empty lines', '\n\n a', ' a', 0],
  ['NUL', 'a\0b', 'ab', 1],
  ['a bell and an escape', '\u0007\u001B[31mred', '[31mred', 2],
  ['delete and C1 controls', 'a\u007F\u0080\u009Fb', 'ab', 3],
  ['a lone high surrogate', 'a\uD800b', 'a\uFFFDb', 0],
  ['a lone low surrogate', '\uDC00a', '\uFFFDa', 0],
  ['surrogates the wrong way round', '\uDE00\uD83D', '\uFFFD\uFFFD', 0],
  ['a pair cut at the end', 'ok \u{1F600}'.slice(0, -1), 'ok \uFFFD', 0],
  ['an emoji', '\u{1F600}', '\u{1F600}', 0],
  ['a family joined by ZWJ', family, family, 0],
  ['a skin tone', '\u{1F44D}\u{1F3FD}', '\u{1F44D}\u{1F3FD}', 0],
  ['a heart with its variation selector', '\u2764\uFE0F', '\u2764\uFE0F', 0],
  ['a keycap', '1\uFE0F\u20E3', '1\uFE0F\u20E3', 0],
  ['a flag of two letters', '\u{1F1E6}\u{1F1F9}', '\u{1F1E6}\u{1F1F9}', 0],
  ['tag characters', `safe${tagged}`, 'safe', 2],
  ['the flag of England', england, england, 0],
  ['a flag that does not exist', `\u{1F3F4}${tagged}\u{E007F}`, '\u{1F3F4}', 3],
  ['the language tag', '\u{E0001}a\u{E007F}', 'a', 2],
  ['soft hyphens', 'Donau\u00ADdampf\u00ADschiff', 'Donaudampfschiff', 2],
  ['a zero-width space', 'a\u200Bb', 'ab', 1],
  ['a byte order mark', '\uFEFFa', 'a', 1],
  ['a word joiner and invisible operators', 'a\u2060\u2061\u2064b', 'ab', 3],
  ['left-to-right and right-to-left marks', 'a\u200E\u200Fb', 'ab', 2],
  ['bidi embeddings and overrides', '\u202Aa\u202E\u202Cb', 'ab', 3],
  ['bidi isolates', '\u2066a\u2069 \u2067b\u2068', 'a b', 4],
  ['interlinear annotation', 'a\uFFF9b\uFFFAc\uFFFB', 'abc', 3],
  ['marks that are no longer used', 'a\u206A\u206Fb', 'ab', 2],
  ['what shorthand and music are formatted with', '\u{1BCA0}\u{1BCA3}\u{1D173}\u{1D17A}', '', 4],
  ['what will never be seen', 'a\uFFF0\uFFF8\u{E0080}\u{E00FF}\u{E01F0}\u{E0FFF}b', 'ab', 6],
  ['Arabic with vowel marks', 'مَرْحَبًا بِالعَالَم', 'مَرْحَبًا بِالعَالَم', 0],
  ['Persian with ZWNJ', 'می\u200Cخواهم', 'می\u200Cخواهم', 0],
  ['Hindi with ZWJ', 'क्\u200Dष हिन्दी', 'क्\u200Dष हिन्दी', 0],
  ['Hebrew with points', 'שָׁלוֹם', 'שָׁלוֹם', 0],
  ['Thai', 'ภาษาไทย', 'ภาษาไทย', 0],
  ['Japanese with a voiced mark apart', 'か\u3099', 'か\u3099', 0],
  ['Korean of single letters', '\u1112\u1161\u11AB', '\u1112\u1161\u11AB', 0],
  ['a decomposed accent', 'e\u0301', 'e\u0301', 0],
  ['a composed accent', 'é', 'é', 0],
  ['a stack of combining marks', `z${'\u0335\u0300'.repeat(9)}`, `z${'\u0335\u0300'.repeat(9)}`, 0],
  ['a character outside the first plane', '𠮷野家', '𠮷野家', 0],
  ['private use', '\uE000\u{F0000}', '\uE000\u{F0000}', 0],
  ['a noncharacter', '\uFFFE', '\uFFFE', 0],
  ['hidden characters between line ends', 'a\n\u200B\n\u200B\nb', 'a\n\nb', 2],
  ['nothing but hidden characters', '\u200B\uFEFF\u00AD', '', 3],
];

describe('a source', () => {
  test.each(texts)('%s', (_, raw, text, hidden) => {
    expect(normalise(raw)).toEqual({ text, hidden });
  });
});

const hiddenOnes = new RegExp(
  [
    '\\p{Cc}|\\u00AD|\\u034F|\\u061C|[\\u115F\\u1160]|\\u180E|\\u200B|\\u200E|\\u200F|[\\u202A-\\u202E]',
    '[\\u2060-\\u206F]|\\u3164|\\uFEFF|\\uFFA0|[\\uFFF0-\\uFFFB]|[\\u{1BCA0}-\\u{1BCA3}]|[\\u{1D173}-\\u{1D17A}]|[\\u{E0000}-\\u{E0FFF}]',
  ].join('|'),
  'u',
);
const special = fc.constantFrom(
  ...[
    ...'\r\n\t\0 \v\f\u034F\u061C\u3164\u{E0101}\u0085\u00A0\u00AD\u200B\u200C\u200D\u200E\u2028\u202E\u2066\uFEFF\uFE0F',
  ],
  ...['\uD800', '\uDFFF', '\uD83D', '\uDE00', '\u{E0041}', '\u{1F600}', 'م', 'क्', 'e\u0301', '  '],
);
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const anything = fc
  .array(fc.oneof(special, unit, fc.string()), { maxLength: 60 })
  .map((all) => all.join(''));

/** What a reader sees: all but white space and what is hidden. */
function visible(text: string): string {
  return [...text.toWellFormed()].filter((c) => !/\s/.test(c) && !hiddenOnes.test(c)).join('');
}

describe('whatever comes in, a source', () => {
  const holds = (law: (raw: string) => void) =>
    fc.assert(
      fc.property(anything, (raw) => {
        law(raw);
      }),
      { numRuns: 1000 },
    );

  test('is the same when it is normalised again', () => {
    holds((raw) => {
      const { text } = normalise(raw);
      expect(normalise(text)).toEqual({ text, hidden: 0 });
    });
  });

  test('is well-formed', () =>
    holds((raw) => expect(normalise(raw).text.isWellFormed()).toBe(true)));

  test('holds no hidden character', () => {
    holds((raw) => expect(normalise(raw).text.replace(/[\n\t]/g, '')).not.toMatch(hiddenOnes));
  });

  test('keeps every visible character, in order', () => {
    holds((raw) => expect(visible(normalise(raw).text)).toBe(visible(raw)));
  });

  test('has no spaces before a line end and at most one empty line in a row', () => {
    holds((raw) => expect(normalise(raw).text).not.toMatch(/[^\S\n]\n|\n\n\n|^\n|\s$/));
  });

  test('is never longer than what came', () => {
    holds((raw) => expect(normalise(raw).text.length).toBeLessThanOrEqual(raw.length));
  });
});
