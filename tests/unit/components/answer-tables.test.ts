// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';
import { html, shown } from '../answer-shown.ts';

test('the box in which a wide table scrolls has a name', () => {
  speak('en-US', en);
  document.body.innerHTML = html('| a | b |\n| --- | --- |\n| 1 | 2 |');
  const stop = document.querySelector('.table');
  expect([stop?.role, stop?.getAttribute('aria-label')]).toEqual([
    'group',
    en.format_table.message,
  ]);
});

test.each([
  [
    'table',
    '| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
  ],
  [
    'table with alignment',
    '| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |',
    '<table><thead><tr><th align="left">a</th><th align="center">b</th><th align="right">c</th></tr></thead><tbody><tr><td align="left">1</td><td align="center">2</td><td align="right">3</td></tr></tbody></table>',
  ],
  [
    'table with marks',
    '| a | b |\n|---|---|\n| **x** | `y` [z](https://e.org/) |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><strong>x</strong></td><td><code>y</code> <a href="https://e.org/">z</a><span class="host"> (e.org)</span></td></tr></tbody></table>',
  ],
  [
    'table with escaped pipes',
    '| a | b |\n|---|---|\n| x \\| y | `p \\| q` |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>x | y</td><td><code>p | q</code></td></tr></tbody></table>',
  ],
  [
    'table without outer pipes',
    'a | b\n---|---\n1 | 2',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  [
    'table with short and long rows',
    '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td></td></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  [
    'table with line breaks in cells',
    '| a |\n|---|\n| x<br>y |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>x<br>y</td></tr></tbody></table>',
  ],
  [
    'table below a paragraph',
    'intro\n| a | b |\n|---|---|\n| 1 | 2 |',
    '<p>intro</p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  ['a row alone is text', '| a | b |', '<p>| a | b |</p>'],
  ['quote', '> a\n> b', '<blockquote><p>a\nb</p></blockquote>'],
  ['lazy quote', '> a\nb', '<blockquote><p>a\nb</p></blockquote>'],
  ['quote of two paragraphs', '> a\n>\n> b', '<blockquote><p>a</p><p>b</p></blockquote>'],
  [
    'nested quote',
    '> a\n>> b',
    '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>',
  ],
  [
    'quote with a list',
    '> - a\n> - b\n>\n> c',
    '<blockquote><ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p></blockquote>',
  ],
  [
    'quote with code',
    '> ```js\n> x\n> ```',
    '<blockquote><pre dir="ltr" data-language="js"><code>x</code></pre></blockquote>',
  ],
  [
    'fenced code',
    "```ts\nconst a = '<b>';\n\n  indented\n```",
    '<pre dir="ltr" data-language="ts"><code>const a = \'&lt;b&gt;\';\n\n  indented</code></pre>',
  ],
  ['fenced code without a language', '```\nx\n```', '<pre dir="ltr"><code>x</code></pre>'],
  [
    'fenced code with tildes',
    '~~~py\n```\n~~~',
    '<pre dir="ltr" data-language="py"><code>```</code></pre>',
  ],
  [
    'fence around a fence',
    '````md\n```js\nx\n```\n````',
    '<pre dir="ltr" data-language="md"><code>```js\nx\n```</code></pre>',
  ],
  [
    'unclosed fence',
    '```js\nconst a = 1;\n\nconst b',
    '<pre dir="ltr" data-language="js"><code>const a = 1;\n\nconst b</code></pre>',
  ],
  [
    'language with attributes',
    '```js title="a.js" {1,2}\nx\n```',
    '<pre dir="ltr" data-language="js"><code>x</code></pre>',
  ],
  [
    'indented code',
    'a\n\n    code\n      more\n\nb',
    '<p>a</p><pre dir="ltr"><code>code\n  more</code></pre><p>b</p>',
  ],
  [
    'marks in fenced code stay',
    '```\n# a\n- b\n**c** &amp;\n```',
    '<pre dir="ltr"><code># a\n- b\n**c** &amp;amp;</code></pre>',
  ],
])('%s', (_, text, html) => {
  expect(shown(text)).toBe(html);
});
