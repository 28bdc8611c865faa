// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { capturePage } from '../../utils/page/capture-main';
import { plainText } from '../../utils/page/plain-text';
import { reset, show } from './page-support';

afterEach(() => {
  reset();
  Reflect.deleteProperty(document, 'contentType');
});

function showAs(contentType: string, html: string): void {
  Object.defineProperty(document, 'contentType', { value: contentType, configurable: true });
  show(html);
}

test.each(['text/plain', 'text/markdown', 'application/json', 'application/ld+json'])(
  'a document of %s is taken whole, as it is, and for sure',
  async (type) => {
    showAs(type, '<pre># One\n  two\n```\n</pre><div></div>');
    const { kind, ...found } = await capturePage(document, false);
    expect(kind).toBe('page');
    expect(found).toMatchObject({ text: '# One\n  two\n```\n', cut: 0 });
    expect(found).not.toHaveProperty('unsure');
  },
);

test.each([
  ['a page', 'text/html', '<pre>One</pre>'],
  ['a text that is shown in another way', 'application/json', '<pre>One</pre><p>Two</p>'],
  ['a picture', 'image/png', '<img>'],
  ['nothing', 'text/plain', ''],
])('%s is none', (_, type, html) => {
  showAs(type, html);
  expect(plainText(document)).toBeNull();
});

test('is cut at the limit', () => {
  showAs('text/plain', '<pre></pre>');
  document.querySelector('pre')?.append('a'.repeat(4_000_010));
  expect(plainText(document)).toMatchObject({ cut: 10 });
});
