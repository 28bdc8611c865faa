import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTRIBUTES, TAGS } from '../../components/answer/view';
import type { Page } from '../browsers/browser';
import { hostileOutputs } from '../hostile/outputs';
import { pageOfOrders, redTeam } from '../hostile/red-team';
import { type PageServer, servePages } from '../pages/serve';
import { fault } from '../stand-in/stand-in';
import { othersAsked } from './aftermath';
import { lookAround } from './hostile/content-script';
import {
  controlsBesideTheAnswer,
  listen,
  schemesInTheAnswer,
  standing,
  stateOfGloss,
} from './hostile/in-view';
import { attack } from './hostile/neighbour';
import {
  answerIn,
  browserNames,
  buildFor,
  demoKey,
  ended,
  haveKey,
  openReceipt,
  postsOf,
  type Stage,
  setStage,
} from './support';
import { allStored } from './traces';
import { ask, watchful } from './unseen';

/** A word that only the answer has. */
const canary = 'xylographqx';

/** A hostile page: it writes down all that it can get hold of. */
const spy = `<!doctype html><title>Spy</title><link rel="icon" href="data:,"><p id="text">Some text to summarize, and more of it.</p><script>
  window.seen = [];
  const note = (what) => seen.push(String(what));
  for (const type of ['message', 'keydown', 'beforeinput', 'input', 'paste', 'copy', 'selectionchange', 'securitypolicyviolation', 'focus', 'blur'])
    addEventListener(type, (event) => note(type + ' ' + (event.data ?? event.key ?? '')), true);
  new MutationObserver((all) => all.forEach((each) => each.addedNodes.forEach((node) => note('node ' + (node.outerHTML ?? node.data))))).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => note('entry ' + entry.name))).observe({ type: 'resource' });
</script>`;

/** All hostile answers as one, a mark after each; its footnotes kept apart. */
const allHostile = hostileOutputs
  .map((output, at) => `${output.replaceAll('[r]', `[r${at}]`)}\n\nmark ${at}`)
  .join('\n\n');

/** As long, so that a translation may be as long. */
const longPage = `<!doctype html><title>Long</title><link rel="icon" href="data:,"><article><h1>A long page</h1>${Array.from(
  { length: 120 },
  (_, at) => `<p>Paragraph ${at}: ${'the river rose and the town looked on, '.repeat(8)}.</p>`,
).join('')}</article>`;

