// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { capturePage } from '../../../utils/page/capture-main';
import { extract } from '../../../utils/page/extract/extract';
import model from '../../../utils/page/extract/model.json';
import { inSlices } from '../../../utils/page/slices';
import { takeWish, wishForEverything } from '../../../utils/page/wish';
import { encode } from '../../bench/extract/encode';
import { reset, show } from '../page-support';

afterEach(reset);

const never = () => false;
const sentences = 'The river ran slowly below the old town, and nobody was in a hurry. '.repeat(8);
const menu = `<nav><ul>${'<li><a href="#">Somewhere else</a></li>'.repeat(12)}</ul></nav>`;
const paragraphs = [1, 2, 3, 4].map((n) => `<p>${n}. ${sentences}</p>`).join('');
const footer = '<footer class="footer"><a href="#">Imprint</a> <a href="#">Privacy</a></footer>';

const limits = { text: 1_000_000, isLate: never };

/** One tree: of more than 20 words it thinks that they are likely content (odds e²), of the others nothing (even odds). */
const lengthAlone = encode({
  start: 0,
  trees: [
    {
      columns: [0, -1, -1],
      thresholds: [20, 0, 0],
      left: [1, 0, 0],
      right: [2, 0, 0],
      values: [0, 0, 2],
    },
  ],
  gains: [1],
});

