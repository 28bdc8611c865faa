import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../browsers/browser';
import { until } from '../browsers/poll';
import { madePdf } from '../pages/pdfs';
import { type EditorName, editorBody, editorNames, selectAcross } from './editors/bundle';
import { browserNames, ended, haveKey, postsOf, type Stage, setStage } from './support';
import { laidOut } from './zoo/laid-out';
import { specimens, structure } from './zoo/specimens';
import { strings } from './zoo/strings';

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Zoo</title><link rel="icon" href="data:,"><body><main id="zoo">${body}</main>`;

const htmlOf = () => document.querySelector('html')?.outerHTML;

describe.each(browserNames)('the zoo in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name);
    await haveKey(stage.browser);
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(() => stage?.close());

  /** The text of the document in the one request for an answer. */
  async function received(): Promise<string | undefined> {
    const body = await until('the request', () => postsOf(stage.api)[0]?.body);
    const { messages } = body as {
      messages: readonly { content: readonly { source?: { data: string } }[] }[];
    };
    return messages[0]?.content.find(({ source }) => source)?.source?.data;
  }

  async function summarize(shown: Page): Promise<string | undefined> {
    await stage.browser.clickToolbarButton(shown);
    const popup = await stage.browser.popup();
    await popup.waitFor('.estimate');
    await popup.click('text=Summarize');
    return received();
  }

  test.each(specimens)('$name', async (specimen) => {
    const { body, headers, select, restless, text, inFirefox = text } = specimen;
    const { browser, pages } = stage;
    const shown = await browser.open(pages.add(page(body), headers));
    await (select ? select(shown) : shown.select('#zoo'));
    const before = restless || (await shown.evaluate(htmlOf));
    const asked = pages.asked();
    const complained = await shown.consoleErrors();
    expect(await summarize(shown)).toBe(name === 'firefox' ? inFirefox : text);
    expect(restless || (await shown.evaluate(htmlOf)) === before).toBe(true);
    expect(pages.asked()).toBe(asked);
    expect(await shown.consoleErrors()).toEqual(complained);
    await browser.closePopup();
    await shown.close();
  });

  test('what goes wrong in a page is heard', async () => {
    const shown = await stage.browser.open(
      stage.pages.add(page('<script>throw new Error("Canary");</script>')),
    );
    await until('the error', async () => (await shown.consoleErrors()).join().includes('Canary'));
    await shown.close();
  });

  test.each<readonly [EditorName, string]>(
    editorNames.map((editor) => [
      editor,
      editor === 'codeMirror' ? 'one two\nthree' : 'one two\n\nthree',
    ]),
  )('a selection in %s is read as it is seen', async (editor, text) => {
    const { browser, pages } = stage;
    const shown = await browser.open(
      pages.add(page(await editorBody(editor, ['line one two', 'three four']))),
    );
    await shown.waitUntil('return window.held?.();');
    await shown.evaluate(selectAcross, 5, 5);
    // On the element itself and around it editors mark whether they have the focus.
    const edited = 'return document.querySelector("#zoo [contenteditable=true]").innerHTML;';
    const before = await shown.evaluate(edited);
    const complained = await shown.consoleErrors();
    expect(await summarize(shown)).toBe(text);
    expect(await shown.evaluate(edited)).toBe(before);
    expect(await shown.evaluate('return window.held();')).toBe('line one two\nthree four');
    expect(await shown.consoleErrors()).toEqual(complained);
    await browser.closePopup();
    await shown.close();
  });

  test(`${structure.name}, by right-click`, async () => {
    const { body, text } = structure;
    const { browser, pages } = stage;
    const shown = await browser.open(pages.add(page(body)));
    await shown.select('#zoo');
    await browser.rightClick(shown, '#zoo', 'Summarize');
    await ended(await browser.popup());
    expect(await received()).toBe(text);
  });

  test.each([
    ['a card', 'autocomplete="cc-number"'],
    ['dots', 'style="-webkit-text-security: square"'],
  ])('a number in a field for %s is not read, though the browser tells it', async (_, secret) => {
    const { browser, pages, api } = stage;
    const shown = await browser.open(
      pages.add(page(`<p>Pay here.</p><input ${secret} value="4111 1111">`)),
    );
    await shown.evaluate(() => document.querySelector('input')?.select());
    await browser.rightClick(shown, 'input', 'Summarize');
    await ended(await browser.popup());
    expect(postsOf(api)).toEqual([]);
  });

  test('what is selected is what is received, in every script', async () => {
    const { browser, pages } = stage;
    const escaped = strings.map((text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
    const body = escaped.map((text) => `<p>${text}</p>`).join('');
    const shown = await browser.open(pages.add(page(body)));
    await shown.select('#zoo');
    expect((await summarize(shown))?.split('\n\n')).toEqual(strings);
  });

  describe.each([
    ['of another origin', ''],
    ['in a sandbox', 'sandbox="allow-scripts"'],
  ])('a frame %s', (_, attributes) => {
    async function openFramed(): Promise<Page> {
      const { browser, pages } = stage;
      const inner = pages.add(
        page(`<p>one</p><p>two</p><script>
          onfocus = onload = () => getSelection().selectAllChildren(document.getElementById('zoo'));
        </script>`),
      );
      const src = inner.replace('127.0.0.1', 'localhost');
      const shown = await browser.open(
        pages.add(page(`<p>outside</p><iframe ${attributes} src="${src}"></iframe>`)),
      );
      await shown.evaluate(() => document.querySelector('iframe')?.focus());
      return shown;
    }

    // Firefox's protocol cannot press a button in the frame of another process.
    if (name === 'chromium')
      test('gives its selection where it was clicked', async () => {
        const shown = await openFramed();
        await stage.browser.rightClick(shown, 'iframe', 'Summarize', { below: 1 });
        await ended(await stage.browser.popup());
        expect((await received())?.replace(/\s+/g, ' ')).toBe('one two');
      });

    test('that cannot be read from outside is a problem in words', async () => {
      const shown = await openFramed();
      await stage.browser.clickToolbarButton(shown);
      const popup = await stage.browser.popup();
      await popup.waitFor('.problem');
      expect(postsOf(stage.api)).toEqual([]);
    });
  });

  test.each(laidOut)('a page $name', async ({ body, parts }) => {
    const { browser, pages } = stage;
    const shown = await browser.open(pages.add(page(body)));
    const text = await summarize(shown);
    // All but the first of the paragraphs between them are copies, and so the last part is the end.
    for (const part of parts) expect(`\n${text}\n`).toContain(`\n${part}\n`);
    expect(text).not.toMatch(/Nobody sees|Unseen/);
    await browser.closePopup();
    await shown.close();
  });

  describe('a page with a large frame', () => {
    const prose = 'The river ran slowly below the old town, and nobody was in a hurry. '.repeat(9);
    const article = `<article><h1>River</h1><p>1. ${prose}</p><p>2. ${prose}</p></article>`;

    /** The text that is shown, and what is said of it. */
    async function previewOf(
      host: string,
    ): Promise<{ readonly text: string; readonly note: string }> {
      const { browser, pages } = stage;
      const src = pages.add(page(article)).replace('127.0.0.1', host);
      const frame = `<iframe src="${src}" style="width: 90vw; height: 90vh; border: 0"></iframe>`;
      const dots = '<p style="-webkit-text-security: disc">4271<sup>42</sup></p>';
      const shown = await browser.open(pages.add(page(`<p>Outside. ${prose}</p>${dots}${frame}`)));
      await browser.clickToolbarButton(shown);
      const popup = await browser.popup();
      await popup.waitFor('.estimate');
      const note = await popup.evaluate<string>(
        'return document.querySelector(".part-note")?.textContent ?? "";',
      );
      await popup.click('text=Summarize');
      const text = (await received()) ?? '';
      await browser.closePopup();
      await shown.close();
      return { text, note };
    }

    test('of its own origin has its text with it', async () => {
      const { text, note } = await previewOf('127.0.0.1');
      expect(text).toContain('# River\n\n1. The river ran');
      expect(text).not.toMatch(/4271|42/);
      expect(note).not.toContain('was not read');
    });

    test('of another origin says that it was not read', async () => {
      const { text, note } = await previewOf('localhost');
      expect(text).toContain('Outside. The river ran');
      expect(text).not.toContain('# River');
      expect(note).toMatch(/A frame from localhost:\d+ was not read\./);
    });
  });

  test.each([
    ['an embed', (src: string) => `<embed src="${src}" type="application/pdf"`],
    ['an object', (src: string) => `<object data="${src}" type="application/pdf"`],
  ])('a large PDF in %s is said not to have been read', async (_, tag) => {
    const { browser, pages } = stage;
    const pdf = pages.add(await madePdf(1), { 'content-type': 'application/pdf' });
    const shown = await browser.open(
      pages.add(page(`<p>Outside.</p>${tag(pdf)} style="width: 90vw; height: 90vh">`)),
    );
    await browser.clickToolbarButton(shown);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    expect(await popup.text('.part-note')).toMatch(/A frame from 127\.0\.0\.1:\d+ was not read\./);
    await browser.closePopup();
    await shown.close();
  });

  test('ten megabytes are cut at the limit, and the page goes on meanwhile', async () => {
    const { browser, pages } = stage;
    const shown = await browser.open(
      pages.add(
        page(`<script>
          const words = 'Ten megabytes of words and words. '.repeat(30);
          const all = document.createDocumentFragment();
          for (let at = 0; at < 10000; at += 1) all.append(Object.assign(document.createElement('p'), { textContent: words }));
          document.getElementById('zoo').append(all);
          let last = performance.now();
          setInterval(() => { const now = performance.now(); window.waits?.push(now - last); last = now; }, 5);
        </script>`),
      ),
    );
    await shown.select('#zoo');
    await shown.evaluate('window.waits = [];');
    await browser.clickToolbarButton(shown);
    const popup = await browser.popup();
    await popup.waitFor('.estimate, .problem');
    expect(await popup.text()).toContain('characters too many, left out');
    const waits = await shown.evaluate<readonly number[]>('return window.waits;');
    const all = waits.filter((wait) => wait > 20).reduce((sum, wait) => sum + wait, 0);
    // Beside much other work each wait is longer; read in one piece, one of them would be nearly all.
    expect(Math.max(...waits)).toBeLessThan(Math.max(1000, 0.7 * all));
  });

  test('nothing of ours is in the error list', async () => {
    expect(await stage.browser.errors()).toEqual([]);
  });
});
