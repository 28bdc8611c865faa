import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentence } from '../../e2e/problems/perform';
import {
  answerIn,
  browserNames,
  ended,
  postsOf,
  type Stage,
  saveKey,
  setStage,
} from '../../e2e/support';
import { type SmallDisk, smallDisk } from './small-disk';

/** Has to be written before anything is sent, and finds no room in what a database has set aside. */
const longArticle = `<!doctype html><title>Long</title><article>${'<p>A sentence that takes its room on a disk which has none left.</p>'.repeat(3_000)}</article>`;

describe.each(browserNames)('in %s', (name) => {
  let disk: SmallDisk;
  let stage: Stage;
  beforeAll(async () => {
    disk = smallDisk(200);
    stage = await setStage(name, { profileDir: join(disk.folder, 'profile') });
    await (await saveKey(stage.browser)).close();
  });
  afterAll(async () => {
    await stage?.close();
    disk?.remove();
  });

  test('on a full disk nothing is sent before it is said; the answer is then shown, said to be unsaved, and can be copied: one request', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.add(longArticle));
    disk.fill();
    await browser.rightClick(page, 'p', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    const problem = await popup.text('.problem');
    expect(problem).toContain(sentence('problem_storage_failing'));
    expect(problem).toContain(sentence('advice_storage_failing'));
    expect(problem).toContain(sentence('kept_nothing_sent'));
    expect(postsOf(api)).toHaveLength(0);
    await popup.click(`text=${sentence('remedy_send_unsaved')}`);
    await popup.waitFor('.receipt');
    expect(await answerIn(popup)).toContain('Summary');
    expect(await popup.text('.run-unsaved')).toBe(sentence('unsaved'));
    await popup.waitFor('text=Copy');
    expect(postsOf(api)).toHaveLength(1);
    await browser.closePopup();

    disk.free();
    await browser.rightClick(page, 'p', 'Summarize');
    const again = await browser.popup();
    await again.waitFor('.receipt');
    expect(await again.evaluate(() => document.querySelector('.run-unsaved'))).toBeNull();
    expect(postsOf(api)).toHaveLength(2);
  });
});
