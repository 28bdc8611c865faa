// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { capturePage } from '../../utils/page/capture-main';
import { extract } from '../../utils/page/extract/extract';
import model from '../../utils/page/extract/model.json';
import { takeWish, wishForEverything } from '../../utils/page/wish';
import { reset, show } from './page-support';

afterEach(reset);

const never = () => false;
const sentences = 'The river ran slowly below the old town, and nobody was in a hurry. '.repeat(8);
const menu = `<nav><ul>${'<li><a href="#">Somewhere else</a></li>'.repeat(12)}</ul></nav>`;
const paragraphs = [1, 2, 3, 4].map((n) => `<p>${n}. ${sentences}</p>`).join('');
const footer = '<footer class="footer"><a href="#">Imprint</a> <a href="#">Privacy</a></footer>';

function found(limit = 1_000_000) {
  return extract(document, { text: limit, isLate: never }, never, model);
}

describe('the main content', () => {
  test('is the article without what is around it', () => {
    show(`${menu}<main><article><h1>A river</h1>${paragraphs}</article></main>${footer}`);
    const { text, visible, unsure } = found();
    expect(text).toContain('4. The river ran slowly');
    expect(text).not.toContain('Somewhere else');
    expect(text).not.toContain('Imprint');
    expect(visible).toBeGreaterThan(text.length);
    expect(unsure).toBe(false);
  });

  test('includes what a closed details and an open shadow root hold, and nothing hidden', () => {
    show(`${menu}<main><article><h1>A river</h1>${paragraphs}
      <details><summary>More</summary><p>Told later. ${sentences}</p></details>
      <div id="host"></div><p style="display:none">Unseen. ${sentences}</p></article></main>`);
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    const inner = document.createElement('p');
    inner.textContent = `In the shade. ${sentences}`;
    root?.append(inner);
    const { text } = found();
    expect(text).toContain('Told later.');
    expect(text).toContain('In the shade.');
    expect(text).not.toContain('Unseen.');
  });

  test('keeps the shape of code', () => {
    show(`<main><article><h1>A river</h1>${paragraphs}<pre style="white-space: pre">if (a) {\n  b();\n}</pre>
      ${paragraphs}</article></main>`);
    expect(found().text).toContain('```\nif (a) {\n  b();\n}\n```');
  });

  test('is everything visible, and unsure, when none is found', () => {
    show('<p>Hi</p>');
    expect(found()).toMatchObject({ text: 'Hi', unsure: true });
    show('<div class="cookie-banner"><a href="#">Accept</a> <a href="#">More</a></div>');
    expect(capturePage(document, false)).toMatchObject({ kind: 'everything', unsure: true });
  });

  test('is everything visible, and sure of that, when everything is wanted', () => {
    show(`${menu}<main><article><h1>A river</h1>${paragraphs}</article></main>${footer}`);
    wishForEverything();
    const all = capturePage(document, takeWish());
    expect(all).toMatchObject({ kind: 'everything', unsure: false });
    const text = all.kind === 'nothing' ? '' : all.text;
    for (const part of ['4. The river ran', 'Somewhere else', 'Imprint'])
      expect(text).toContain(part);
    // A wish is for one capture.
    expect(capturePage(document, takeWish()).kind).toBe('page');
  });

  test('of an empty page is nothing', () => {
    expect(found()).toMatchObject({ text: '', visible: 0, unsure: true });
    expect(capturePage(document, false).kind).toBe('nothing');
  });
});

describe('a page that means harm', () => {
  test.each([
    ['firstChild', 'nodeType'],
    ['localName', 'getAttribute'],
    ['nextSibling', 'checkVisibility'],
  ])('hides nothing behind fields named %s and %s', (one, two) => {
    show(`<main><form><input name="${one}"><input name="${two}"><p>${sentences}</p></form></main>`);
    expect(found().text).toContain('The river');
  });

  test('that nests without end is read up to the limit', () => {
    let deepest = document.body;
    for (let depth = 0; depth < 200; depth += 1) {
      const next = document.createElement('div');
      deepest.append(next);
      deepest = next;
    }
    deepest.textContent = sentences;
    expect(found().text).toContain('The river');
  });

  test('and never ends is cut, and says so', () => {
    show(`<main><article>${paragraphs.repeat(20)}</article></main>`);
    const { text, cut } = found(1000);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(cut).toBeGreaterThan(10_000);
  });
});
