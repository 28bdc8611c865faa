// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { midway } from '../answer-shown.ts';

const link = (text: string) =>
  `<a href="https://e.org/">${text}</a><span class="host"> (e.org)</span>`;

test.each([
  ['a **bo', '<p>a <strong>bo</strong></p>'],
  ['a **bold*', '<p>a <strong>bold</strong></p>'],
  ['a **bold**', '<p>a <strong>bold</strong></p>'],
  ['***both', '<p><em><strong>both</strong></em></p>'],
  ['**a *b', '<p><strong>a <em>b</em></strong></p>'],
  ['a ~~go', '<p>a <del>go</del></p>'],
  ['use `co', '<p>use <code>co</code></p>'],
  ['use `', '<p>use</p>'],
  ['use ``a ` b', '<p>use <code>a ` b</code></p>'],
  ['see [lin', '<p>see lin</p>'],
  ['see [link]', '<p>see link</p>'],
  ['see [link](htt', '<p>see link</p>'],
  ['see [link](https://e.org)', `<p>see ${link('link')}</p>`],
  ['**[a](https', '<p><strong>a</strong></p>'],
  ['![alt](http', '<p>alt</p>'],
  ['2 * 3 *', '<p>2 * 3</p>'],
  ['snake_', '<p>snake</p>'],
  ['snake_case', '<p>snake_case</p>'],
  ['x <b', '<p>x</p>'],
  ['x &am', '<p>x</p>'],
])('the half mark in %j does not show', (text, html) => {
  expect(midway(text)).toBe(html);
});

test.each([
  ['a\n-', '<p>a</p>'],
  ['a\n---', '<p>a</p>'],
  ['- a\n- ', '<ul><li><p>a</p></li></ul>'],
  ['- a\n- [', '<ul><li><p>a</p></li></ul>'],
  ['1.', ''],
  ['##', ''],
  ['> ', ''],
  ['```ts', ''],
  ['```ts\nx\n``', '<pre dir="ltr" data-language="ts"><code>x</code></pre>'],
  ['| a | b', ''],
  ['| a | b |\n|--', ''],
  ['intro\n| a |', '<p>intro</p>'],
])('the line begun in %j waits until it is clear what it is', (text, html) => {
  expect(midway(text)).toBe(html);
});
