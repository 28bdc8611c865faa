import { expect } from 'vitest';
import type { View } from '../../browsers/browser';
import { sentence } from '../../e2e/problems/perform';
import { answerIn, ended, postsOf, type Stage } from '../../e2e/support';

const words = '<p>A sentence that takes its room where there is none left.</p>'.repeat(1_000);

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
