import { expect } from 'vitest';
import type { Page, View } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { sentence } from '../../e2e/problems/perform';
import { isJournalled } from '../../e2e/problems/steps';
import { answerIn, ended, gate, openLatest, postsOf, type Stage } from '../../e2e/support';
import { fault } from '../../stand-in/stand-in';

/** Of numbers that look like none before: databases press together what is said again and again. */
const words = Array.from({ length: 1_000 }, (_, day) => {
  const [ships, crates, ropes] = [7_919, 104_729, 611_953].map(
    (step) => (day * step * step) % 999_983,
  );
  return `<p>That day the harbour counted ${ships} ships, ${crates} crates and ${ropes} ropes.</p>`;
}).join('');

/** Has to be written before anything is sent, and finds no room in what a database has set aside. */
export const longArticle = `<!doctype html><title>Long</title><article>${words}</article>`;

/**
 * Asked where nothing can be written: nothing is sent before that is said; then the answer is shown, said to be unsaved,
 * and can be copied, after one request.
 */
export async function answeredUnsaved({ api }: Stage, popup: View): Promise<void> {
  await ended(popup);
  const problem = await popup.text('.problem');
  for (const each of ['problem_storage_failing', 'advice_storage_failing', 'kept_nothing_sent'])
    expect(problem).toContain(sentence(each));
  expect(postsOf(api)).toHaveLength(0);
  await popup.click(`text=${sentence('remedy_send_unsaved')}`);
  await popup.waitFor('.receipt');
  expect(await answerIn(popup)).toContain('Summary');
  expect(await popup.text('.run-unsaved')).toBe(sentence('unsaved'));
  await popup.waitFor(`text=${sentence('copy')}`);
  expect(postsOf(api)).toHaveLength(1);
}

/** Of an action that may answer as much as it was given. */
const answer = 'The river rose fast, and nobody had been warned. '.repeat(800).trim();

/** An answer in the middle of which the room ends, its popup still open: one request. Answers its page. */
export async function endedUnsaved(
  { browser, api, pages }: Stage,
  takeRoom: () => Promise<unknown>,
): Promise<Page> {
  const page = await browser.open(pages.add(longArticle));
  const { opened, open: goOn } = gate();
  api.next({ ...fault.silence(5, opened), text: answer });
  await browser.clickToolbarButton(page);
  const popup = await browser.popup();
  await popup.waitFor('.preview-actions');
  await popup.click('text=Proofread');
  await until('the first words', async () => (await answerIn(popup)).length > 10);
  await takeRoom();
  goOn();
  await popup.waitFor('.receipt');
  expect(await popup.text('.run-unsaved')).toBe(sentence('unsaved'));
  expect((await answerIn(popup)) === answer).toBe(true);
  expect(postsOf(api)).toHaveLength(1);
  return page;
}

/** Once there is room and somebody looks, it is kept, and outlives the background; still one request. */
export async function keptLater({ browser, api }: Stage, page: Page): Promise<void> {
  await browser.closePopup();
  await browser.clickToolbarButton(page);
  const popup = await browser.popup();
  await popup.waitFor('.preview-actions, .answer');
  await popup.waitUntil(isJournalled, answer);
  await browser.closePopup();
  await browser.killBackground();
  await browser.clickToolbarButton(page);
  const later = await browser.popup();
  await openLatest(later);
  expect((await answerIn(later)) === answer).toBe(true);
  expect(await later.evaluate(() => document.querySelector('.run-unsaved'))).toBeNull();
  expect(postsOf(api)).toHaveLength(1);
  await browser.closePopup();
  await page.close();
}
