import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { consentAbove } from '../../utils/core/estimate/estimate';
import type { Page, View } from '../browsers/browser';
import { madePdf, numbersIn } from '../pages/pdfs';
import {
  browserNames,
  ended,
  haveKey,
  openReceipt,
  postsOf,
  type Stage,
  setStage,
} from './support';

const [twelve, many, locked] = await Promise.all([
  madePdf(12),
  madePdf(700),
  madePdf(2, { locked: true }),
]);

describe.each(browserNames)('a PDF in the viewer of %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name, { still: false });
    await haveKey(stage.browser);
  });
  afterEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(() => stage?.close());

  /** From which cost on Gloss asks before it sends, in nano-dollars. */
  async function askAbove(confirmAbove: number): Promise<void> {
    const options = await stage.browser.openExtensionPage('options.html');
    await options.evaluate(
      "return (globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'change-settings', change: args[0] });",
      { confirmAbove },
    );
    await options.close();
  }

  /** By the toolbar; Firefox lets nobody into its viewer, so the site is asked for in a click. */
  async function look(file: string, bytes: Uint8Array): Promise<{ page: Page; popup: View }> {
    const { browser, pages } = stage;
    const page = await browser.open(pages.addPdf(file, bytes));
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    if (name === 'firefox') await allow(popup, true);
    return { page, popup };
  }

  async function allow(popup: View, allowed: boolean): Promise<void> {
    await popup.waitFor('.problem');
    expect(await popup.text('.problem h2')).toContain('127.0.0.1');
    await popup.click('.problem .button');
    await stage.browser.answerPermissionPrompt(popup, allowed);
  }

  async function choose(popup: View, which: 1 | 2, page: number): Promise<void> {
    const field = `.pages-picker label:nth-of-type(${which}) input`;
    await popup.evaluate((css: string) => {
      document.querySelector<HTMLInputElement>(css)?.select();
    }, field);
    await popup.type(field, String(page));
    await popup.press('Tab');
  }

  async function pagesSent(): Promise<readonly number[]> {
    const body = postsOf(stage.api).at(-1)?.body as Sent | undefined;
    const data = body?.messages[0].content[0].source.data ?? '';
    return numbersIn(new Uint8Array(Buffer.from(data, 'base64')));
  }

  test('is sent with just the pages that were chosen, at the price of these', async () => {
    const { page, popup } = await look('winter-report.pdf', twelve);
    await popup.waitFor('.pages-picker');
    expect(await popup.axe()).toEqual([]);
    expect(await popup.text('.eyebrow')).toMatch(/PDF · 12 pages/i);
    const before = await popup.text('.estimate');
    await choose(popup, 1, 3);
    await choose(popup, 2, 5);
    await popup.waitUntil(() => /pages 3–5 of 12/i.test(document.body.innerText));
    const shown = await popup.text('.estimate');
    expect(shown).not.toEqual(before);
    expect(postsOf(stage.api)).toEqual([]);
    await popup.click('text=Summarize');
    await ended(popup);
    expect(await pagesSent()).toEqual([3, 4, 5]);
    expect(Object.keys(await openReceipt(popup))).toContain('Input');
    await page.close();
  });

  test('is asked for from the menu, and waits for consent to the pages that are chosen', async () => {
    const { browser, pages } = stage;
    await askAbove(0);
    const page = await browser.open(pages.addPdf('from-the-menu.pdf', twelve));
    const shown = name === 'chromium' ? 'body' : '.page';
    await browser.rightClick(page, shown, 'Summarize', { below: 1 });
    const popup = await browser.popup();
    if (name === 'firefox') await allow(popup, true);
    await popup.waitFor('.confirming');
    expect(await popup.axe()).toEqual([]);
    expect(await popup.text('.eyebrow')).toMatch(/PDF · 12 pages/i);
    await choose(popup, 2, 2);
    await popup.waitUntil(() => /pages 1–2 of 12/i.test(document.body.innerText));
    await popup.click('text=Send');
    await ended(popup);
    expect(await pagesSent()).toEqual([1, 2]);
    await page.close();
    await askAbove(consentAbove.nano);
  });

  test('that has too many pages is cut to those that fit, and says so', async () => {
    const { page, popup } = await look('long.pdf', many);
    await popup.waitFor('.pages-picker');
    expect(await popup.text('.eyebrow')).toMatch(/pages 1–327 of 700/i);
    expect(await popup.text('.part-note')).toContain('Gloss chose the first ones');
    await page.close();
  });

  test('is found at an address that does not sound like one', async () => {
    const { page, popup } = await look('download', twelve);
    await popup.waitFor('.pages-picker');
    expect(await popup.text('.eyebrow')).toMatch(/PDF · 12 pages/i);
    await page.close();
  });

  if (name === 'firefox')
    test('is not fetched when the user refuses its site', async () => {
      const { browser, pages } = stage;
      const page = await browser.open(pages.addPdf('refused.pdf', twelve));
      const before = pages.asked();
      await browser.clickToolbarButton(page);
      const popup = await browser.popup();
      await allow(popup, false);
      expect(await popup.text('.problem h2')).toContain('127.0.0.1');
      expect(pages.asked()).toBe(before);
      await page.close();
    });

  if (name === 'firefox')
    test('is stopped at once while it is fetched', async () => {
      const { browser, pages, api } = stage;
      const page = await browser.open(pages.addPdf('endless.pdf', twelve, 'endless'));
      await browser.rightClick(page, '.page', 'Summarize');
      const popup = await browser.popup();
      await allow(popup, true);
      await popup.waitFor('text=Stop');
      await popup.click('text=Stop');
      await popup.waitFor('text=Try again');
      expect(await popup.text('.problem')).toMatch(/You stopped it.*Nothing was sent/s);
      expect(postsOf(api)).toEqual([]);
      await page.close();
    });

  if (name === 'firefox')
    test('that is encrypted is refused in words', async () => {
      const { page, popup } = await look('locked.pdf', locked);
      await popup.waitUntil(() => /This PDF is protected/.test(document.body.innerText));
      await page.close();
    });
});

interface Sent {
  readonly messages: readonly [
    { readonly content: readonly [{ readonly source: { readonly data: string } }] },
  ];
}
