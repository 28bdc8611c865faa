import { beforeAll, expect, test } from 'vitest';
import type { Browser, View } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { fault } from '../../stand-in/stand-in';
import { lookThroughCosts } from '../costs';
import { savedBy } from '../saved-by';
import { answerIn, choose, ended, openReceipt, type Stage } from '../support';

/** What the pages say, and what is answered: each word is in one of them only. */
const told = [
  { page: 'amberpage', answer: 'Die Straßenbahn fährt nach Zürich.' },
  { page: 'birchpage', answer: 'Second answer about cedarword.' },
  { page: 'coralpage', answer: 'Third answer about dunesword.' },
];

export function history(stageOf: () => Stage): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = stageOf();
    for (const [index, { page, answer }] of told.entries()) await ask(page, answer, index === 1);
  });

  /** `elsewhere`: on another site. */
  async function ask(words: string, answer: string, elsewhere: boolean): Promise<void> {
    const { browser, api, pages } = stage;
    const url = pages.add(`<title>About ${words}</title><p id="text">The ${words} of today.</p>`);
    const page = await browser.open(elsewhere ? url.replace('127.0.0.1', 'localhost') : url);
    api.next(fault.answer({ text: answer }));
    await browser.rightClick(page, '#text', 'Summarize');
    await ended(await browser.popup());
    await browser.closePopup();
  }

  async function openPreview(): Promise<View> {
    const { browser, pages } = stage;
    await browser.clickToolbarButton(await browser.open(pages.article));
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    return popup;
  }

  async function openHistory(): Promise<View> {
    const popup = await openPreview();
    await popup.click('text=History');
    await popup.waitFor('.history-line');
    return popup;
  }

  test('is searched, read, thinned out and put right again, by keyboard', async () => {
    const { browser } = stage;
    const popup = await openHistory();
    await shows(popup, 'coral birch amber');
    await popup.type('input[type=search]', 'ZURICH strassen');
    await shows(popup, 'amber');
    await popup.press('ArrowDown');
    await popup.press('Enter');
    await ended(popup);
    expect(await answerIn(popup)).toContain(told[0]?.answer);
    await popup.waitUntil(() => document.activeElement?.textContent === 'History');
    await popup.press('Enter');
    await popup.waitUntil(() => document.activeElement?.textContent?.includes('amber'));

    // Of what was sent alone: the title says it otherwise.
    await search(popup, 'BIRCHPAGE of today');
    await popup.waitUntil(() => document.querySelector('.history-line') === null);
    await popup.click('text=Search the pages’ texts as well');
    await shows(popup, 'birch');

    await search(popup, '');
    await choose(popup, 'site', 'localhost');
    await shows(popup, 'birch');
    await choose(popup, 'site', '');
    await popup.click('[type=search]');
    await popup.press('ArrowDown');
    await popup.press('ArrowDown');
    await popup.press('Delete');
    await shows(popup, 'coral amber');
    await until('it to be gone', async () => !(await stored(popup)).includes('cedarword'));
    await popup.click('text=Undo');
    await shows(popup, 'coral birch amber');
    expect(await stored(popup)).toContain('cedarword');
    expect(await popup.axe()).toEqual([]);
    await popup.press('Escape');
    await browser.closePopup();
  });

  test('says what it cost, and so does a page that adds it up', async () => {
    const { browser } = stage;
    const popup = await openHistory();
    await popup.click('.history-line');
    await ended(popup);
    const { Cost: cost = '' } = await openReceipt(popup);
    await browser.closePopup();
    const preview = await openPreview();
    await preview.click('nav [href="/ledger.html"]');
    const page = await browser.page('/ledger.html');
    await browser.closePopup();
    await lookThroughCosts(browser, page, cost);
    expect(await browser.errors()).toEqual([]);
    await page.close();
  });

  test('has a page of its own, where it is exported and deleted for good', async () => {
    const { browser } = stage;
    const popup = await openHistory();
    await popup.click('[href="/history.html"]');
    const first = await browser.page('/history.html');
    await first.waitFor('.history-line');
    await first.click('.history-line');
    await ended(first);
    const { hash } = new URL(await first.url());
    const page = await browser.openExtensionPage(`history.html${hash}`);
    await page.resize({ width: 1100, height: 800 });
    await ended(page);
    expect(await answerIn(page)).toContain('dunesword');
    expect(await page.axe()).toEqual([]);

    await search(page, 'cedarword');
    await shows(page, 'birch');
    const json = JSON.parse(await exported(browser, page, 'JSON'));
    expect(json).toMatchObject({ kind: 'gloss-history', version: 1 });
    expect(json.runs).toHaveLength(1);
    expect(json.runs[0].turns[0].answer).toBe(told[1]?.answer);
    expect(json.runs[0].source.text).toContain('birchpage');
    await search(page, '');
    const markdown = await exported(browser, page, 'Markdown');
    for (const { page: words, answer } of told) {
      expect(markdown).toContain(`About ${words}`);
      expect(markdown).toContain(answer);
    }

    // Where a popup stays open beside a new tab, none would open.
    await browser.closePopup();
    await ask('emberpage', 'Fourth answer about fernword.', false);
    await shows(page, 'ember coral birch amber');
    await page.bringToFront();

    await page.click('text=Delete all');
    await page.click('text=Delete all now');
    await page.waitUntil(() => document.querySelector('.history-line') === null);
    // The list is empty at once.
    const left = await until('what was told to be deleted', async () => {
      const all = await stored(page);
      return told.some(({ page: words }) => all.includes(words)) ? null : all;
    });
    for (const word of ['cedarword', 'dunesword', 'emberpage', 'fernword', 'Zürich', 'zurich'])
      expect(left).not.toContain(word);
    expect(left).toContain('"outcome":"done"');
    expect(await browser.errors()).toEqual([]);
  });
}

/** Waits until these pages are listed, in this order. */
async function shows(view: View, words: string): Promise<void> {
  await view.waitUntil((wanted: string) => {
    const titles = [...document.querySelectorAll('.history-title')];
    const there = titles.map(({ textContent }) => textContent?.replace(/^About |page$/g, ''));
    return there.join(' ') === wanted;
  }, words);
}

async function search(view: View, text: string): Promise<void> {
  await view.evaluate((typed: string) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) return;
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

/** All that is in the database, as text. */
function stored(view: View): Promise<string> {
  return view.evaluate(`
    const result = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await result(indexedDB.open('gloss'));
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const all = await Promise.all(names.map((name) => result(transaction.objectStore(name).getAll())));
    database.close();
    return JSON.stringify(all);`);
}

/** The text of the file that the page saves. */
function exported(browser: Browser, view: View, format: string): Promise<string> {
  return savedBy(browser, async () => {
    await view.click('text=Export');
    await view.click(`text=${format}`);
  });
}
