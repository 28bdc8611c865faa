import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page, View } from '../browsers/browser';
import { madePdf, numbersIn } from '../pages/pdfs';
import {
  browserNames,
  ended,
  openReceipt,
  postsOf,
  type Stage,
  saveKey,
  setStage,
} from './support';

const twelve = await madePdf(12);

describe.each(browserNames)('a PDF in the viewer of %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name);
    await (await saveKey(stage.browser)).close();
  });
  afterEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(() => stage?.close());

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
});

interface Sent {
  readonly messages: readonly [
    { readonly content: readonly [{ readonly source: { readonly data: string } }] },
  ];
}
