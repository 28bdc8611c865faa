// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { formsOf, inTheMannerOf } from '../../../components/answer/forms';

test.each([
  [
    'paragraphs',
    'One *two*.\n\n**Three**',
    'One two.\n\nThree',
    '<p>One <em>two</em>.</p>\n<p><strong>Three</strong></p>',
  ],
  ['lists', '- one\n- two\n  - three', '• one\n• two\n  • three', null],
  ['numbered lists', '3. one\n4. two', '3. one\n4. two', null],
  ['headings', '## Title\n\ntext', 'Title\n\ntext', null],
  ['code', '```js\nif (a) {\n  b < c;\n}\n```', 'if (a) {\n  b < c;\n}', null],
  ['tables', '| a | b |\n|---|---|\n| 1 | 2 |', 'a\tb\n1\t2', null],
  ['quotes', '> said\n>\n> more', 'said\n\nmore', null],
  ['line breaks', 'one\ntwo', 'one\ntwo', null],
  ['links', '[a](https://a.example/)', 'a', '<p><a href="https://a.example/">a</a></p>'],
  ['markup, which stays text', '<b onclick="x()">a</b>', '<b onclick="x()">a</b>', null],
  ['nothing', '', '', ''],
])('copies %s', (_, markdown, plain, html) => {
  const forms = formsOf(markdown);
  expect(forms.plain).toBe(plain);
  if (html !== null) expect(forms.html).toBe(html);
  expect(forms.html).not.toMatch(/class=|dir=|xmlns|<b[ >]/);
});

test.each([
  ['a plain text', 'old words', 'new **words**', 'new words'],
  ['one with marks of its own', 'old **words**', 'new **words**', 'new **words**'],
  ['a list that was captured', '- a\n- b', '- c\n- d', '- c\n- d'],
  ['code', 'a_b = *c;', 'a_b = *d;', 'a_b = *d;'],
])('writes in the manner of %s', (_, before, answer, expected) => {
  expect(inTheMannerOf(before, answer)).toBe(expected);
});