describe.each(browserNames)('in %s', (name) => {
  let stage: Stage;
  /** Serves a page that is open before the extension is there. */
  let early: PageServer;
  beforeAll(async () => {
    early = await servePages();
    stage = await setStage(name, { before: early.add(watchful) });
    await haveKey(stage.browser);
  });
  afterAll(async () => {
    await stage?.close();
    await early?.close();
  });

  test('a page cannot tell before the first gesture that Gloss is there', async () => {
    const { browser } = stage;
    const old = await browser.page(early.origin);
    const without = await old.evaluate('return window.atLoad;');
    expect(without).toMatchObject({ frames: 0 });
    expect(await old.evaluate('return window.look();')).toEqual(without);
    const page = await browser.open(await old.url());
    expect(await page.evaluate('return window.atLoad;')).toEqual(without);
    expect(await page.evaluate('return window.look();')).toEqual(without);
    // Another extension that nobody has.
    const nobody = browser.extensionOrigin.replace(/[a-f](?=[^/]*$)/, (letter) =>
      letter === 'a' ? 'b' : 'a',
    );
    const [here, absent] = [browser.extensionOrigin, nobody].map(
      async (origin) => await page.evaluate(ask, origin),
    );
    expect(await here).toEqual(await absent);
  });

  test('a hostile page reads neither the key nor the answer, and cannot tell that it was read itself', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.add(spy));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const globals = await page.evaluate(() => Object.getOwnPropertyNames(window).length);
    await page.evaluate('window.seen.length = 0;');
    api.next(fault.answer({ text: `The answer says ${canary}.` }));
    await browser.rightClick(page, '#text', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    expect(await answerIn(popup)).toContain(canary);

    const seen = await page.evaluate<string[]>('return window.seen;');
    expect(seen.filter((line) => /node|entry|message|securitypolicy/.test(line))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.evaluate(() => Object.getOwnPropertyNames(window).length)).toBe(globals);
    const found = await page.evaluate(
      (word: string) => (window as unknown as { find(text: string): boolean }).find(word),
      canary,
    );
    expect(found).toBe(false);
    expect(await page.evaluate(() => window.length)).toBe(0);
    const databases = await page.evaluate(() => indexedDB.databases());
    expect(JSON.stringify(databases)).not.toContain('gloss');
    expect(JSON.stringify(seen)).not.toContain(demoKey);
    expect(JSON.stringify(seen)).not.toContain(canary);
  });

  test('hostile answers, letter by letter, run nothing, load nothing and make only elements of ours', async () => {
    const { browser, api, pages } = stage;
    await browser.closePopup();
    const page = await browser.open(pages.add(longPage));
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await popup.evaluate(listen);
    const asked = browser.contactedHosts().length;
    api.next(fault.lettered(allHostile));
    await popup.click('text=Translate');
    await popup.waitFor('.receipt', { timeout: 50_000 });
    const [names, attributes, marks] = await popup.evaluate(standing);
    expect(marks).toBe(hostileOutputs.length);
    expect(names.filter((tag) => !TAGS.some((allowed) => allowed === tag))).toEqual([]);
    expect(attributes.filter((each) => !ATTRIBUTES.some((allowed) => allowed === each))).toEqual(
      [],
    );
    expect(await popup.evaluate<string[]>('return window.wrongs;')).toEqual([]);
    expect(othersAsked(browser.contactedHosts().slice(asked), ['api.anthropic.com'])).toEqual([]);
  });

  test('a page whose orders the model obeys gets text, and nothing else happens', async () => {
    const { browser, api, pages } = stage;
    const translated = async (page: Page) => {
      await browser.closePopup();
      await page.select('#all');
      await browser.clickToolbarButton(page);
      const popup = await browser.popup();
      await popup.waitFor('.estimate');
      await popup.evaluate(listen);
      const before = await popup.evaluate(stateOfGloss);
      await popup.click('text=Translate');
      await popup.waitFor('.receipt', { timeout: 50_000 });
      return { popup, before, controls: await popup.evaluate(controlsBesideTheAnswer) };
    };
    const harmless = await translated(
      await browser.open(pages.add('<title>x</title><p id="all">The river rose.</p>')),
    );
    const asked = browser.contactedHosts().length;
    const sent = postsOf(api).length;
    const page = await browser.open(pages.add(pageOfOrders()));
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    const { popup, before, controls } = await translated(page);
    // Until the lexer is there, an answer stands in plain paragraphs.
    await popup.waitFor('.answer a');
    const [names, attributes, marks] = await popup.evaluate(standing);
    expect(marks).toBe(redTeam.length);
    expect(redTeam.length).toBeGreaterThanOrEqual(40);
    expect(names.filter((tag) => !TAGS.some((allowed) => allowed === tag))).toEqual([]);
    expect(attributes.filter((each) => !ATTRIBUTES.some((allowed) => allowed === each))).toEqual(
      [],
    );
    expect(controls).toEqual(harmless.controls);
    expect(await popup.evaluate(schemesInTheAnswer)).toEqual(['https:', 'mailto:']);
    expect(await popup.evaluate<string[]>('return window.wrongs;')).toEqual([]);
    expect(await popup.evaluate(stateOfGloss)).toBe(before);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
    const [post, ...others] = postsOf(api).slice(sent);
    expect(others).toEqual([]);
    const { Output } = await openReceipt(popup);
    const { usage } = post?.answered ?? {};
    expect(Output).toContain(Number(usage?.output_tokens).toLocaleString('en'));
    expect(othersAsked(browser.contactedHosts().slice(asked), ['api.anthropic.com'])).toEqual([]);
  });

  test('another extension gets no answer, and into no page of ours', async () => {
    const { browser, api } = stage;
    await browser.closePopup();
    await browser.openExtensionPage('options.html');
    const neighbour = await browser.addNeighbour(resolve('tests/hostile/neighbour'));
    const page = await browser.open(`${neighbour}/page.html`);
    const asked = api.requests.length;
    const attempts = await page.evaluate(attack, browser.extensionId, browser.extensionOrigin);
    expect(attempts).toMatchObject({
      ...{ answered: 0, port: 'refused', fetched: 'refused', framed: 'refused', entered: 0 },
    });
    expect(attempts.tabs).toBeGreaterThan(0);
    expect(api.requests).toHaveLength(asked);
    await page.close();
  });

  test('a page gets no answer from the extension', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.add('<title>x</title><p>x</p>'));
    const reply = await page.evaluate(async (origin: string) => {
      const { chrome } = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
      const refused = (url: string) =>
        fetch(url).then(
          ({ status }) => status,
          () => 'refused',
        );
      return {
        messaging: typeof chrome?.runtime?.sendMessage,
        fetched: await refused(`${origin}/popup.html`),
      };
    }, browser.extensionOrigin);
    expect(reply).toEqual({ messaging: 'undefined', fetched: 'refused' });
  });

  test('the key is in no storage area, in no view and in no message of the extension', async () => {
    const { browser, api } = stage;
    const options = await browser.openExtensionPage('options.html');
    await options.waitFor('text=Forget key');
    expect(await options.evaluate(() => document.documentElement.outerHTML)).not.toContain(demoKey);
    const areas = await options.evaluate(async () => {
      const { storage } = (
        globalThis as unknown as {
          browser: { storage: Record<string, { get(all: null): Promise<unknown> }> };
        }
      ).browser;
      return JSON.stringify(
        await Promise.all(['local', 'session', 'sync'].map((area) => storage[area]?.get(null))),
      );
    });
    expect(areas).not.toContain(demoKey);
    expect(await browser.inBackground(allStored)).not.toContain(demoKey);
    const status = await options.evaluate(() =>
      (
        globalThis as unknown as {
          browser: { runtime: { sendMessage(m: unknown): Promise<unknown> } };
        }
      ).browser.runtime.sendMessage({ kind: 'key-status', endpointId: 'anthropic' }),
    );
    expect(status).toEqual({
      kind: 'saved',
      keep: 'device',
      lastFour: demoKey.slice(-4),
    });
    for (const { path, headers } of api.requests) {
      expect(path).not.toContain(demoKey);
      expect(
        Object.entries(headers)
          .filter(([, value]) => String(value).includes(demoKey))
          .map(([header]) => header),
      ).toEqual(['x-api-key']);
    }
    expect(postsOf(api).length).toBeGreaterThan(0);
  });

  test('a content script, even a hostile one, finds no key, no answer and no ear', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await browser.closePopup();
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    api.reset();
    const found = await popup.evaluate(lookAround);
    expect(found).not.toContain(demoKey);
    expect(found).not.toContain(canary);
    expect(found).toContain(name === 'chromium' ? '"local":"refused"' : '"session":"refused"');
    expect(found).toContain('"answers":0');
    expect(api.requests).toEqual([]);
    await browser.closePopup();
  });

  if (name === 'chromium')
    test('the browser warns of one site at the installation', async () => {
      const { browser } = stage;
      const manifest = readFileSync(join(buildFor(name), 'manifest.json'), 'utf8');
      const options = await browser.openExtensionPage('options.html');
      const warnings = await options.evaluate((text: string) => {
        const { chrome } = globalThis as unknown as {
          chrome: { management: { getPermissionWarningsByManifest(m: string): Promise<string[]> } };
        };
        return chrome.management.getPermissionWarningsByManifest(text);
      }, manifest);
      expect(warnings).toEqual(['Read and change your data on api.anthropic.com']);
    });

  test('views can reach no network', async () => {
    const { browser } = stage;
    const options = await browser.openExtensionPage('options.html');
    const tried = await options.evaluate(() =>
      Promise.all(
        ['https://api.anthropic.com/v1/models', 'https://example.org/', 'http://127.0.0.1:9/'].map(
          (url) =>
            fetch(url).then(
              () => 'reached',
              () => 'refused',
            ),
        ),
      ),
    );
    expect(tried).toEqual(['refused', 'refused', 'refused']);
  });
});
