// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { captureDocument, capturePage } from '../../utils/page/capture-document';
import { captured, reset, show } from './page-support';

afterEach(reset);

describe('a focused field', () => {
  function selectIn(field: string, html = field): void {
    show(`${html}<p>the page</p>`);
    const input = document.querySelector<HTMLInputElement>('input, textarea');
    input?.focus();
    input?.setSelectionRange(1, 4);
  }

  test.each([
    ['<input value="hello">', 'selection: ell'],
    ['<textarea>a\nbcd</textarea>', 'selection: \nbc'],
    ['<input type="password" value="hunter2">', 'page: the page'],
    ['<input autocomplete="current-password" value="hunter2">', 'page: the page'],
    ['<input autocomplete="one-time-code" value="123456">', 'page: the page'],
    ['<input autocomplete="billing cc-number" value="123456">', 'page: the page'],
  ])('%s', (field, expected) => {
    selectIn(field);
    expect(captured()).toBe(expected.replace(': \n', ': '));
  });

  test('without a selection leaves it to the document', () => {
    selectIn('<input value="hello">');
    document.querySelector('input')?.setSelectionRange(2, 2);
    expect(captured()).toBe('page: the page');
  });

  test('is found in a shadow root', () => {
    show('<div></div>');
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    const input = document.createElement('input');
    input.value = 'hello';
    root?.append(input);
    input.focus();
    input.setSelectionRange(0, 4);
    expect(captured()).toBe('selection: hell');
  });
});

describe('a page', () => {
  const long = 'a sentence of some length. '.repeat(5).trim();
  test.each([
    [
      'its body without navigation',
      '<nav>menu</nav><div role="navigation">more</div><p>a</p><p style="display:none">h</p><p>b</p>',
      'a\n\nb',
    ],
    ['its main part', `<div>header</div><main><p>${long}</p></main><footer>f</footer>`, long],
    ['its main part by role', `<div>header</div><div role="main"><p>${long}</p></div>`, long],
    ['its body when the main part is empty', '<main></main><p>outside</p>', 'outside'],
    ['its one article', `<main><article><p>${long}</p></article><aside>x</aside></main>`, long],
    [
      'its main part when articles are many',
      '<main><h1>N</h1><article>one</article><article>two</article><article>six</article></main>',
      '# N\n\none\n\ntwo\n\nsix',
    ],
    [
      'its article rather than a small one',
      `<article>teaser</article><article><p>${long}</p></article>`,
      long,
    ],
    ['what cannot be selected', '<p style="user-select:none">a</p>', 'a'],
  ])('is %s', (_, html, text) => {
    show(html);
    expect(captured()).toBe(`page: ${text}`);
  });

  test('without text is nothing', () => {
    show('<img alt="x" src="y">');
    expect(captured()).toBe('nothing');
  });

  test('is itself, whatever is selected', () => {
    show('<p>a</p><p>b</p>');
    document.getSelection()?.selectAllChildren(document.querySelector('p') ?? document.body);
    expect(capturePage(document)).toMatchObject({ kind: 'page', text: 'a\n\nb' });
  });

  test('is left as it was', () => {
    show('<p>a</p>');
    const before = document.documentElement.outerHTML;
    captureDocument(document);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
