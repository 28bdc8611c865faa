import { beforeAll, expect, test } from 'vitest';
import english from '../../../public/_locales/en/messages.json';
import type { Page } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { fault } from '../../stand-in/stand-in';
import { ended, gate, type Stage } from '../support';

export function news(stageOf: () => Stage): void {
  let stage: Stage;
  let options: Page;

  beforeAll(async () => {
    stage = stageOf();
    options = await stage.browser.openExtensionPage('options.html');
  });

  test('that an answer is under way, then ready, and nothing any more once it was seen', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    const { opened, open: goOn } = gate();
    api.next(fault.silence(5, opened));
    await browser.rightClick(page, '#lead', 'Summarize');
    await until('the answer to begin', async () => (await told()).text === '…');
    expect((await told()).title).toBe(english.badge_running.message);
    await browser.popup();
    await browser.closePopup();
    goOn();
    await until('the answer to be ready', async () => (await told()).text === '✓');
    expect((await told()).title).toBe(english.badge_done.message);

    await browser.clickToolbarButton(page);
    await ended(await browser.popup());
    await until('the badge to go', async () => (await told()).text === '');
    expect((await told()).title).toBe(english.extName.message);
    await browser.closePopup();
  });

  test('that something went wrong; in History what nobody has seen is marked until it was', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    const { opened, open: goOn } = gate();
    api.next({ ...fault.cut(40), delay: opened });
    await browser.rightClick(page, '#lead', 'Summarize');
    await browser.popup();
    await browser.closePopup();
    goOn();
    await until('the problem', async () => (await told()).text === '!');
    expect((await told()).title).toBe(english.badge_problem.message);
    await page.close();

    const other = await browser.open(pages.article);
    await browser.clickToolbarButton(other);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await popup.click('text=History');
    await popup.waitFor('.history-unread');
    await popup.click('.history-line');
    await ended(popup);
    await popup.waitUntil(isSeen);
    await browser.closePopup();
  });

  /** Text and title of the button for the tab in front. */
  function told(): Promise<{ readonly text: string; readonly title: string }> {
    return options.evaluate(`
      const api = globalThis.browser ?? chrome;
      const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      const of = { tabId: tab.id };
      return { text: await api.action.getBadgeText(of), title: await api.action.getTitle(of) };`);
  }
}

/** Whether the newest run is stored as seen. */
const isSeen = `
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await result(indexedDB.open('gloss'));
  const runs = database.transaction('runs').objectStore('runs').index('createdAt');
  const newest = await result(runs.openCursor(null, 'prev'));
  database.close();
  return newest.value.run.seen;`;
