// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { html, shown } from '../answer-shown.ts';

const host = (text: string) => /<span class="host"> \((.*?)\)<\/span>/.exec(shown(text))?.[1];

test('a link opens outside, without a referrer, and names its whole address', () => {
  expect(html('[a](https://example.org/b "trusted bank")')).toBe(
    '<div class="part"><p dir="auto"><a href="https://example.org/b" title="https://example.org/b" target="_blank"' +
      ' rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">a</a><span class="host"> (example.org)</span></p></div>',
  );
});

test.each([
  ['[bank.com](https://evil.org)', 'evil.org'],
  ['[https://bank.com](https://evil.org/bank.com)', 'evil.org'],
  ['[bank.com](https://bank.com.evil.org)', 'bank.com.evil.org'],
  ['[bank.com](https://bank.com@evil.org)', 'evil.org'],
  ['[https://bank.com@evil.org](https://bank.com@evil.org)', 'evil.org'],
  ['<https://bank.com@evil.org>', 'evil.org'],
  ['[bank.com/\u202emoc](https://bank.com.evil.org)', 'bank.com.evil.org'],
  ['[bank.com](https://bank.com:8443)', 'bank.com:8443'],
  ['[bank.com](http://192.0.2.1)', '192.0.2.1'],
  ['[bank.com](http://0xC0000201)', '192.0.2.1'],
  ['[bank.com](https://bаnk.com)', 'xn--bnk-6cd.com'],
  ['https://bаnk.com', 'xn--bnk-6cd.com'],
  ['[bank.com](https://bank。com.evil.org)', 'bank.com.evil.org'],
  ['[me@bank.com](mailto:you@evil.org)', 'you@evil.org'],
  ['[ bank.com evil](https://evil.org)', 'evil.org'],
  ['[bank.com\u2044evil.org](https://bank.com)', 'bank.com'],
  ['[](https://evil.org)', undefined],
  ['[EXAMPLE.org/a](https://example.org/b)', undefined],
  ['[www.example.org](https://example.org)', undefined],
  ['[https://example.org/x?y#z](https://example.org)', undefined],
])('beside %s stands %s', (text, expected) => {
  expect(host(text)).toBe(expected);
});

test.each([
  ['a\u202eb', '<p>a<span class="bidi">U+202E</span>b</p>'],
  ['`a\u2066b`', '<p><code>a<span class="bidi">U+2066</span>b</code></p>'],
  ['```\na\u202db\n```', '<pre dir="ltr"><code>a<span class="bidi">U+202D</span>b</code></pre>'],
  ['a&#x202e;b', '<p>a<span class="bidi">U+202E</span>b</p>'],
  ['a\u{E0041}b', '<p>a<span class="bidi">U+E0041</span>b</p>'],
  ['\u{1F3F4}\u{E0041}', '<p>\u{1F3F4}<span class="bidi">U+E0041</span></p>'],
  [
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} flag',
    '<p>\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} flag</p>',
  ],
  ['![a\u202eb](https://e.org)', '<p>🖼 a<span class="bidi">U+202E</span>b — e.org</p>'],
])('hidden characters are named in %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});
