import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../browsers/browser';
import { browserNames, ended, haveKey, type Stage, setStage, tell } from './support';

/** In Chromium a popup is then 400 × 300 pixels at most, and Firefox's screen 640 × 450. */
describe.each(browserNames)('the popup at twice its size in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name, { zoom: 2, width: 1280, height: 900 });
    await haveKey(stage.browser);
  });
  afterAll(() => stage?.close());

  test('shows the price and what sends without scrolling, before and after', async () => {
    const { browser, pages } = stage;
    await tell(browser, { kind: 'change-settings', change: { confirmAbove: 0 } });
    await browser.open(pages.article);
    await browser.pressShortcut(browser.name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await expectInSight(popup, ['.palette .box', '.palette .estimate', '.nav']);

    await popup.press('Enter');
    await popup.waitFor('.confirming');
    await expectInSight(popup, ['.run-head', '.confirming-cost', '.foot .primary']);

    await popup.click('.foot .primary');
    await ended(popup);
    await popup.waitFor('.receipt');
    await expectInSight(popup, ['.receipt', '.ask-box', '.run-bar']);
    await popup.click('.receipt summary');
    await popup.waitFor('.receipt dt');
    await expectInSight(popup, ['.receipt dl', '.ask-box', '.run-bar']);
    await popup.type('.ask-box textarea', 'Who froze?');
    await popup.press('Enter');
    await popup.waitFor('.confirming');
    await expectInSight(popup, ['.run-head', '.confirming-cost', '.foot .primary']);
    expect(await browser.errors()).toEqual([]);
    await browser.closePopup();
  });

  test('shows from its beginning what stands in the way of a question', async () => {
    const { browser } = stage;
    const change = { confirmAbove: 100_000_000, runLimit: 1000 };
    await tell(browser, { kind: 'change-settings', change });
    const popup = await startOnSelection(stage);
    await popup.waitFor('.problem .button');
    await expectInSight(popup, ['.run-head', '.problem h2']);
    await popup.click('text=Send anyway, this once');
    await popup.waitFor('.receipt');
    await popup.type('.ask-box textarea', 'Who froze?');
    await popup.press('Enter');
    await popup.waitFor('.problem .button');
    await expectInSight(popup, ['.run-head', '.problem h2']);
    await browser.closePopup();
  });

  test('stays at the passphrase that is asked for, and shows what is said of a wrong one', async () => {
    const { browser } = stage;
    const passphrase = 'correct horse battery';
    const move = { kind: 'move-key', endpointId: 'anthropic', keep: 'passphrase', passphrase };
    await tell(browser, move, { kind: 'lock-now' });
    const popup = await startOnSelection(stage);
    await popup.waitFor('.problem .unlock');
    await expectInSight(popup, ['.run-head', '.problem h2']);
    await popup.type('.unlock input', 'wrong');
    await popup.press('Enter');
    await popup.waitUntil(() => document.querySelector('.unlock .fault')?.textContent);
    await expectInSight(popup, ['.unlock input', '.unlock .fault']);
    await browser.closePopup();
  });
});

/** Starts the first of the actions on what is selected, by the popup. */
async function startOnSelection({ browser, pages }: Stage): Promise<View> {
  const page = await browser.open(pages.article);
  await page.select('#third');
  await browser.clickToolbarButton(page);
  const popup = await browser.popup();
  await popup.waitFor('.estimate');
  await popup.click('.choice-line');
  return popup;
}

async function expectInSight(popup: View, selectors: readonly string[]): Promise<void> {
  // It takes its size a little later.
  await expect.poll(() => popup.evaluate(outOfSight, selectors)).toEqual([]);
}

/** Firefox tells where on the screen a document is, but not that its window ends before. */
function outOfSight(selectors: readonly string[]): readonly string[] {
  const { clientWidth, clientHeight } = document.documentElement;
  const scrolls = clientWidth < innerWidth || clientHeight < innerHeight ? ['scroll bars'] : [];
  const { mozInnerScreenY = 0 } = window as { readonly mozInnerScreenY?: number };
  const end = Math.min(innerHeight, screen.availHeight - mozInnerScreenY);
  const gone = selectors.filter((selector) => {
    const element = document.querySelector(selector);
    if (!element) return true;
    const { left, top, width, height, right, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > end || right > innerWidth) return true;
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return !element.contains(above) && !above?.contains(element);
  });
  return [...scrolls, ...gone];
}
