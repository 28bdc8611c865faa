// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { extract } from '../../../utils/page/extract/extract';
import { captured, reset, selectAll, show } from '../page-support';

afterEach(reset);

const limits = { text: 10_000, isLate: () => false };

function visible(): string {
  return atOnce(extract(document, limits, () => false, null)).text;
}

const lines = (...each: readonly string[]) =>
  each.map((line) => `<tr><td><div></div></td><td>${line}</td></tr>`).join('');
const numbers = '<td class="gutter"><pre>1\n2\n</pre></td>';
const numbered = `<table><tbody><tr>${numbers}<td><pre style="white-space: pre">def b\n  1\n</pre></td></tr></tbody></table>`;

const pre = 'style="white-space: pre"';
const boxed = (display: string, ...each: readonly string[]) =>
  each.map(
    (line) => `<span style="display: ${display}; white-space: pre"><b ${pre}>${line}</b></span>`,
  );

describe('code is one block, in a selection and in a page,', () => {
  test.each([
    [
      'where its lines are rows',
      `<pre style="white-space: pre"><code class="language-java"><table><tbody>${lines('class A {', '  int b;')}</tbody></table></code></pre>`,
      '```java\nclass A {\n  int b;\n```',
    ],
    [
      'where there are blocks of code in it',
      `<figure><pre style="white-space: pre"><code data-lang="ruby">${numbered}</code></pre></figure>`,
      '```ruby\ndef b\n  1\n```',
    ],
    [
      'without the buttons on it',
      '<pre style="white-space: pre"><code>x = 1\n</code><div><button>Copy</button></div></pre>',
      '```\nx = 1\n```',
    ],
    [
      'where its lines are boxes that end with a line break',
      `<pre ${pre}><code ${pre}>${boxed('flex', 'f() {\n', '\n', '  b\n', '}\n').join('')}</code></pre>`,
      '```\nf() {\n\n  b\n}\n```',
    ],
    [
      'where an empty line of it is a box',
      `<pre ${pre}><code ${pre}>${['f() {', '\n', '  b'].map((line) => `<div ${pre}>${line}</div>`).join('')}</code></pre>`,
      '```\nf() {\n\n  b\n```',
    ],
    [
      'where line breaks between boxes are not shown',
      `<pre ${pre}><code style="display: grid; white-space: pre">${boxed('block', 'f() {', '  b', '}').join('\n')}</code></pre>`,
      '```\nf() {\n  b\n}\n```',
    ],
  ])('%s', (_, html, text) => {
    show(`<p>a</p>${html}<p>b</p>`);
    expect(visible()).toBe(`a\n\n${text}\n\nb`);
    selectAll();
    expect(captured()).toBe(`selection: a\n\n${text}\n\nb`);
  });
});

test.each([
  [
    '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre>a</pre></div></div>',
    'ruby',
  ],
  [
    '<div class="highlight-python3 notranslate"><div class="highlight"><pre>a</pre></div></div>',
    'python3',
  ],
  ['<div class="highlight highlight-source-js"><pre>a</pre></div>', 'js'],
  [
    '<div class="highlight-default notranslate"><div class="highlight"><pre>a</pre></div></div>',
    '',
  ],
  ['<div class="highlight notranslate"><pre>a</pre></div>', ''],
])('the language of %s is %j', (html, language) => {
  show(html);
  expect(visible()).toBe(`\`\`\`${language}\na\n\`\`\``);
});
