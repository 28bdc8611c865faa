// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { capturePage } from '../../../utils/page/capture-main';
import { plainText } from '../../../utils/page/plain-text';
import { reset, show } from '../page-support';

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

const xml = (source: string) => new DOMParser().parseFromString(source, 'application/xml');

test('a document of XML is its source', () =>
  expect(plainText(xml('<rss><item><title>One</title></item></rss>'))?.text).toBe(
    '<rss><item><title>One</title></item></rss>',
  ));

test('a document of XML that Chromium shows in its viewer is its source', () => {
  showAs(
    'application/rss+xml',
    '<div id="webkit-xml-viewer-source-xml"><rss><item>One</item></rss></div><div>Shown so</div>',
  );
  expect(plainText(document)?.text).toContain('<item>One</item>');
  expect(plainText(document)?.text).not.toContain('Shown so');
});

test.each([
  ['with a style is read as it looks', '<?xml-stylesheet href="a.css"?><a>One</a>'],
  [
    'that is XHTML is read as a page',
    '<html xmlns="http://www.w3.org/1999/xhtml"><body>One</body></html>',
  ],
])('a document of XML %s', (_, source) => expect(plainText(xml(source))).toBeNull());

test('is cut at the limit', () => {
  showAs('text/plain', '<pre></pre>');
  document.querySelector('pre')?.append('a'.repeat(4_000_010));
  expect(plainText(document)).toMatchObject({ cut: 10 });
});
