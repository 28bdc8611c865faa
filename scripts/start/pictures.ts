import { execFile } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Page, View } from '../../tests/browsers/browser';
import type { FoundBrowser } from '../../tests/browsers/find';
import { temporaryDirectory } from '../../tests/browsers/processes';
import { openArticle, openStage, type Stage } from './stage';

const run = promisify(execFile);

interface Shooting {
  readonly found: FoundBrowser;
  readonly extensionDir: string;
  readonly theme: 'light' | 'dark';
  readonly pathOf: (name: string) => string;
}

/** In pixels of a page; the pictures have twice as many. */
const width = 1160;
const height = 638;
const scale = 2;

/** One theme: the options, the preview, the answer, and all of the screen. */
export async function takePictures(shooting: Shooting): Promise<void> {
  const { found, extensionDir, theme, pathOf } = shooting;
  const launch = { width: width * scale, height: height * scale, colorScheme: theme };
  const doubled = { ...found, path: doubledBrowser(found.path) };
  const stage = await openStage({ found: doubled, extensionDir, key: null, launch });
  const take = async (name: string, shoot: (path: string) => Promise<void>) => {
    const path = pathOf(`${name}-${theme}`);
    await pause(300);
    await shoot(path);
    await shrink(path);
    console.log(`${name}-${theme}: ${Math.round(statSync(path).size / 1000)} kB`);
  };
  try {
    await stage.options.resize({ width: 760, height: 830 });
    await stage.options.evaluate(hideScrollbar);
    await stage.options.evaluate(fitWindow, width, height);
    // What was chosen last for the stage is further down.
    await stage.options.evaluate('scrollTo(0, 0);');
    await take('options', stage.options.screenshot);
    const page = await openArticle(stage);
    await page.evaluate(makeRoomForPopup);
    await take('preview', (await openPopup(stage, page)).screenshot);
    await stage.browser.closePopup();
    const answer = await summarize(stage, page, '#third');
    await take('main', async (path) => {
      await stage.browser.screenshot(path);
      await castShadow(path, await answer.evaluate<Edges>(edges));
    });
    await stage.browser.closePopup();
    const popup = await summarize(stage, page, '#lead');
    await popup.click('.receipt summary');
    await take('popup', popup.screenshot);
  } finally {
    await stage.close();
  }
}

async function openPopup({ browser }: Stage, page: Page): Promise<View> {
  await browser.clickToolbarButton(page);
  const popup = await browser.popup();
  await popup.waitFor('text=Summarize');
  return popup;
}

/** From the first paragraph to the given one. */
async function summarize(stage: Stage, page: Page, last: string): Promise<View> {
  await page.evaluate(selectUpTo, last);
  const popup = await openPopup(stage, page);
  await popup.click('text=Summarize');
  await popup.waitFor('.receipt', { timeout: 60_000 });
  return popup;
}

const makeRoomForPopup = `
  const style = document.createElement('style');
  style.textContent =
    'body { max-inline-size: 29em; margin: 2em 3em } ::selection { background: light-dark(#cfe0fb, #2c4a7c) }';
  document.head.append(style);`;

const hideScrollbar = `document.documentElement.style.scrollbarWidth = 'none';`;

/** The browser measures its window in pixels of a page, and is told the screen's. */
const fitWindow = `
  const { id } = await chrome.windows.getCurrent();
  await chrome.windows.update(id, { left: 0, top: 0, width: args[0], height: args[1] });`;

const selectUpTo = `
  const range = document.createRange();
  range.setStart(document.querySelector('#lead'), 0);
  range.setEnd(document.querySelector(args[0]), 1);
  getSelection().removeAllRanges();
  getSelection().addRange(range);`;

/** The same browser at twice the resolution, without the word about the sandbox that root cannot have. */
function doubledBrowser(path: string): string {
  const script = join(temporaryDirectory('pictures'), 'browser.sh');
  const flags = `--force-device-scale-factor=${scale} --test-type`;
  writeFileSync(script, `#!/bin/sh\nexec "${path}" "$@" ${flags}\n`, { mode: 0o755 });
  return script;
}

type Edges = readonly [x: number, y: number, width: number, height: number];

/** Left, top, width and height of the popup on the screen. */
const edges =
  'return [screenX, screenY, innerWidth, innerHeight].map((n) => n * devicePixelRatio);';

/** As a desktop draws it around a popup; a bare screen does not. */
async function castShadow(path: string, [x, y, w, h]: Edges): Promise<void> {
  const blurred = [
    '-fill',
    'rgba(0,0,0,0.3)',
    '-draw',
    `rectangle ${x},${y + 12} ${x + w},${y + h + 12}`,
    '-blur',
    '0x18',
  ];
  const outline = [
    '-fill',
    'rgba(128,128,128,0.5)',
    '-draw',
    `rectangle ${x - 2},${y - 2} ${x + w + 1},${y + h + 1}`,
  ];
  const screen = `${width * scale}x${height * scale}`;
  const shadow = ['(', '-size', screen, 'xc:none', ...blurred, ...outline, ')', '-composite'];
  const popup = [
    '(',
    path,
    '-crop',
    `${w}x${h}+${x}+${y}`,
    '+repage',
    ')',
    '-geometry',
    `+${x}+${y}`,
    '-composite',
  ];
  await run('convert', [path, ...shadow, ...popup, '-shave', '2x2', path]);
}

/** To a palette: text and flat colours lose nothing that can be seen. */
async function shrink(path: string): Promise<void> {
  await run('convert', [path, '-strip', '-dither', 'None', '-colors', '256', `PNG8:${path}`]);
}
