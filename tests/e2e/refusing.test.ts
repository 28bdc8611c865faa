import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { bytesOf } from '../../utils/core/latin1';
import type { BrowserName, Page } from '../browsers/browser';
import { until } from '../browsers/poll';
import { type LinkedServer, serveLinked } from '../pages/linked';
import { pngOf } from '../pages/png';
import { answerIn, browserNames, ended, haveKey, postsOf, type Stage, setStage } from './support';

const words = 'Words that stand on a page of an unusual kind.';
const html = `<!doctype html><title>Page</title><p>${words}`;
/** Nobody could tell what is meant here. */
const vague = `<!doctype html><html lang="en"><title>Clinic</title><nav><a href="#">Home</a></nav>
<main><p>The clinic is closed on Monday.</p></main>
<footer class="footer"><p>Second floor, left. Bring a mask.</p></footer>`;
const emptyPdf = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

/** A kind of page, and what each browser makes of it: its words, or which problem. The driver cannot open it: null. */
interface Kind {
  readonly at: (stage: Stage) => string;
  /** It leads on by itself, to an address that begins so. */
  readonly to?: string;
  readonly outcome: Readonly<Record<BrowserName, Outcome | null>>;
}

type Outcome =
  | 'page_forbids'
  | 'needs_gesture'
  | 'nothing_selected'
  | 'pdf_unreachable'
  | 'its words'
  | 'its words, or as a picture'
  | 'its pages'
  | 'a picture';

const everywhere = (outcome: Outcome) => ({ chromium: outcome, firefox: outcome });
const forbidden = everywhere('page_forbids');
const stores = { chromium: 'chromewebstore.google.com', firefox: 'addons.mozilla.org' };

