import { expect, test } from 'vitest';
import { agrees } from '../../../utils/capture/agrees';

const words = 'The area of a circle is found by a short formula that everybody knows by heart.';

test.each<[string, string, string, boolean]>([
  ['formulas that only the page has', `$\\pi r^2$ ${words}`, words, true],
  ['formulas that the browser tells twice', words, `πr2πr2 ${words}`, true],
  ['descriptions of images in between', words.replaceAll('. ', '. [A circle] '), words, true],
  [
    'another sentence',
    words,
    'Nothing of this was to be read on that page, and nobody selected it.',
    false,
  ],
])('%s', (_, text, told, expected) => {
  expect(agrees(text, told)).toBe(expected);
});

test('a megabyte is compared', () => {
  const long = words.repeat(20_000);
  expect(agrees(`[A circle] ${long}`, long)).toBe(true);
});

test('of a long selection, a page that tells less than half is not believed', () => {
  const long = words.repeat(20_000);
  expect(agrees(words.repeat(9_000), long)).toBe(false);
  expect(agrees(`${words.repeat(9_000)} and more`.repeat(2), long)).toBe(true);
});
