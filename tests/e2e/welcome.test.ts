import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../browsers/browser';
import { type PageServer, servePages } from '../pages/serve';
import { tabTo } from './keyboard';
import { answerIn, browserNames, demoKey, ended, type Stage, setStage } from './support';

const sentence = '.welcome-sentence p';
const toldOnDevice = 'picked on this device. No model read it; nothing was sent.';

describe.each(browserNames)('the welcome page in %s', (name) => {
  let stage: Stage;
  let pages: PageServer;
  let welcome: Page;
  let begun: number;
  beforeAll(async () => {
    begun = Date.now();
    pages = await servePages();
    const before = pages.article;
    stage = await setStage(name, { welcome: true, permanent: true, before });
    welcome = await stage.browser.page('/welcome.html');
    await welcome.waitFor('h1');
  });
  afterAll(async () => {
    await stage?.close();
    await pages?.close();
  });

  test('opens by itself when Gloss is installed, and not when its background starts again', async () => {
    const { browser } = stage;
    expect(await welcomeTabs(welcome)).toBe(1);
    await browser.killBackground();
    await wake(welcome);
    expect(await welcomeTabs(welcome)).toBe(1);
  });

  test('has no finding of axe, in light and dark, and fits 320 px', async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await welcome.emulate({ colorScheme });
      expect(await welcome.axe()).toEqual([]);
    }
    await welcome.resize({ width: 320 });
    await welcome.waitUntil(() => innerWidth <= 320);
    expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBeLessThan(321);
    await welcome.resize({});
  });

  test('answers by keyboard alone, offline, for nothing; a reload keeps the answer', async () => {
    const { browser, api } = stage;
    await browser.setOffline(true);
    // A click of the real mouse, so that the keys go to this page.
    await browser.clickOnScreen(welcome, 'h1');
    await tabTo(welcome, 'Summarize this text');
    await welcome.press('Enter');
    await welcome.waitFor('.sample-answer .receipt');
    expect(await welcome.text('.sample-answer')).toContain(toldOnDevice);
    expect(await welcome.text('.receipt')).toContain('$0.00');
    // Until its Markdown is read an answer is shown as it was written.
    await welcome.waitFor('.sample-answer li');
    // From before the browser was even started; the promise is a minute from the installation.
    expect(Date.now() - begun).toBeLessThan(60_000);
    const answer = await answerIn(welcome);
    expect(answer.length).toBeGreaterThan(100);
    expect(await welcome.axe()).toEqual([]);
    await welcome.goto(await welcome.url());
    await welcome.waitFor('.sample-answer .receipt');
    await expect.poll(() => answerIn(welcome)).toBe(answer);
    await browser.setOffline(false);
    expect(api.requests).toEqual([]);
  });

  test('ticks off the right-click on its sentence, also when the background has slept', async () => {
    const { browser, api } = stage;
    await welcome.bringToFront();
    await welcome.select(sentence);
    await browser.killBackground();
    await browser.rightClick(welcome, sentence, 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    expect(await answerIn(popup)).toContain(await welcome.text(sentence));
    expect(await popup.text()).toContain(toldOnDevice);
    await browser.closePopup();
    await welcome.waitFor('[aria-labelledby=menu] .icon-check');
    expect(await welcome.text('[aria-labelledby=menu] [role=status]')).toMatch(/^Done/);
    expect(api.requests).toEqual([]);
  });

  test('a tab that was open before Gloss was there needs no reload', async () => {
    const { browser, api } = stage;
    const page = await browser.page(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    expect(await popup.text()).toContain(toldOnDevice);
    expect(api.requests).toEqual([]);
    await browser.closePopup();
  });

  test('a key is tested at once, with a question that costs nothing', async () => {
    const { api } = stage;
    await welcome.bringToFront();
    await welcome.type('input[type=password]', demoKey);
    await welcome.press('Enter');
    await welcome.waitFor('.key-outcome.good');
    expect(await welcome.text('.key-outcome')).toContain('5 models');
    expect(api.requests.map(({ path }) => path.split('?')[0])).toEqual(['/v1/models']);
    expect(await welcome.axe()).toEqual([]);
  });

  test('a budget is chosen and kept', async () => {
    const chosen = () => welcome.evaluate<string | undefined>(chosenBudget);
    expect(await chosen()).toBe('$5.00');
    await welcome.click('text=$20.00');
    await welcome.waitUntil(storedLimitIs, 20_000_000_000);
    await welcome.goto(await welcome.url());
    await expect.poll(chosen).toBe('$20.00');
    expect(await stage.browser.errors()).toEqual([]);
  });

  // Chromium's protocol installs it anew at each start.
  if (name === 'firefox')
    test('does not open again when the browser starts again', async () => {
      await stage.crash();
      const popup = await stage.browser.openExtensionPage('popup.html');
      await wake(popup);
      expect(await welcomeTabs(popup)).toBe(0);
    });
});

function welcomeTabs(page: Page): Promise<number> {
  return page.evaluate(`
    const { tabs } = globalThis.browser ?? chrome;
    return (await tabs.query({})).filter(({ url }) => url?.endsWith('/welcome.html')).length;`);
}

/** Starts the background if it is not there, and waits until it has answered. */
async function wake(page: Page): Promise<void> {
  await page.evaluate(`
    const { runtime } = globalThis.browser ?? chrome;
    await runtime.sendMessage({ kind: 'stop', runId: 'none' });`);
}

const chosenBudget = `
  return document.querySelector('input[name=budget]:checked')?.closest('label')?.innerText.trim();`;

const storedLimitIs = `
  const { storage } = globalThis.browser ?? chrome;
  return (await storage.local.get('settings')).settings?.monthlyLimit === args[0];`;