const folder = mkdtempSync(join(tmpdir(), 'gloss-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return pathToFileURL(join(folder, name)).href;
};

const kinds: Readonly<Record<string, Kind>> = {
  'a page of the browser’s own': {
    at: ({ browser }) => (browser.name === 'chromium' ? 'chrome://version/' : 'about:license'),
    outcome: forbidden,
  },
  'a store of extensions': {
    at: ({ browser }) => `https://${stores[browser.name]}/`,
    outcome: forbidden,
  },
  'view-source:': {
    at: ({ pages }) => `view-source:${pages.article}`,
    outcome: forbidden,
  },
  'data:': {
    at: () => `data:text/html,<p>${words}`,
    outcome: { chromium: 'page_forbids', firefox: 'its words' },
  },
  'a sandboxed page': {
    at: ({ pages }) => pages.add(html, { 'content-security-policy': 'sandbox' }),
    outcome: everywhere('its words'),
  },
  'a blank tab': {
    at: () => 'about:blank',
    outcome: { chromium: 'page_forbids', firefox: null },
  },
  'an error page': {
    // Nobody listens there.
    at: () => 'http://127.0.0.1:9009/',
    outcome: forbidden,
  },
  'a text alone': {
    at: ({ pages }) => pages.add(words, { 'content-type': 'text/plain' }),
    outcome: everywhere('its words'),
  },
  'a feed': {
    at: ({ pages }) =>
      pages.add(`<rss><channel><item><title>${words}</title></item></channel></rss>`, {
        'content-type': 'application/xml',
      }),
    outcome: everywhere('its words'),
  },
  'a drawing with words': {
    at: ({ pages }) =>
      pages.add(
        `<svg xmlns="http://www.w3.org/2000/svg"><defs><text>Not drawn</text></defs>
          <text x="9" y="20"><tspan>Words that stand</tspan> on a page <tspan>of an unusual kind.</tspan></text></svg>`,
        { 'content-type': 'image/svg+xml' },
      ),
    outcome: everywhere('its words, or as a picture'),
  },
  'a set of frames': {
    at: ({ pages }) =>
      pages.add(
        `<frameset cols="30%,70%"><frame src="${pages.add('<a href="#">Menu</a>')}"><frame src="${pages.add(html)}"></frameset>`,
      ),
    outcome: everywhere('its words'),
  },
  'a page around a frame with an address longer than is kept': {
    at: ({ pages }) =>
      pages.add(
        `${html}<iframe src="data:text/html,${'x'.repeat(3000)}" width="900" height="500"></iframe>`,
      ),
    outcome: everywhere('its words'),
  },
  'a picture alone': {
    at: ({ pages }) => pages.add(pngOf(300, 200, [0, 128, 128]), { 'content-type': 'image/png' }),
    outcome: everywhere('a picture'),
  },
  'a file of this computer': {
    // The driver's Chromium has been allowed it; else it is as closed as a store.
    at: () => fileOf('words.html', html),
    outcome: everywhere('its words'),
  },
  'a PDF': {
    at: ({ pages }) => pages.add(emptyPdf, { 'content-type': 'application/pdf' }),
    // Firefox lets us read one only after its site was asked for, and this address does not sound like a PDF's.
    outcome: { chromium: 'its pages', firefox: 'page_forbids' },
  },
  'a PDF that is a file': {
    at: () => fileOf('empty.pdf', emptyPdf),
    outcome: everywhere('pdf_unreachable'),
  },
  'a PDF that a page has made': {
    at: ({ pages }) =>
      pages.add(`<!doctype html><script>
        location = URL.createObjectURL(new Blob([${JSON.stringify(emptyPdf)}], { type: 'application/pdf' }));
      </script>`),
    to: 'blob:',
    outcome: forbidden,
  },
  'a page that goes on while it is looked at': {
    at: ({ pages }) => {
      const next = new URL(pages.add(html)).pathname;
      return pages.add(
        `${html}<script>addEventListener('blur', () => { location = '${next}'; });</script>`,
      );
    },
    // Firefox's leave is for the page that was there.
    outcome: { chromium: 'its words', firefox: 'needs_gesture' },
  },
  'a page of an extension': {
    at: ({ browser }) => `${browser.extensionOrigin}/options.html`,
    outcome: forbidden,
  },
};

describe.each(browserNames)('in %s', (name) => {
  let stage: Stage;
  let store: LinkedServer;

  beforeAll(async () => {
    store = await serveLinked();
    store.answer('/', { body: html });
    stage = await setStage(name, { hosts: { [stores[name]]: store.port } });
    await haveKey(stage.browser);
  });
  afterEach(() => stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    await store?.close();
  });

  /** In a new tab, be it an error that is shown there. */
  async function openAny(address: string): Promise<Page> {
    const { browser, pages } = stage;
    if (!address.startsWith('http://127.0.0.1:9009')) return browser.open(address);
    const page = await browser.open(pages.article);
    await page.goto(address).catch(() => undefined);
    if (name === 'firefox') return page;
    await until('the error to show', async () => (await page.url().catch(() => '')) === address);
    return page;
  }

  for (const [kind, { at, to = '', outcome }] of Object.entries(kinds)) {
    const expected = outcome[name];
    if (expected === null) continue;
    test(`${kind} has a sensible outcome`, async () => {
      const { browser } = stage;
      const page = await openAny(at(stage));
      if (to) await page.waitUntil((start: string) => location.href.startsWith(start), to);
      await browser.clickToolbarButton(page);
      const popup = await browser.popup();
      await popup.waitFor('.problem, .preview-actions');
      const shown = await popup.evaluate(() => ({
        text: document
          .querySelector<HTMLElement>('.problem h2, .source-text, .shown-pages > p')
          ?.innerText.trim(),
        box: document.querySelector('textarea') !== null,
        all: document.body.innerText,
      }));
      expect(shown.box).toBe(!expected.startsWith('its '));
      expect(shown.text).toContain(wordsOf(expected));
      expect(shown.all.includes(english.describeInView.message)).toBe(
        expected.endsWith('a picture'),
      );
      await page.close();
    });
  }

  test.each([
    [
      'a frame of another site',
      ({ pages }: Stage) => pages.add(html).replace('127.0.0.1', 'localhost'),
    ],
    ['a PDF', ({ pages }: Stage) => pages.addPdf('winter.pdf', bytesOf(emptyPdf))],
  ])(
    'a page with nothing but %s says where that is from, and opens it by itself',
    async (_, addressIn) => {
      const { browser, pages } = stage;
      const { href, host, pathname } = new URL(addressIn(stage));
      const frame = `<iframe src="${href}" width="900" height="500"></iframe>`;
      const page = await browser.open(pages.add(`<!doctype html><title>Around</title>${frame}`));
      await browser.clickToolbarButton(page);
      const popup = await browser.popup();
      await popup.waitFor('.problem');
      expect(await popup.text('.problem h2')).toBe(
        english.problem_only_a_frame.message.replace('{host}', host),
      );
      expect(await popup.axe()).toEqual([]);
      await popup.click('.problem .button');
      const alone = await browser.page(pathname);
      expect(await alone.url()).toBe(href);
      await alone.close();
      await page.close();
    },
  );

  test('what is pasted instead is shown, priced and sent, and nothing else', async () => {
    const { browser, api } = stage;
    const at = kinds['a page of the browser’s own'];
    const page = await browser.open(at?.at(stage) ?? '');
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('textarea');
    expect(await popup.axe()).toEqual([]);
    await popup.type('textarea', 'A text of my own, pasted here.');
    await popup.click(`text=${english.pasteUse.message}`);
    await popup.waitFor('.preview-actions');
    expect(await popup.text('h1')).toBe(english.kind_pasted.message);
    expect(await popup.text('.source-text')).toBe('A text of my own, pasted here.');
    expect(await popup.text('.estimate')).toContain('$');
    expect(postsOf(api)).toEqual([]);
    await popup.click('text=Summarize');
    await ended(popup);
    expect(await answerIn(popup)).not.toBe('');
    expect(JSON.stringify(postsOf(api)[0]?.body)).toContain('"A text of my own, pasted here."');
    await page.close();
  });

  test('the menu on a page without a word leads to the box as well', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.add('<!doctype html><title>Empty</title><body></body>'));
    await browser.rightClick(page, 'body', 'Summarize');
    const popup = await browser.popup();
    await popup.waitFor('.problem');
    await popup.type('textarea', 'Mine.');
    await popup.click(`text=${english.pasteUse.message}`);
    await popup.waitFor('.preview-actions');
    expect(await popup.text('.source-text')).toBe('Mine.');
    await page.close();
  });

  test('everything visible is taken instead when asked for, in popup and panel, shown, priced and sent', async () => {
    const { browser, api, pages } = stage;
    api.reset();
    const page = await browser.open(pages.add(vague));
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.part-note');
    expect(await popup.text('.source-text')).toBe('The clinic is closed on Monday.');
    expect(await popup.axe()).toEqual([]);
    await popup.click('[aria-label="Keep open beside the page"]');
    const panel = await browser.panel();
    await panel.waitFor('.part-note');
    // What the service calls its model is read after the first paint.
    await panel.waitUntil(() =>
      document.querySelector('.estimate')?.textContent?.includes('(demo)'),
    );
    const main = await panel.text('.estimate');
    await panel.click(`text=${english.takeEverything.message}`);
    await panel.waitFor(`text=${english.takeMain.message}`);
    const all = /^Home\s+The clinic is closed on Monday.\s+Second floor, left. Bring a mask.$/;
    expect(await panel.text('.source-text')).toMatch(all);
    expect(await panel.text('.estimate')).not.toBe(main);
    expect(await panel.axe()).toEqual([]);
    await panel.click(`text=${english.takeMain.message}`);
    await panel.waitFor('.part-note');
    expect(await panel.text('.estimate')).toBe(main);

    await browser.clickToolbarButton(page);
    const again = await browser.popup();
    await again.click(`text=${english.takeEverything.message}`);
    await again.waitFor(`text=${english.takeMain.message}`);
    expect(await again.text('.source-text')).toMatch(all);
    expect(postsOf(api)).toEqual([]);
    await again.click('text=Summarize');
    await ended(again);
    expect(await again.text('.run-head, .eyebrow')).toContain(english.kind_everything.message);
    expect(JSON.stringify(postsOf(api)[0]?.body)).toMatch(/Home.+Monday.+Bring a mask/);
    await page.close();
  });

  test('a page of ten thousand nodes, for which the script has to pause, is read through, in order', async () => {
    const { browser, pages } = stage;
    const paragraph = (n: number) =>
      `<p>Day <b>${n}</b>: the river ran, and nobody was in a hurry.</p>`;
    const days = Array.from({ length: 2500 }, (_, n) => paragraph(n)).join('');
    const page = await browser.open(pages.add(`<!doctype html><main><article>${days}`));
    // The script stops when its time is over, and the preview says so: as happens on a small machine beside other work.
    const popup = await until('a preview of all of it', async () => {
      await browser.clickToolbarButton(page);
      const view = await browser.popup();
      await view.waitFor('.preview-actions');
      if (!/left out/.test(await view.text('.eyebrow'))) return view;
      await browser.closePopup();
      return null;
    });
    await popup.click(`text=${english.showAll.message}`);
    await popup.waitFor('.source-text.open');
    // What is out of sight is not laid out, and so no `innerText`.
    const shown = await popup.evaluate(() => document.querySelector('.source-text')?.textContent);
    const found = shown?.match(/Day \d+: the river/g) ?? [];
    // The model may take the very first and last lines for what is around an article.
    const first = Number(/\d+/.exec(found[0] ?? '')?.[0]);
    expect(found).toEqual(found.map((_, n) => `Day ${first + n}: the river`));
    expect(found.length).toBeGreaterThan(2_480);
    await page.close();
  });

  test('nothing was left uncaught', async () => {
    expect(await stage.browser.errors()).toEqual([]);
  });
});

/** What the popup shows. A picture is offered below the words for a page without any. */
function wordsOf(outcome: Outcome): string {
  if (outcome === 'its words' || outcome === 'its words, or as a picture') return words;
  if (outcome === 'its pages') return english.pagesHint.message;
  const kind = outcome === 'a picture' ? 'nothing_selected' : outcome;
  return english[`problem_${kind}`].message;
}
