// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { strings } from '../../e2e/zoo/strings';
import { captured, reset, selectAll, show } from '../page-support';

afterEach(reset);

test.each(strings)('%j is captured as it is', (text) => {
  show('<p></p>');
  document.querySelector('p')?.append(text);
  selectAll();
  expect(captured()).toBe(`selection: ${text}`);
});

test.each([
  ['halves of characters', 'a\uD800b', 'a\uFFFDb'],
  ['NUL and other controls', 'a\u0000\u0007b', 'ab'],
  ['marks of direction', '\u202Ea\u2066b\u200F', 'ab'],
  ['tag characters', 'a\u{E0041}\u{E0042}b', 'ab'],
  ['runs of nothing', `a${'\u200B'.repeat(100_000)}b`, 'ab'],
])('%s are no text', (_, text, expected) => {
  show('<p></p>');
  document.querySelector('p')?.append(text);
  selectAll();
  expect(captured()).toBe(`selection: ${expected}`);
});
