// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kindsOf } from '../../../utils/page/extract/kinds';
import { readLinked } from '../../../utils/page/read-linked';

const sentences = 'The river ran slowly below the old town, and nobody was in a hurry. '.repeat(8);
const paragraphs = [1, 2, 3, 4].map((n) => `<p>${n}. ${sentences}</p>`).join('');

/** The browser's safe parser, as far as what it drops is concerned. */
function parseHTML(html: string): Document {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const script of parsed.querySelectorAll('script')) script.remove();
  for (const image of parsed.querySelectorAll('img[name]'))
    Object.defineProperty(parsed, image.getAttribute('name') ?? '', { value: image });
  documents.push(parsed);
  return parsed;
}
const documents: Document[] = [];

beforeEach(() => void Object.assign(Document, { parseHTML }));
afterEach(() => {
  Reflect.deleteProperty(Document, 'parseHTML');
  documents.length = 0;
});

describe('a page that is not shown', () => {
  test('gives its main content, title and language', async () => {
    const page = await readLinked(
      `<html lang="de"><head><title>A river</title></head><body><nav><a href="/">Elsewhere</a></nav>
       <main><article><h1>A river</h1>${paragraphs}</article></main></body></html>`,
    );
    expect(page).toMatchObject({ asksPassword: false, hasScripts: false });
    expect(page.captured).toMatchObject({ kind: 'page', title: 'A river', language: 'de' });
    expect(page.captured).toHaveProperty('text', expect.stringContaining('4. The river'));
    expect(page.captured).not.toHaveProperty('text', expect.stringContaining('Elsewhere'));
  });

  test.each([
    '<p hidden>Unseen.</p>',
    '<p style="color: red; display: none">Unseen.</p>',
    '<div style="VISIBILITY:hidden"><p>Unseen.</p></div>',
    '<dialog><p>Unseen.</p></dialog>',
    '<noscript><p>Unseen.</p></noscript>',
    '<noframes><p>Unseen.</p></noframes>',
    '<p style="-webkit-text-security: disc">Unseen.</p>',
  ])('is without what its attributes hide: %s', async (unseen) => {
    const page = await readLinked(`<main><article>${paragraphs}${unseen}</article></main>`);
    expect(page.captured).not.toHaveProperty('text', expect.stringContaining('Unseen'));
  });

  test('has what a reader finds who searches for it, as in a page that is shown', async () => {
    const folded = '<div hidden="until-found"><p>Folded.</p></div>';
    const page = await readLinked(
      `<main><article>${paragraphs}${folded}${paragraphs}</article></main>`,
    );
    expect(page.captured).toHaveProperty('text', expect.stringContaining('Folded.'));
  });

  test('is without what its head has for browsers without scripts', async () => {
    const page = await readLinked(
      `<head><noscript><p>Unseen.</p></noscript></head><main><article>${paragraphs}</article></main>`,
    );
    expect(page.captured).not.toHaveProperty('text', expect.stringContaining('Unseen'));
  });

  test('is read to its end, however deep its elements lie', async () => {
    const page = await readLinked(`${'<div>'.repeat(700)}${paragraphs}`);
    expect(page.captured).toHaveProperty('text', expect.stringContaining('4. The river'));
    expect(documents[0]?.querySelectorAll('div')).toHaveLength(512);
  });

  test('is known by what its scripts of data say, though the parser drops them', async () => {
    const data = '<script type="application/ld+json">{"@type": ["NewsArticle", "Thing"]}</script>';
    await readLinked(`<head>${data}${data}</head><body>${paragraphs}</body>`);
    expect(documents.map(kindsOf)).toEqual([['newsarticle']]);
  });

  test('may name its fields and images like what the browser can do', async () => {
    const fields = ['remove', 'getAttribute', 'matches'].map((name) => `<input name="${name}">`);
    const images = ['querySelector', 'head', 'createElement'];
    const data = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>';
    const page = await readLinked(
      `<head>${data}</head><main><article>${paragraphs}<form hidden style="color: red">${fields.join('')}Unseen.</form>
       ${images.map((name) => `<img name="${name}">`).join('')}</article></main>`,
    );
    expect(page.captured).toHaveProperty('text', expect.stringContaining('4. The river'));
    expect(page.captured).not.toHaveProperty('text', expect.stringContaining('Unseen'));
  });

  test('is told apart where it asks for a password, or waits for scripts', async () => {
    expect(
      await readLinked('<script src="a.js"></script><form><input type="password"></form>'),
    ).toMatchObject({
      asksPassword: true,
      hasScripts: true,
      captured: { kind: 'nothing' },
    });
  });

  const form = '<form><input type="password"></form>';
  test.each([
    ['a header', `<header>${form}</header>`],
    ['a footer', `<div role="contentinfo">${form}</div>`],
    ['a menu', `<nav>${form}</nav>`],
    ['what stands beside it', `<aside>${form}</aside>`],
    ['what opens later', `<div class="modal" role="dialog" aria-hidden="true">${form}</div>`],
    ['what is not shown', `<dialog>${form}</dialog><div hidden>${form}</div>`],
  ])('asks for no password where %s does', async (_, beside) => {
    const page = await readLinked(`${beside}<main><article>${paragraphs}</article></main>`);
    expect(page.asksPassword).toBe(false);
  });

  test('asks for one where a dialog that is open does', async () => {
    expect(await readLinked(`<dialog open style="top: 0">${form}</dialog>`)).toMatchObject({
      asksPassword: true,
    });
  });

  test('takes no longer for data that never ends', async () => {
    const page = await readLinked(
      `${'<script type="application/ld+json">'.repeat(50_000)}${paragraphs}`,
    );
    expect(page.hasScripts).toBe(true);
  });
});
