import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page, View } from '../browsers/browser';
import { type LinkedServer, serveLinked } from '../pages/linked';
import { madePdf } from '../pages/pdfs';
import { answerIn, browserNames, ended, haveKey, postsOf, type Stage, setStage } from './support';

const item = 'Summarize linked page';
const sites = [
  'news.example',
  'mirror.example',
  'wall.example',
  'else.example',
  'again.example',
  'asleep.example',
  'short.example',
] as const;

/** What Chromium says of handlers, styles and replies that it did not let in. */
const toldByItself =
  /^(Executing|Applying) inline [\s\S]*The action has been blocked|blocked by CORS policy/;

const menu = `<nav><ul>${'<li><a href="/else">Somewhere else</a></li>'.repeat(12)}</ul></nav>`;
const paragraphs = [1, 2, 3, 4, 5, 6]
  .map(
    (n) =>
      `<p>${n}. The harbour froze in January, and ships waited for a month. Nobody, the mayor said, had planned for that: there was one icebreaker, and it was abroad.</p>`,
  )
  .join('');
const site = 'https://news.example';
/** All that a page could load, were it shown. */
const loading = `<link rel="stylesheet" href="${site}/style.css"><script src="${site}/script.js"></script>
  <img src="${site}/image.png" srcset="${site}/other.png 2x" onerror="fetch('${site}/error')"><iframe src="${site}/frame"></iframe>
  <video poster="${site}/poster.png" src="${site}/video.mp4"></video><object data="${site}/object"></object>
  <p style="background: url(${site}/background.png)">A <b>styled</b> line.</p><style>@import '${site}/more.css';</style>`;
const article = `<!doctype html><html lang="en"><head><title>A hard winter</title>
  <link rel="icon" href="${site}/icon.png"></head><body>${menu}<main><article><h1>A hard winter</h1>
  ${paragraphs}<p hidden>Nobody sees this.</p><pre>if (ice) {\n  wait();\n}</pre></article></main>${loading}</body></html>`;

