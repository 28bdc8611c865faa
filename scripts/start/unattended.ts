import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { View } from '../../tests/browsers/browser';
import type { FoundBrowser } from '../../tests/browsers/find';
import { root } from './build';
import { hasCamera, hasOwnScreen } from './choose';
import { readPopup, write } from './report';
import { openArticle, type Stage } from './stage';

const folder = join(root, 'artifacts/start');

/** As long as Gloss itself waits for an answer. */
const patience = { timeout: 120_000 };

/** Does what a user would do, and shows what came of it. */
export async function doTheJob(stage: Stage, found: FoundBrowser): Promise<void> {
  const popup = await summarize(stage, found);
  await popup.waitFor('.receipt, .problem, .run-note', patience);
  const pictures = await takePictures(stage, popup, found);
  const shown = await popup.evaluate(readPopup);
  if (shown.answer.length > 0) console.log(`${write(shown)}\n`);
  console.log(`Pictures: ${pictures.map((path) => relative(root, path)).join(', ')}`);
  const errors = await stage.browser.errors();
  if (errors.length > 0) throw new Error(`The extension met an error: ${errors.join('; ')}`);
  if (shown.problem) throw new Error(`The popup says: ${shown.problem}`);
}

/** By the context menu; in headless Chromium, which has none, by the toolbar button. */
async function summarize(stage: Stage, found: FoundBrowser): Promise<View> {
  const { browser } = stage;
  const page = await openArticle(stage);
  await page.select('article');
  if (found.family === 'firefox' || hasOwnScreen()) {
    console.log('Selecting the article, right-click, Summarize:\n');
    await browser.rightClick(page, '#lead', 'Summarize');
    return browser.popup();
  }
  console.log('Selecting the article, toolbar button, Summarize (no screen for a context menu):\n');
  await browser.clickToolbarButton(page);
  const popup = await browser.popup();
  await popup.waitFor('text=Summarize');
  await popup.click('text=Summarize');
  return popup;
}

async function takePictures({ browser }: Stage, popup: View, found: FoundBrowser) {
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];
  const take = async (name: string, shoot: (path: string) => Promise<void>) => {
    const path = join(folder, `${found.name}-${name}.png`);
    await shoot(path);
    taken.push(path);
  };
  if (hasOwnScreen() && hasCamera()) await take('screen', browser.screenshot);
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulate({ colorScheme });
    await take(`popup-${colorScheme}`, popup.screenshot);
  }
  return taken;
}