function found(limit = 1_000_000) {
  return atOnce(extract(document, { text: limit, isLate: never }, never, model));
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

  test.each([
    ['not displayed', 'display: none', 'Unseen.'],
    ['not visible', 'visibility: hidden', 'Unseen. <b style="visibility: visible">Seen.</b>'],
    ['displayed without a box', 'display: contents', 'Seen.'],
  ])('leaves out what is %s, wherever it is', (_, style, inner) => {
    const part = `<div><p>Before. ${sentences}</p>
      <div style="${style}"><p>${inner} ${inner.startsWith('Unseen') ? '' : sentences}</p></div>
      <p>Between <i style="${style}">${inner}</i> and after. ${sentences}</p></div>`;
    show(`${menu}<main><article><h1>A river</h1>${paragraphs}${part}</article></main>`);
    const { text } = found();
    expect(text).not.toContain('Unseen.');
    expect(text).toContain('and after.');
    if (inner.includes('Seen.')) expect(text).toMatch(/Between (\n\n)?Seen\./);
  });

  test('has nothing of what is not visible, neither as a power nor as a formula', async () => {
    const unseen = 'style="visibility: hidden"';
    show(`<main><article>${paragraphs}
      <p>Mass<sup ${unseen}>98</sup> and <b ${unseen}>4271<sup ${unseen}>98</sup></b> first. ${sentences}</p>
      <div ${unseen}><math ${unseen} alttext="c=3">c</math></div></article></main>`);
    for (const everything of [false, true]) {
      const answer = await capturePage(document, everything);
      const text = answer.kind === 'nothing' ? '' : answer.text;
      expect(text).toContain('Mass and first.');
      expect(text).not.toMatch(/4271|98|c=3/);
    }
  });

  test('parts the lines of a link, and leaves a link among words there', () => {
    show(`<main><article><h1>A river</h1>${paragraphs}<p>Read <a href="#" style="display: block">this</a> too.</p>
      <p><a href="#"><span style="display: block">Title</span><span style="display: block">Subtitle</span></a></p>
      ${paragraphs}</article></main>`);
    const { text } = found();
    expect(text).toContain('Read this too.');
    expect(text).toMatch(/Title\nSubtitle/);
  });

  test('has a long text once, and a short one as often as it is there', () => {
    const [long, short] = [`Only here. ${sentences}`, 'Free today.'];
    const twice = `<p>${long}</p><p>${short}</p>`.repeat(2);
    show(
      `${menu}<main><article><h1>A river</h1>${paragraphs}${twice}${paragraphs}</article></main>`,
    );
    const { text } = found();
    expect(text.split('Only here.')).toHaveLength(2);
    expect(text.split(short)).toHaveLength(3);
    expect(text.split('4. The river')).toHaveLength(2);
  });

  test('keeps the shape of code', () => {
    show(`<main><article><h1>A river</h1>${paragraphs}<pre style="white-space: pre">if (a) {\n  b();\n}</pre>
      ${paragraphs}</article></main>`);
    expect(found().text).toContain('```\nif (a) {\n  b();\n}\n```');
  });

  test('of a long page is unsure when much that is doubtful was left out, and sure when little was', () => {
    const long = (count: number) => `<p>${sentences}</p>`.repeat(count);
    const short = (count: number) => `<ul>${'<li>A few words of it.</li>'.repeat(count)}</ul>`;
    const isUnsure = (html: string) => {
      show(`<main>${html}</main>`);
      const { text, unsure } = atOnce(extract(document, limits, never, lengthAlone));
      expect(text).toContain('slowly');
      expect(text).not.toContain('A few words');
      return unsure;
    };
    expect(isUnsure(long(18) + short(400))).toBe(true);
    expect(isUnsure(long(18) + short(40))).toBe(false);
  });

  test('has a row of a table whole, but not all of a part of a page that a table sets beside it', () => {
    const some = '<p>A few words</p>'.repeat(40);
    show(`<main>${`<p>${sentences}</p>`.repeat(15)}${some}
      <table><tr><td>one<td>two<td>three<td>${sentences}<td>five<td>six<td>seven</table>${some}
      <table><tr><td><p>Menu</p><p>Links</p><p>Terms</p><td>Here. ${sentences}</table></main>`);
    const { text } = atOnce(extract(document, limits, never, lengthAlone));
    expect(text).toMatch(/\none\ttwo\tthree\tThe river.+\tfive\tsix\tseven\n/);
    expect(text).toContain('Here. The river');
    expect(text).not.toContain('Menu');
  });

  test('has a table whole of which half is kept', () => {
    const some = '<p>A few words</p>'.repeat(40);
    const row = (name: string) =>
      `<tr><td>${name}<td>1. ${sentences}<td>2. ${sentences}<td>3. ${sentences}`;
    show(`<main>${`<p>${sentences}</p>`.repeat(15)}${some}
      <table><caption>Who</caption><tr><th>name<th>first<th>second<th>third${row('Ann')}${row('Bob')}</table></main>`);
    const { text } = atOnce(extract(document, limits, never, lengthAlone));
    expect(text).toContain('\nWho\nname\tfirst\tsecond\tthird\nAnn\t1. The');
  });

  test('is everything visible, and unsure, when none is found', async () => {
    show('<p>Hi</p>');
    expect(found()).toMatchObject({ text: 'Hi', unsure: true });
    show('<div class="cookie-banner"><a href="#">Accept</a> <a href="#">More</a></div>');
    expect(await capturePage(document, false)).toMatchObject({ kind: 'everything', unsure: true });
  });

  test('is everything visible, and sure of that, when everything is wanted', async () => {
    show(`${menu}<main><article><h1>A river</h1>${paragraphs}</article></main>${footer}`);
    wishForEverything();
    const all = await capturePage(document, takeWish());
    expect(all).toMatchObject({ kind: 'everything', unsure: false });
    const text = all.kind === 'nothing' ? '' : all.text;
    for (const part of ['4. The river ran', 'Somewhere else', 'Imprint'])
      expect(text).toContain(part);
    // A wish is for one capture.
    expect((await capturePage(document, takeWish())).kind).toBe('page');
  });

  test('of an empty page is nothing', async () => {
    expect(found()).toMatchObject({ text: '', visible: 0, unsure: true });
    expect((await capturePage(document, false)).kind).toBe('nothing');
  });

  test('of a page that has taken out all of itself is nothing', async () => {
    const bare = document.implementation.createHTMLDocument();
    bare.documentElement.remove();
    expect((await capturePage(bare, false)).kind).toBe('nothing');
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
    const story = Array.from({ length: 120 }, (_, n) => `<p>${n}. ${sentences}</p>`);
    show(`<main><article>${story.join('')}</article></main>`);
    const { text, cut } = found(1000);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(cut).toBeGreaterThan(10_000);
  });
});

