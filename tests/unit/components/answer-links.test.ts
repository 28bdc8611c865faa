// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shown } from '../answer-shown.ts';

test.each([
  [
    'link',
    'see [the docs](https://example.org/a)',
    '<p>see <a href="https://example.org/a">the docs</a><span class="host"> (example.org)</span></p>',
  ],
  [
    'link with its host as text',
    '[example.org](https://example.org/a)',
    '<p><a href="https://example.org/a">example.org</a></p>',
  ],
  [
    'link with a title',
    "[a](https://e.org 'Title')",
    '<p><a href="https://e.org/">a</a><span class="host"> (e.org)</span></p>',
  ],
  [
    'link with brackets in the address',
    '[a](https://en.wikipedia.org/wiki/A_(b)) c',
    '<p><a href="https://en.wikipedia.org/wiki/A_(b)">a</a><span class="host"> (en.wikipedia.org)</span> c</p>',
  ],
  [
    'link with an address in angles',
    '[a](<https://e.org/x y>)',
    '<p><a href="https://e.org/x%20y">a</a><span class="host"> (e.org)</span></p>',
  ],
  [
    'link with marks',
    '[**a** `b`](https://e.org)',
    '<p><a href="https://e.org/"><strong>a</strong> <code>b</code></a><span class="host"> (e.org)</span></p>',
  ],
  [
    'link in strong',
    '**[a](https://e.org)**',
    '<p><strong><a href="https://e.org/">a</a><span class="host"> (e.org)</span></strong></p>',
  ],
  [
    'autolinks',
    '<https://e.org/a?b=c&d> <me@e.org>',
    '<p><a href="https://e.org/a?b=c&amp;d">https://e.org/a?b=c&amp;d</a> <a href="mailto:me@e.org">me@e.org</a></p>',
  ],
  [
    'bare addresses',
    'see https://e.org/a. And www.e.org, or (https://e.org/b).',
    '<p>see <a href="https://e.org/a">https://e.org/a</a>. And <a href="http://www.e.org/">www.e.org</a>, or (<a href="https://e.org/b">https://e.org/b</a>).</p>',
  ],
  [
    'bare mail address',
    'write to me@e.org now',
    '<p>write to <a href="mailto:me@e.org">me@e.org</a> now</p>',
  ],
  [
    'mail link',
    '[mail](mailto:me@e.org)',
    '<p><a href="mailto:me@e.org">mail</a><span class="host"> (me@e.org)</span></p>',
  ],
  [
    'reference link',
    '[a][1] and [b] and [c][]\n\n[1]: https://e.org/1\n[b]: https://e.org/b "T"\n[c]: <https://e.org/c>',
    '<p><a href="https://e.org/1">a</a><span class="host"> (e.org)</span> and <a href="https://e.org/b">b</a><span class="host"> (e.org)</span> and <a href="https://e.org/c">c</a><span class="host"> (e.org)</span></p>',
  ],
  ['reference without a definition', 'see [1] and [a][b]', '<p>see [1] and [a][b]</p>'],
  ['footnotes stay text', 'a[^1]\n\n[^1]: The note here', '<p>a[^1]</p><p>[^1]: The note here</p>'],
  [
    'footnote with an address',
    'a[^1]\n\n[^1]: https://e.org/n',
    '<p>a<a href="https://e.org/n">^1</a><span class="host"> (e.org)</span></p>',
  ],
  ['relative links are text', '[a](/b) [c](#d) [e](f.html)', '<p>a c e</p>'],
  ['image', '![alt text](https://e.org/i.png)', '<p>🖼 alt text — e.org</p>'],
  ['image without alt', '![](https://e.org/i.png)', '<p>🖼 e.org</p>'],
  [
    'linked image',
    '[![alt](https://i.org/i.png)](https://e.org)',
    '<p><a href="https://e.org/">🖼 alt — i.org</a><span class="host"> (e.org)</span></p>',
  ],
  ['brackets that are no links', 'a[0] = [1, 2]; f(x)[y]', '<p>a[0] = [1, 2]; f(x)[y]</p>'],
])('%s', (_, text, html) => {
  expect(shown(text)).toBe(html);
});
