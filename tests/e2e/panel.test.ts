import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page, View } from '../browsers/browser';
import { until } from '../browsers/poll';
import { answerIn, browserNames, ended, haveKey, postsOf, type Stage, setStage } from './support';

describe.each(browserNames)('the panel beside the page in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name, {}, { tokensPerSecond: 15 });
    await haveKey(stage.browser);
  });
  beforeEach(() => stage.api.reset());
  afterAll(() => stage?.close());

  test('keeps the answer of the popup open, shows the same live run as a popup, and follows the tab', async () => {
    const { browser, api, pages } = stage;
    const first = await browser.open(pages.article);
    await first.select('#lead');
    await browser.rightClick(first, '#lead', 'Summarize');
    const popup = await browser.popup();
    await popup.waitFor('.answer');
    await popup.click('[aria-label="Keep open beside the page"]');
    const panel = await browser.panel();
    await until('the popup to close', async () => !(await browser.popupIsOpen()));
    await panel.waitFor('.answer');

    await browser.clickToolbarButton(first);
    const again = await browser.popup();
    await expect.poll(() => answerIn(again)).not.toBe('');
    const early = await answerIn(again);
    expect(lettersOf(await answerIn(panel))).toContain(lettersOf(early));
    await Promise.all([ended(panel), ended(again)]);
    expect((await answerIn(again)).length).toBeGreaterThan(early.length);
    expect(await answerIn(panel)).not.toBe('');
    expect(await answerIn(again)).toBe(await answerIn(panel));
    expect(postsOf(api)).toHaveLength(1);
    expect(await panel.axe()).toEqual([]);
    await browser.closePopup();

    const second = await browser.open(pages.article);
    await panel.waitFor('text=Try again');
    expect(await panel.text()).toContain('Gloss cannot see this page yet');
    await browser.rightClick(second, '#lead', 'Summarize');
    await Promise.all([ended(panel), browser.popup()]);
    await browser.closePopup();

    const ofSecond = await answerIn(panel);
    await first.bringToFront();
    await until('the first tab’s answer', async () => {
      const shown = await answerIn(panel);
      return shown !== '' && shown !== ofSecond;
    });
    expect(await browser.errors()).toEqual([]);
  });

  test('has what was begun in a tab there again, and shows what begins in it', async () => {
    const { browser, pages } = stage;
    const [first, panel] = await openPanel();
    await panel.click('text=New');
    await panel.waitFor('.box');
    await panel.type('.box', 'Who froze?');
    const second = await browser.open(pages.article);
    await panel.waitUntil(() => document.querySelector('.box') === null);
    await first.bringToFront();
    await panel.waitFor('.box');
    expect(await typedIn(panel, '.box')).toBe('Who froze?');

    await panel.click('text=Edit before sending');
    await panel.type('.edit-text textarea', 'Half an edit. ');
    await second.bringToFront();
    await panel.waitUntil(() => document.querySelector('.edit-text') === null);
    await first.bringToFront();
    await panel.waitFor('.edit-text');
    expect(await typedIn(panel, '.edit-text textarea')).toContain('Half an edit.');
    await panel.click('text=Use this text');
    await panel.waitFor('.box');

    await panel.click('text=History');
    await panel.waitFor('.history-line');
    await second.bringToFront();
    await panel.waitUntil(() => document.querySelector('.history-line') === null);
    await first.bringToFront();
    await panel.waitFor('.history-line');
    await browser.rightClick(first, '#lead', 'Summarize');
    await Promise.all([panel.waitFor('.answer'), browser.popup()]);
    await browser.closePopup();
    expect(await browser.errors()).toEqual([]);
  });

  test('keeps what was begun about a page that scrolls to another of its parts', async () => {
    const { browser } = stage;
    const [page, panel] = await openPanel();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await panel.click('text=New');
    await panel.waitFor('.box');
    await panel.click('text=Edit before sending');
    await panel.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('.edit-text textarea');
      if (field) field.value = 'Nothing else.';
    });
    await panel.click('text=Use this text');
    await panel.waitFor('text=Undo my edits');
    await scrollTo(page, panel, 'first');
    expect(await panel.text('.source-text')).toBe('Nothing else.');
    await panel.click('text=Undo my edits');
    await panel.waitUntil(isStill, '.edit-links');
    await panel.click('text=Take everything visible instead');
    await panel.waitFor('text=Only the main content');
    await scrollTo(page, panel, 'second');
    expect(await panel.text('.preview-source')).toContain('Only the main content');
    expect(await browser.errors()).toEqual([]);
  });

  test('is wholly in sight in the width that the browser gives it', async () => {
    const { browser } = stage;
    const [, panel] = await openPanel();
    expect(await panel.evaluate(outOfSight)).toEqual([]);
    await panel.type('.ask-box textarea', 'Who froze?');
    await panel.waitFor('.ask-cost');
    for (const textSize of ['larger', 'normal']) {
      await panel.evaluate(
        'await (globalThis.browser ?? chrome).runtime.sendMessage({ kind: "change-settings", change: { textSize: args[0] } });',
        textSize,
      );
      await panel.waitUntil(
        (size: string) => document.documentElement.dataset.textSize === size,
        textSize,
      );
      expect(await panel.evaluate(outOfSight)).toEqual([]);
      expect(
        await panel.evaluate(() => document.querySelector('.ask-box textarea')?.clientWidth),
      ).toBeGreaterThan(90);
    }
    await panel.click('text=New');
    await panel.waitFor('.estimate');
    expect(await panel.evaluate(outOfSight)).toEqual([]);
    await panel.click('text=History');
    await panel.waitFor('.history-line');
    expect(await panel.evaluate(outOfSight)).toEqual([]);
    expect(await browser.errors()).toEqual([]);
  });

  /** As pages do that show in their address which of their parts is in sight; the panel has looked at that. */
  async function scrollTo(page: Page, panel: View, part: string): Promise<void> {
    await panel.evaluate(`
      const { tabs } = globalThis.browser ?? chrome;
      globalThis.looked = new Promise((resolve) => tabs.onUpdated.addListener((_, { status }) =>
        status === 'complete' && setTimeout(resolve, 500)));`);
    await page.evaluate((to: string) => history.replaceState(null, '', `#${to}`), part);
    await panel.evaluate('await globalThis.looked');
  }

  /** By a right-click, which opens the popup, and its button. */
  async function openPanel(): Promise<[page: Page, panel: View]> {
    const { browser, pages } = stage;
    const page = await browser.open(pages.article);
    await page.select('#lead');
    await browser.rightClick(page, '#lead', 'Summarize');
    const popup = await browser.popup();
    await popup.waitFor('.answer');
    await popup.click('[aria-label="Keep open beside the page"]');
    const panel = await browser.panel();
    await until('the popup to close', async () => !(await browser.popupIsOpen()));
    await ended(panel);
    return [page, panel];
  }
});

/** Whether a part of the view stays where it is: a text that is shown again finds its height in more than one frame. */
function isStill(selector: string): Promise<boolean> {
  const place = () => JSON.stringify(document.querySelector(selector)?.getBoundingClientRect());
  const before = place();
  return new Promise((resolve) => setTimeout(() => resolve(place() === before), 150));
}

/** Firefox opens its sidebar 240 pixels wide. */
function outOfSight(): readonly string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('button, a, select, input')];
  const gone = controls.filter((control) => {
    if (!control.checkVisibility()) return false;
    const { left, right } = control.getBoundingClientRect();
    return left < 0 || right > innerWidth;
  });
  const { scrollWidth } = document.documentElement;
  const scrolls = scrollWidth > innerWidth ? [`${scrollWidth} in ${innerWidth}`] : [];
  return [...scrolls, ...gone.map((control) => control.ariaLabel ?? control.innerText)];
}

function typedIn(view: View, selector: string): Promise<string | undefined> {
  return view.evaluate(
    (css: string) => document.querySelector<HTMLInputElement | HTMLTextAreaElement>(css)?.value,
    selector,
  );
}

/** Until its Markdown is read an answer is shown as it was written, marks and all. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}
