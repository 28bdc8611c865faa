// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shown } from '../answer-shown.ts';

test.each([
  [
    'right to left text',
    'مرحبا **بالعالم**\n\n- אחד\n- two',
    '<p>مرحبا <strong>بالعالم</strong></p><ul><li><p>אחד</p></li><li><p>two</p></li></ul>',
  ],
  [
    'a very long word',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    '<p>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</p>',
  ],
  ['emoji and skin tones', '👩🏽‍💻 **👍** 🏳️‍🌈', '<p>👩🏽‍💻 <strong>👍</strong> 🏳️‍🌈</p>'],
  [
    'dollars and math stay',
    'costs $5 and $6, $x^2$ and \\(y\\)',
    '<p>costs $5 and $6, $x^2$ and (y)</p>',
  ],
  ['ranges and quotes stay', '“a” — 5–6 * 2', '<p>“a” — 5–6 * 2</p>'],
  ['tabs after bullets', '-\ta\n\t- b', '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>'],
  ['spaces before text are dropped', '   a', '<p>a</p>'],
  [
    'carriage returns',
    'a\r\n\r\n- b\r\n- c',
    '<p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul>',
  ],
  ['nothing', '', ''],
  ['only spaces', '  \n \n', ''],
])('%s', (_, text, html) => {
  expect(shown(text)).toBe(html);
});
