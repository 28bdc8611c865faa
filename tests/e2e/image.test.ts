import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page, RightClickOptions, View } from '../browsers/browser';
import { type PictureSite, servePicture } from '../pages/picture-site';
import { type Color, pngOf } from '../pages/png';
import { copiedFrom, expectSame } from './glass';
import {
  browserNames,
  ended,
  haveKey,
  openReceipt,
  postsOf,
  type Stage,
  setStage,
} from './support';

const host = 'pictures.example';
/** Chromium asks no second time for what was given back. */
const other = 'other-pictures.example';
const framed = 'framed-pictures.example';
const teal: Color = [0, 128, 128];
const rust: Color = [183, 65, 14];
const gold: Color = [255, 215, 0];

const css = ([red, green, blue]: Color) => `rgb(${red} ${green} ${blue})`;

/** A page on a ground of another color than any picture on it. */
const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><title>Pictures</title><link rel="icon" href="data:,">
   <body style="background: #ddf"><p>A page with a picture.</p>${body}`;

interface Tabs {
  query(which: object): Promise<readonly { readonly id?: number }[]>;
  setZoom(tabId: number | undefined, factor: number): Promise<void>;
}

interface Sent {
  readonly width: number;
  readonly height: number;
  readonly color: readonly number[];
}

/** What a browser sees of an image: its size, and its color at the middle and near all corners if it is the same. */
async function look(source: { media_type: string; data: string }): Promise<Sent> {
  const bytes = Uint8Array.from(atob(source.data), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: source.media_type }));
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number) =>
    [...(context?.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data ?? [])]
      .slice(0, 3)
      .join();
  const colors = [at(0.5, 0.5), at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)];
  if (new Set(colors).size > 1) throw new Error(`Several colors: ${colors.join(' ')}`);
  return { width, height, color: colors[0]?.split(',').map(Number) ?? [] };
}

describe.each(browserNames)('an image in %s', (name) => {
  let stage: Stage;
  let site: PictureSite;

  beforeAll(async () => {
    site = await servePicture(pngOf(300, 200, rust));
    const hosts = Object.fromEntries([host, other, framed].map((each) => [each, site.port]));
    stage = await setStage(name, { hosts, private: true, still: false });
    await haveKey(stage.browser);
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(async () => {
    await stage?.close();
    await site?.close();
  });

  const open = (body: string) => stage.browser.open(stage.pages.add(pageOf(body)));

  /** The one image that was sent, as it looks. */
  async function sent(page: Page): Promise<Sent> {
    const [body, second] = postsOf(stage.api).map((post) => post.body);
    expect(second).toBeUndefined();
    const { messages } = body as {
      messages: { content: { type: string; source: { media_type: string; data: string } }[] }[];
    };
    const image = messages[0]?.content.find(({ type }) => type === 'image');
    if (!image) throw new Error('No image was sent');
    return page.evaluate(look, image.source);
  }

  async function describeByClick(
    page: Page,
    allow?: boolean,
    selector = 'img',
    options?: RightClickOptions,
  ): Promise<View> {
    await stage.browser.rightClick(page, selector, 'Describe image', options);
    if (allow !== undefined) await stage.browser.answerPermissionPrompt(page, allow);
    const popup = await stage.browser.popup();
    await ended(popup);
    return popup;
  }

  const note = (popup: View) => popup.text('.run-picture .picture-note');

  async function previewInView(page: Page): Promise<View> {
    await stage.browser.clickToolbarButton(page);
    const popup = await stage.browser.popup();
    await popup.waitFor('.estimate');
    await popup.click('text=Describe the picture in view');
    await popup.waitFor('.picture');
    return popup;
  }

  test('of the page itself is sent as it is, and the page is asked for nothing', async () => {
    const image = stage.pages.add(pngOf(600, 400, teal), { 'content-type': 'image/png' });
    const page = await open(`<img src="${image}" width="90" alt="A harbour">`);
    const asked = stage.pages.asked();
    const popup = await describeByClick(page);
    expect(await sent(page)).toEqual({ width: 600, height: 400, color: teal });
    expect(stage.pages.asked()).toBe(asked);
    expect(await popup.text('.run-head h2')).toBe('A harbour');
    expect(await note(popup)).toBe('600 × 400 px');
    await popup.click('.receipt summary');
    await expectSame(await copiedFrom(popup), postsOf(stage.api)[0], stage.api);
    expect(await popup.axe()).toEqual([]);
  });

  test('that is larger than the model sees is scaled down first, and takes what was said', async () => {
    const image = stage.pages.add(pngOf(5000, 500, teal), { 'content-type': 'image/png' });
    const page = await open(`<img src="${image}" width="400">`);
    const popup = await previewInView(page);
    expect(await popup.text('.eyebrow')).toContain(
      '2,576 × 258 px · scaled down from 5,000 × 500 px',
    );
    await popup.click('text=Describe image');
    await ended(popup);
    expect(await sent(page)).toEqual({ width: 2576, height: 258, color: teal });
    const [post] = postsOf(stage.api);
    // 92 × 10 squares of 28 pixels, and the words around it.
    const tokens = post?.answered?.usage?.input_tokens ?? 0;
    expect(tokens - 920).toBeGreaterThan(0);
    expect(tokens - 920).toBeLessThan(160);
    expect(await openReceipt(popup)).toHaveProperty('Input');
  });

  test('of another site is fetched where the user lets us, without cookies', async () => {
    const page = await open(`<img src="https://${host}/a.png" width="90">`);
    const before = site.asked.length;
    const popup = await describeByClick(page, true);
    expect(await sent(page)).toEqual({ width: 300, height: 200, color: rust });
    expect(await note(popup)).toBe('300 × 200 px');
    const [request, second] = site.asked.slice(before);
    expect(second).toBeUndefined();
    expect(request).not.toHaveProperty('cookie');
    expect(request).not.toHaveProperty('referer');
  });

  test('of another site is taken from the screen where the user does not', async () => {
    const page = await open(
      `<img src="https://${other}/b.png" style="margin: 50px 0 0 70px; width: 120px; height: 80px">`,
    );
    const before = site.asked.length;
    const popup = await describeByClick(page, false);
    expect(site.asked).toHaveLength(before);
    const ratio = await page.evaluate(() => devicePixelRatio);
    const { width, height, color } = await sent(page);
    expect(color).toEqual(rust);
    expect(Math.abs(width - 120 * ratio)).toBeLessThanOrEqual(2);
    expect(Math.abs(height - 80 * ratio)).toBeLessThanOrEqual(2);
    expect(await note(popup)).toContain('as seen on the screen');
  });

  /** Beside another item of ours it is the second, in a submenu. */
  const second = { below: 1, nested: 1 };

  test.each<[string, (image: string) => string, string, RightClickOptions, number]>([
    ['that is a link', (image) => `<a href="#"><img src="${image}"></a>`, 'img', second, 600],
    [
      'of several that the browser chose',
      (image) => `<picture><source srcset="${image} 1x"><img src="data:," width="90"></picture>`,
      'img',
      {},
      600,
    ],
    [
      'in a frame of the page’s site',
      (image) => `<iframe srcdoc='<img src="${image}" height="100">'></iframe>`,
      'iframe',
      second,
      600,
    ],
    [
      'in a drawing',
      (image) =>
        `<svg width="90" height="60"><image href="${image}" width="90" height="60"/></svg>`,
      'image',
      { below: 1 },
      180,
    ],
    // Nobody can draw it: it is taken from the screen.
    ['on a button', (image) => `<input type="image" src="${image}" width="90">`, 'input', {}, 90],
    [
      'on a button in a frame with room around it',
      (image) =>
        `<iframe srcdoc='<body style="margin: 0"><input type="image" src="${image}" width="90">'
          width="90" height="60" scrolling="no" style="padding: 25px"></iframe>`,
      'iframe',
      second,
      90,
    ],
  ])('%s is described by right-click', async (_, body, selector, options, width) => {
    const image = stage.pages.add(pngOf(600, 400, teal), { 'content-type': 'image/png' });
    const page = await open(body(image));
    const nth = name === 'chromium' ? options : {};
    const popup = await describeByClick(page, undefined, selector, nth);
    await popup.waitFor('.receipt');
    expect(await sent(page)).toEqual({ width, height: (width * 2) / 3, color: teal });
    await page.close();
  });

  // Firefox does not tell where such a picture is from.
  test('that the page has made and given back is described by right-click', async () => {
    const page = await open(`<script>
      const image = new Image(320);
      image.src = URL.createObjectURL(new Blob([
        Uint8Array.from(atob('${pngOf(64, 48, gold).toString('base64')}'), (one) => one.charCodeAt(0))]));
      image.onload = () => { URL.revokeObjectURL(image.src); document.title = 'Given back'; };
      document.body.append(image);</script>`);
    await page.waitUntil(() => document.title === 'Given back');
    await describeByClick(page);
    expect(await sent(page)).toEqual({ width: 64, height: 48, color: gold });
    await page.close();
  });

  test('that style shows in the place of another one is what is sent', async () => {
    const [shown, hidden] = [gold, teal].map((color) =>
      stage.pages.add(pngOf(600, 400, color), { 'content-type': 'image/png' }),
    );
    const page = await open(
      `<img src="${hidden}" style="content: url(${shown}); width: 150px; height: 100px">`,
    );
    const popup = await describeByClick(page);
    expect(await sent(page)).toMatchObject({ color: gold });
    expect(await note(popup)).toContain('as seen on the screen');
    await page.close();
  });

  // Firefox's protocol cannot press a button in the frame of another process.
  if (name === 'chromium')
    test('in a frame of another site is fetched where the user lets us', async () => {
      const page = await open(`<iframe src="https://${framed}/c.png" height="150"></iframe>`);
      await describeByClick(page, true, 'iframe', second);
      expect(await sent(page)).toEqual({ width: 300, height: 200, color: rust });
    });

  test.each([
    [
      'a canvas',
      `<canvas width="320" height="240"></canvas><script>
         const context = document.querySelector('canvas').getContext('2d');
         context.fillStyle = '${css(gold)}'; context.fillRect(0, 0, 320, 240);</script>`,
      320,
      '320 × 240 px',
    ],
    [
      'a drawing in the page',
      `<svg width="320" height="240"><rect width="320" height="240" fill="${css(gold)}"/></svg>`,
      320,
      'as seen on the screen',
    ],
    [
      'a drawing that stands outside of a box that cuts',
      `<div style="width: 30px; height: 30px; overflow: hidden"><svg width="320" height="240" style="position: absolute; top: 100px">
         <rect width="320" height="240" fill="${css(gold)}"/></svg></div>`,
      320,
      'as seen on the screen',
    ],
    [
      'a picture that is in its address',
      `<img width="320" src="data:image/png;base64,${pngOf(64, 48, gold).toString('base64')}">`,
      64,
      '64 × 48 px',
    ],
    [
      'a picture that the page has made',
      `<div id="host"></div><script>
         const image = new Image(320);
         image.src = URL.createObjectURL(new Blob([
           Uint8Array.from(atob('${pngOf(64, 48, gold).toString('base64')}'), (one) => one.charCodeAt(0))]));
         document.querySelector('#host').attachShadow({ mode: 'open' }).append(image);</script>`,
      64,
      '64 × 48 px',
    ],
    [
      'what a video shows',
      `<canvas id="film" width="160" height="120" hidden></canvas><video muted autoplay width="400"></video><script>
         const context = film.getContext('2d');
         const play = () => {
           context.fillStyle = '${css(gold)}'; context.fillRect(0, 0, 160, 120); requestAnimationFrame(play); };
         play();
         document.querySelector('video').srcObject = film.captureStream(10);</script>`,
      160,
      '160 × 120 px',
    ],
    [
      'the still in front of a video',
      `<canvas id="film" width="160" height="120" hidden></canvas>
       <video muted width="320" height="240" poster="data:image/png;base64,${pngOf(64, 48, gold).toString('base64')}"></video><script>
         const context = film.getContext('2d');
         const play = () => {
           context.fillStyle = '${css(teal)}'; context.fillRect(0, 0, 160, 120); requestAnimationFrame(play); };
         play();
         document.querySelector('video').srcObject = film.captureStream(10);</script>`,
      320,
      'as seen on the screen',
    ],
  ])('%s is what the popup offers when it is in view', async (_, body, width, head) => {
    const page = await open(body);
    await page.waitUntil(() => document.querySelector('video')?.videoWidth !== 0);
    const popup = await previewInView(page);
    expect(await popup.text('.eyebrow')).toContain(head);
    await popup.click('text=Describe image');
    await ended(popup);
    expect(await sent(page)).toMatchObject({ width, color: gold });
  });

  test.each(['#123', 'color(srgb 0.0667 0.1333 0.2)'])(
    'that is partly transparent is sent on the ground that it stands on: %s',
    async (ground) => {
      // Nobody would see what is white on white.
      const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
      <rect x="60" width="30" height="200" fill="white"/><rect x="210" width="30" height="200" fill="red"/></svg>`;
      const image = stage.pages.add(drawing, { 'content-type': 'image/svg+xml' });
      const page = await open(
        `<div style="background: ${ground}"><p style="background: #fff2"><img src="${image}" width="300"></p></div>`,
      );
      await describeByClick(page);
      expect(await sent(page)).toMatchObject({ color: [17, 34, 51] });
    },
  );

  test('of which all is transparent is said to be empty', async () => {
    const page = await open('<canvas width="320" height="240"></canvas>');
    await stage.browser.clickToolbarButton(page);
    const popup = await stage.browser.popup();
    await popup.click('text=Describe the picture in view');
    await popup.waitFor('.problem');
    expect(await popup.text('.problem')).toContain('This picture is empty');
    expect(postsOf(stage.api)).toEqual([]);
  });

  test('that only style shows is taken from the screen in a private window too, at twice the size', async () => {
    const { browser, pages } = stage;
    const image = pages.add(pngOf(600, 400, teal), { 'content-type': 'image/png' });
    const body = `<div style="width: 150px; height: 100px; background: url(${image})"></div>`;
    const page = await browser.openPrivate(pages.add(pageOf(body)));
    const ratio = await page.evaluate(() => devicePixelRatio);
    await browser.inBackground(async () => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      await tabs.setZoom(tab?.id, 2);
    });
    await page.waitUntil((before: number) => devicePixelRatio === before * 2, ratio);
    const popup = await previewInView(page);
    expect(await popup.text('.eyebrow')).toContain('as seen on the screen');
    await popup.click('text=Describe image');
    await ended(popup);
    const { width, height, color } = await sent(page);
    expect(color).toEqual(teal);
    expect(Math.abs(width - 300 * ratio)).toBeLessThanOrEqual(2);
    expect(Math.abs(height - 200 * ratio)).toBeLessThanOrEqual(2);
    await page.close();
  });

  test('is not offered where there is none, and nothing of ours is in the error list', async () => {
    const page = await open('<img width="20" height="20" alt="" src="data:,">');
    await stage.browser.clickToolbarButton(page);
    const popup = await stage.browser.popup();
    await popup.waitFor('.estimate');
    expect(await popup.text()).not.toContain('Describe the picture');
    expect(await stage.browser.errors()).toEqual([]);
  });
});
