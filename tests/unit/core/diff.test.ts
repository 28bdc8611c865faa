import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, diff, kept } from '../../../utils/core/diff';

const textOf = (pieces: readonly Change[], kind: Change['kind']) =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('');
const marked = (before: string, after: string) =>
  diff(before, after)
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');

test.each([
  ['nothing', '', '', ''],
  ['all', '', 'one', '{+one+}'],
  ['a word', 'I has a dog.', 'I have a dog.', 'I [-has-]{+have+} a dog.'],
  [
    'two words',
    'the quick brown fox',
    'the slow brown dog',
    'the [-quick-]{+slow+} brown [-fox-]{+dog+}',
  ],
  ['what moved', 'b a b c', 'a b c b', '[-b -]a b c{+ b+}'],
  ['a comma', 'Yes I do', 'Yes, I do', 'Yes{+,+} I do'],
  ['an accent', 'a cafe', 'a café', 'a [-cafe-]{+café+}'],
  ['Chinese words', '我喜欢狗', '我喜欢猫', '我喜欢[-狗-]{+猫+}'],
  ['Arabic words', 'ذهب الولد', 'ذهبت الولد', '[-ذهب-]{+ذهبت+} الولد'],
  ['an emoji of several', 'x 👩‍👩‍👧', 'x 👩‍👩‍👦', 'x [-👩‍👩‍👧-]{+👩‍👩‍👦+}'],
  ['a line break', 'a b', 'a\nb', 'a[- -]{+\n+}b'],
])('tells what is changed: %s', (_, before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', 'é', '狗'), { maxLength: 60 })
    .map((x) => x.join('')),
);

test('what is kept and removed is the old text, what is kept and added the new one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diff(before, after);
      expect(textOf(pieces, 'removed')).toBe(before);
      expect(textOf(pieces, 'added')).toBe(after);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
  );
});

test('a text is all kept of itself', () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(diff(same, same)).toEqual(same === '' ? [] : [{ kind: 'same', text: same }]);
      expect(kept(diff(same, same))).toBe(1);
    }),
  );
});

test('two long texts with nothing in common are one removed and one added', () => {
  const before = Array.from({ length: 3000 }, (_, at) => `a${at}`).join(' ');
  const after = Array.from({ length: 3000 }, (_, at) => `b${at}`).join('\t');
  const pieces = diff(before, after);
  expect(textOf(pieces, 'removed')).toBe(before);
  expect(textOf(pieces, 'added')).toBe(after);
  expect(kept(pieces)).toBeLessThan(0.1);
});

test('a very long text is compared by its lines', () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at} of the text\n`);
  const after = lines.with(10_000, 'another line\n').join('');
  expect(marked(lines.join(''), after)).toContain(
    '[-line 10000 of the text\n-]{+another line\n+}line 10001',
  );
});