describe('what is around the main content by its name', () => {
  const around = (part: string) => `<p>Around, ${part}. ${sentences}</p>`;

  test('is passed over: navigation, and the header and the footer of the page', () => {
    show(`<header>${around('above')}</header><nav>${around('beside')}</nav>
      <main><article><h1>A river</h1>${paragraphs}</article></main><footer>${around('below')}</footer>`);
    const { text, visible } = found();
    expect(text).toContain('4. The river ran slowly');
    expect(text).not.toContain('Around');
    // It is counted all the same.
    expect(visible - text.length).toBeGreaterThan(3 * sentences.length);
  });

  test('parts the texts that it stands between', () => {
    show(`<main><article><h1>A river</h1>${paragraphs}
      <div>Before it. ${sentences}<nav>${menu}</nav>After it. ${sentences}</div></article></main>`);
    expect(found().text).toMatch(/\nAfter it\./);
  });

  test('is read where it is a part of something: of an article, of a section, of a quotation', () => {
    show(`${menu}<main><article><header><h1>A river</h1><p>By its finder. ${sentences}</p></header>${paragraphs}
      <section><header><h2>Its banks</h2><p>Seen by all. ${sentences}</p></header>${paragraphs}</section>
      <blockquote><p>All flows. ${sentences}</p><footer>Heraclitus, in the evening of a day</footer></blockquote>
      </article></main>`);
    const { text } = found();
    expect(text).toContain('By its finder.');
    expect(text).toContain('Its banks');
    expect(text).toContain('Heraclitus');
  });

  test.each(['nav', 'header', 'footer'])(
    'is read where a %s that was never closed has the page in it',
    (tag) => {
      show(`<${tag}>${menu}<main><article><h1>A river</h1>${paragraphs}</article></main></${tag}>`);
      const { text, everything } = found();
      expect(text).toContain('4. The river ran slowly');
      expect(text).not.toContain('Somewhere else');
      expect(everything).toBe(false);
    },
  );

  test('is read where there is nothing else', () => {
    show(`<nav>${menu}</nav><footer>${paragraphs}</footer>`);
    const { text, everything } = found();
    expect(everything).toBe(true);
    expect(text).toContain('Somewhere else');
    expect(text).toContain('4. The river ran slowly');
  });
});

describe('a page that changes while it is read', () => {
  const article = `${menu}<main><article id="main"><h1>A river</h1>${paragraphs.repeat(40)}</article></main>${footer}`;
  const main = () => document.getElementById('main') as HTMLElement;

  /** Pauses whenever that is possible; `change` happens in the pause of that number. */
  async function changing(change: () => void, at: (pauses: number) => boolean) {
    show(article);
    let pauses = 0;
    const all = await inSlices(
      extract(document, { text: 1_000_000, isLate: never }, never, model),
      0,
      async () => {
        pauses += 1;
        if (at(pauses)) change();
      },
    );
    return { ...all, pauses };
  }
  const first = (pauses: number) => pauses === 1;

  test('and is the same after the pauses is read as at once', async () => {
    show(article);
    const { pauses, ...paused } = await changing(() => undefined, first);
    expect(pauses).toBeGreaterThan(10);
    expect(paused).toEqual(found());
  });

  test('keeps what was read before all of it went, and says so', async () => {
    const before = await changing(() => undefined, first);
    const { text, unsure } = await changing(
      () => main().remove(),
      (pauses) => pauses === before.pauses - 2,
    );
    expect(text).toContain('4. The river ran slowly');
    expect(unsure).toBe(true);
  });

  test('is read as far as it was there, and says so', async () => {
    const { text, unsure, visible } = await changing(() => main().replaceChildren(), first);
    expect(unsure).toBe(true);
    expect(visible).toBeGreaterThanOrEqual(text.length);
  });

  test.each([
    ['loses parts', () => document.querySelector('#main p')?.remove()],
    ['gets other texts', () => main().append(...main().querySelectorAll('p:nth-child(3n)'))],
    ['is turned round', () => main().prepend(main().lastChild ?? '')],
    ['becomes empty', () => document.body.replaceChildren()],
    ['hides its words', () => main().setAttribute('style', 'display: none')],
  ])('whenever it %s, is text and no error', async (_, change) => {
    const { pauses } = await changing(() => undefined, first);
    for (let when = 1; when <= pauses; when += 3) {
      const { text } = await changing(change, (pause) => pause === when);
      expect(typeof text).toBe('string');
    }
    const { text } = await changing(change, () => true);
    expect(typeof text).toBe('string');
  });
});