describe.each(browserNames)('a link in %s', (name) => {
  let stage: Stage;
  let linked: LinkedServer;

  beforeAll(async () => {
    linked = await serveLinked();
    linked.answer('/winter', { body: article });
    linked.answer('/cookie', { headers: { 'set-cookie': 'canary=1; Secure; SameSite=None' } });
    linked.answer('/moved', { status: 302, headers: { location: '/winter' } });
    linked.answer('/away', { status: 302, headers: { location: 'https://else.example/winter' } });
    linked.answer('/short', {
      body: `<noscript><meta http-equiv="refresh" content="0;url=https://else.example/winter"></noscript>
        <script>location.replace('https://else.example/winter')</script>`,
    });
    linked.answer('/round', { status: 302, headers: { location: '/round' } });
    linked.answer('/login', {
      body: '<title>Sign in</title><form><input type="password"></form><p>Please sign in.</p>',
    });
    linked.answer('/members', { status: 302, headers: { location: '/login?to=/members' } });
    linked.answer('/shell', {
      body: '<div id="app">Loading…</div><script src="/app.js"></script>',
    });
    linked.answer('/status', {
      body: '<p>All systems operational.</p><script src="/app.js"></script>',
    });
    linked.answer('/broken', {
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync(article).fill(0xff, 20),
    });
    linked.answer('/deep', { body: `${'<div>'.repeat(100_000)}${paragraphs}` });
    linked.answer('/report.pdf', {
      headers: { 'content-type': 'application/pdf' },
      body: await madePdf(2),
    });
    linked.answer('/download', {
      headers: { 'content-type': 'application/octet-stream' },
      body: await madePdf(2),
    });
    linked.answer('/sign', {
      body: '<title>Moved</title><meta http-equiv="refresh" content="0; url=/winter"><p>It has moved.</p>',
    });
    linked.answer('/noscript', {
      body: `<noscript>${paragraphs}</noscript><div id="app"></div><script src="/app.js"></script>`,
    });
    linked.answer('/xml', {
      headers: { 'content-type': 'application/xhtml+xml' },
      body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="a.js"/><title>A hard winter</title></head><body>${paragraphs}</body></html>`,
    });
    linked.answer('/packed.txt', {
      headers: { 'content-type': 'text/plain' },
      body: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0),
    });
    linked.answer('/image.png', { headers: { 'content-type': 'image/png' }, body: 'png' });
    linked.answer('/notes.txt', {
      headers: { 'content-type': 'text/plain; charset=iso-8859-1' },
      body: Uint8Array.from('The caf\xe9 is closed.', (each) => each.charCodeAt(0)),
    });
    stage = await setStage(name, {
      hosts: Object.fromEntries(sites.map((site) => [site, linked.port])),
      still: false,
    });
    await haveKey(stage.browser);
  });
  afterEach(() => stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    await linked?.close();
  });

  async function linking(address: string): Promise<Page> {
    stage.api.reset();
    linked.forget();
    const { browser, pages } = stage;
    return browser.open(
      pages.add(`<!doctype html><title>Linking</title><p><a href="${address}">More of it</a></p>`),
    );
  }

  /** Right-click, the item, the answer to the question, if one comes; the popup once it has ended. */
  async function ask(address: string, allow: boolean | null): Promise<View> {
    const { browser } = stage;
    const page = await linking(address);
    await browser.rightClick(page, 'a', item);
    if (allow !== null) await browser.answerPermissionPrompt(page, allow);
    const popup = await browser.popup();
    await ended(popup);
    return popup;
  }

  const seen = () => linked.requests.map(({ host, path }) => `${host}${path}`);
  const sent = () => postsOf(stage.api).map(({ text }) => text);
  const isAllowed = (view: View, site: string) =>
    view.evaluate<boolean>(
      `return (globalThis.browser ?? chrome).permissions.contains({ origins: ['https://${site}/*'] });`,
    );

  test('that is refused says so, and sends nothing to anybody', async () => {
    const popup = await ask('https://news.example/winter', false);
    expect(await popup.text('.problem')).toContain('Gloss may not read news.example yet');
    expect(seen()).toEqual([]);
    expect(sent()).toEqual([]);
  });

  // Chromium closes the popup under the question, and what it has just said to a background that sleeps is lost.
  test.each([
    ['', 'again.example'],
    [', with the background asleep', 'asleep.example'],
  ])('can be allowed after all, by the button%s', async (asleep, to) => {
    const { browser } = stage;
    const page = await linking(`https://${to}/winter`);
    await browser.rightClick(page, 'a', item);
    await browser.answerPermissionPrompt(page, false);
    const popup = await browser.popup();
    await popup.waitFor(`text=Allow ${to}`);
    if (asleep) await browser.killBackground();
    await popup.click(`text=Allow ${to}`);
    await browser.answerPermissionPrompt(page, true);
    const shown = await browser.popup();
    await shown.waitFor('.receipt');
    expect(seen()).toEqual([`${to}/winter`]);
    expect(postsOf(stage.api)).toHaveLength(1);
    expect(await isAllowed(shown, to)).toBe(false);
  });

  test('answers from the page’s text: one request, no cookie, and the host is given back', async () => {
    const { browser } = stage;
    const tab = await browser.open('https://news.example/cookie');
    linked.forget();
    await tab.goto('https://news.example/cookie');
    expect(linked.requests[0]?.headers.cookie).toBe('canary=1');
    await tab.close();
    const popup = await ask('https://news.example/winter', true);
    expect(await answerIn(popup)).toContain('Summary');
    expect(await popup.text('.run-head')).toMatch(/Linked page[\s\S]*A hard winter/i);
    expect(seen()).toEqual(['news.example/winter']);
    const [{ headers } = { headers: {} }] = linked.requests;
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    const [text = ''] = sent();
    expect(text).toContain('6. The harbour froze');
    expect(text).toContain('```\\nif (ice) {\\n  wait();\\n}');
    expect(text).not.toMatch(/Somewhere else|Nobody sees this/);
    expect(await isAllowed(popup, 'news.example')).toBe(false);
  });

  test('that is moved within its site is followed', async () => {
    const popup = await ask('https://mirror.example/moved', true);
    expect(await answerIn(popup)).toContain('Summary');
    expect(seen()).toEqual(['mirror.example/moved', 'mirror.example/winter']);
  });

  test('that leads on to another site says so: what comes from there may not be read', async () => {
    const popup = await ask('https://wall.example/away', true);
    expect(await popup.text('.problem')).toContain('wall.example leads on to another site');
    expect(sent()).toEqual([]);
    for (const { headers } of linked.requests) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    }
  });

  test('that is shortened can be read where it leads to, once that site is allowed, too', async () => {
    const { browser } = stage;
    const page = await linking('https://short.example/short');
    await browser.rightClick(page, 'a', item);
    await browser.answerPermissionPrompt(page, true);
    const popup = await browser.popup();
    await popup.waitFor('text=Allow else.example');
    expect(await popup.text('.problem')).toContain('The link leads on to it.');
    await popup.click('text=Allow else.example');
    await browser.answerPermissionPrompt(page, true);
    const shown = await browser.popup();
    await shown.waitFor('.receipt');
    expect(seen()).toEqual(['short.example/short', 'else.example/winter']);
    expect(sent()[0]).toContain('6. The harbour froze');
    expect(await isAllowed(shown, 'else.example')).toBe(false);
  });

  // Chromium asks no second time about a site that was allowed once.
  const again = name === 'chromium' ? null : true;

  test.each([
    ['a wall', '/members', 'It wants you to sign in.'],
    ['an image', '/image.png', 'It is neither a page nor text, but image/png.'],
    ['nothing', '/missing', 'wall.example answered with status 404.'],
    ['itself', '/round', 'wall.example leads on to another site, or round in a circle'],
    [
      'a shell that scripts would fill',
      '/shell',
      'It has hardly any text, at least without its scripts.',
    ],
    ['what breaks off', '/broken', 'wall.example answered, but its answer broke off'],
    [
      'a shell that says so at length',
      '/noscript',
      'It has hardly any text, at least without its scripts.',
    ],
    ['bytes that are called text', '/packed.txt', 'but application/octet-stream.'],
  ])('to %s says so, and sends nothing', async (_, path, words) => {
    const popup = await ask(`https://wall.example${path}`, again);
    expect(await popup.text('.problem')).toContain(words);
    expect(await popup.text('.problem .button')).toBe('Open wall.example');
    expect(sent()).toEqual([]);
  });

  test('to a plain text is read in its encoding', async () => {
    await ask('https://wall.example/notes.txt', again);
    expect(sent()[0]).toContain('The café is closed.');
  });

  test('to a short page is read, and may hold more', async () => {
    const popup = await ask('https://wall.example/status', again);
    expect(sent()[0]).toContain('All systems operational.');
    expect(await popup.text('.run-head')).toContain('Gloss read this page without its scripts');
  });

  test('to a page of 100,000 elements in each other is read like any other', async () => {
    await ask('https://wall.example/deep', again);
    expect(sent()[0]).toContain('6. The harbour froze');
  });

  test.each([
    ['a PDF', '/report.pdf'],
    ['a PDF that is called bytes', '/download'],
  ])('to %s is sent as one', async (_, path) => {
    const popup = await ask(`https://wall.example${path}`, again);
    expect(await popup.text('.run-head')).toMatch(new RegExp(`PDF[\\s\\S]*${path.slice(1)}`));
    expect(sent()[0]).toContain('application/pdf');
  });

  test.each([
    ['a sign is followed within its site', '/sign', ['wall.example/sign', 'wall.example/winter']],
    ['a page written as XML is read like any other', '/xml', ['wall.example/xml']],
  ])('to %s', async (_, path, asked) => {
    const popup = await ask(`https://wall.example${path}`, again);
    expect(await popup.text('.run-head')).toMatch(/Linked page[\s\S]*A hard winter/i);
    expect(sent()[0]).toContain('6. The harbour froze');
    expect(seen()).toEqual(asked);
  });

  test('that is not encrypted is read so that nobody can read along', async () => {
    const popup = await ask('http://wall.example/winter', again);
    expect(await popup.text('.run-head')).toContain('A hard winter');
    expect(seen()).toEqual(['wall.example/winter']);
  });

  test('leaves nothing uncaught', async () => {
    const errors = await stage.browser.errors();
    expect(errors.filter((each) => !toldByItself.test(each))).toEqual([]);
  });
});
