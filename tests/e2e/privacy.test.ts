import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../browsers/browser';
import { until } from '../browsers/poll';
import { fault } from '../stand-in/stand-in';
import { passphrase, putUnder } from './profile';
import { answerIn, browserNames, ended, postsOf, type Stage, saveKey, setStage } from './support';
import { allStored, tracesOf } from './traces';

describe.each(browserNames)('in %s', (name) => {
  let stage: Stage;
  let options: Page;
  const secret = marked();
  const deleted = marked();
  const kept = marked();
  beforeAll(async () => {
    stage = await setStage(name, { private: true });
    options = await saveKey(stage.browser);
  });
  afterAll(() => stage?.close());

  test('a private window gets its answer once the key is unlocked there, and nothing of it is kept but its cost', async () => {
    const { browser, api, pages } = stage;
    await options.evaluate(putUnder, passphrase, true);
    const page = await browser.openPrivate(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await popup.waitFor('.problem .unlock');
    expect(postsOf(api)).toHaveLength(0);
    await popup.type('.problem .unlock input', passphrase);
    await popup.press('Enter');
    await popup.waitFor('.receipt');
    expect(await answerIn(popup)).toContain('Summary');
    expect(postsOf(api)).toHaveLength(1);
    // The receipt is shown before its line is written.
    const { ledger, ...kept } = await until('the line in the ledger', async () => {
      const all = await browser.inBackground(allRecords);
      return all.ledger?.length ? all : null;
    });
    expect(kept).toEqual({ runs: [], heads: [], sources: [], answers: [] });
    expect(ledger).toMatchObject([{ action: null, site: '', requestId: null }]);
    await browser.closePopup();
    const other = await browser.openPrivate(pages.add(pageWith(secret)));
    await askAbout(other, secret);
    await other.close();
    await page.close();
    await options.bringToFront();
  });

  test('after *Delete all* nothing stored knows what was deleted', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.add(pageWith(deleted)));
    await askAbout(page, deleted);
    await stored(deleted);
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await popup.click('text=History');
    await popup.waitFor('.history-line');
    await popup.click('.history-foot .danger');
    await popup.click('.history-asking .danger');
    await popup.waitUntil(() => !document.querySelector('.history-search'));
    await browser.closePopup();
    const after = await browser.inBackground(allStored);
    for (const word of Object.values(deleted)) expect(after).not.toContain(word);
  });

  test('a private window leaves no byte on the disk, where an ordinary one leaves its history', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.add(pageWith(kept)));
    await askAbout(page, kept);
    await stored(kept);
    await browser.close();
    const traces = (words: Marked) =>
      Object.entries(words).map(
        ([what, word]) => [what, tracesOf(word, browser.profileDir)] as const,
      );
    const ours = /IndexedDB|idb/;
    // Not always each of them: Firefox compresses what it stores, and lays it in pages; either may cut a word in two.
    expect(traces(kept).filter(([, files]) => ours.test(files.join()))).not.toEqual([]);
    expect(traces(secret)).toEqual(Object.keys(secret).map((what) => [what, []]));
    expect(tracesOf(passphrase, browser.profileDir)).toEqual([]);
  });

  /** Waits until all that is to be stored of it is: an answer is shown before. */
  const stored = (words: Marked) =>
    expect
      .poll(async () => {
        const all = await stage.browser.inBackground(allStored);
        return Object.entries(words).filter(([, word]) => !all.includes(word));
      })
      .toEqual([]);

  /** Asks a question of a page in the popup; the answer has its own word. */
  async function askAbout(page: Page, { question, answer }: Marked): Promise<void> {
    const { browser, api } = stage;
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await popup.type('.box', `What is ${question} about?`);
    api.next(fault.answer({ text: `It is about ${answer}.` }));
    await popup.press('Enter');
    await ended(popup);
    expect(await answerIn(popup)).toContain(answer);
    await browser.closePopup();
  }
});

/** Words that stand nowhere else, of what is read, asked and answered. */
type Marked = Readonly<Record<'title' | 'text' | 'question' | 'answer', string>>;

function marked(): Marked {
  // Letters of both cases: four hexadecimal digits are soon the same as four others, and what Firefox stores is compressed.
  const word = () =>
    randomBytes(60)
      .toString('base64')
      .replace(/[^A-Za-z]/g, '')
      .slice(0, 18);
  return { title: word(), text: word(), question: word(), answer: word() };
}

function pageWith({ title, text }: Marked): string {
  return `<!doctype html><title>About ${title}</title><link rel="icon" href="data:,"><article><h1>A page</h1>
    <p>The ${text} rose, and the town looked on for a day and a night. Nobody knew when it would fall again.</p></article>`;
}

function allRecords(): Promise<Record<string, unknown[]>> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('gloss');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const names = ['runs', 'heads', 'sources', 'answers', 'ledger'];
      const transaction = opening.result.transaction(names);
      const all = names.map((name) => [name, transaction.objectStore(name).getAll()] as const);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(Object.fromEntries(all.map(([name, { result }]) => [name, result])));
      };
    };
  });
}
