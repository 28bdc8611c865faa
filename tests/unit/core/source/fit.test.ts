import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../../../utils/core/estimate/tokens';
import { fitText } from '../../../../utils/core/source/fit';

const byLength = (text: string) => text.length;
const byModel = (text: string) => estimateTokens(text, 'claude-haiku-5-5').high;

const pieces = fc.constantFrom(
  'A sentence of some words. ',
  'Another one! ',
  '\n\n',
  '\n\n## A heading\n\n',
  '\n',
  '文字列です。',
  '😀',
  'unbreakable'.repeat(5),
  '- item\n',
);
const texts = fc
  .array(pieces, { maxLength: 200 })
  .map((list) => list.join('').trim())
  .filter((text) => text !== '');

describe('what fits of a text', () => {
  test.each([
    ['characters', byLength],
    ['tokens', byModel],
  ])('is a well-formed beginning of it within the limit, in %s', (_, estimate) => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 3000 }), (text, limit) => {
        const { text: part, share, upTo } = fitText(text, limit, estimate);
        expect(text.startsWith(part)).toBe(true);
        expect(part.isWellFormed()).toBe(true);
        expect(part === '' || estimate(part) <= limit).toBe(true);
        expect(share).toBeCloseTo(part.length / text.length);
        expect(share === 1).toBe(part === text);
        if (upTo !== null) {
          expect(text.slice(part.length).trimStart().replace(/^#+ /, '')).toMatch(upTo);
        }
      }),
    );
  });

  test('is all of it where it fits', () => {
    const text = 'A sentence. '.repeat(50).trim();
    expect(fitText(text, text.length, byLength)).toEqual({ text, share: 1, upTo: null });
  });

  test('gives up at most a quarter of what would fit, or a few sentences', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 3000 }), (text, limit) => {
        const { text: part } = fitText(text, limit, byLength);
        const most = Math.min(limit, text.length);
        const space = /\s*$/.exec(text.slice(0, most))?.[0].length ?? 0;
        expect(part.length).toBeGreaterThanOrEqual(
          Math.min(0.75 * most, most - 200) - text.length / 256 - space - 30,
        );
      }),
    );
  });

  test.each([
    [
      'a section',
      `${'One sentence. '.repeat(10)}\n\n## Two\n\n${'More of it. '.repeat(10)}`,
      'Two',
    ],
    ['a paragraph', `${'One sentence. '.repeat(10)}\n\n${'More of it. '.repeat(10)}`, null],
  ])('ends with %s', (_, text, upTo) => {
    const first = 'One sentence. '.repeat(10).trim();
    expect(fitText(text, 155, byLength)).toMatchObject({ text: first, upTo });
  });

  test('ends before no comment of a block of code, and names none', () => {
    const one = 'One sentence. '.repeat(10).trim();
    const code = '```sh\n# Not a section\nmake\n\n# Nor this\nmake\n```';
    const text = `${one}\n\n## Two\n\n${code}\n\nMore.`;
    expect(fitText(text, text.length - 6, byLength)).toMatchObject({ text: one, upTo: 'Two' });
    const long = `${code.slice(0, -3)}${'make\n'.repeat(300)}\n# Nor this\n${'make\n'.repeat(9)}\`\`\``;
    expect(fitText(long, long.length - 20, byLength).upTo).toBeNull();
    const after = `${code}\n\n## Two\n\n${'More of it. '.repeat(10)}`;
    expect(fitText(after, after.length - 60, byLength)).toMatchObject({ text: code, upTo: 'Two' });
  });

  test.each([
    ['a sentence', 'One two three four. Five six seven eight nine ten', 22, 'One two three four.'],
    ['a sentence in Japanese', '文字です。'.repeat(10), 27, '文字です。'.repeat(5)],
    ['a word', 'word '.repeat(20), 52, 'word '.repeat(10).trim()],
    ['a character', '😀'.repeat(20), 21, '😀'.repeat(10)],
  ])('ends with %s where nothing better is near', (_, text, limit, expected) => {
    expect(fitText(text, limit, byLength).text).toBe(expected);
  });

  test('is nothing where nothing fits', () => {
    expect(fitText('A text.', 5, () => 10).text).toBe('');
  });

  test('of four million characters is found in a few looks', () => {
    let looked = 0;
    const text = `${'Some words of a sentence. '.repeat(40)}\n\n`.repeat(3800);
    fitText(text, 500_000, (part) => {
      looked += part.length;
      return Math.ceil(part.length / 4);
    });
    expect(looked / text.length).toBeLessThan(6);
  });

  // A pattern that looks through to the end from each fence would take longer than a test may.
  test.each(['```\n', '```js\n# x\n```\n', '\n# x\n```'])(
    'ends in good time in many %j',
    (part) => {
      const text = part.repeat(4_000_000 / part.length);
      const { length } = fitText(text, 3_900_000, byLength).text;
      expect(length).toBeLessThanOrEqual(3_900_000);
      expect(length).toBeGreaterThan(2_900_000);
    },
  );
});
