import { expect } from 'vitest';
import { inTurn } from '../../utils/store/in-turn';
import type { BrowserName } from '../browsers/browser';
import { until } from '../browsers/poll';
import { fault, type Plan } from '../stand-in/stand-in';
import { answerIn, ended, postsOf, type Stage, saveKey, setStage } from './support';

/** Long enough for both browsers to end a background that keeps itself alive in no way: 30 s, in mid-stream too. */
export const longAnswer: Plan = fault.answer({
  text: Array.from({ length: 120 }, (_, index) => `w${letter(index / 26)}${letter(index)}d`).join(
    ' ',
  ),
  tokensPerSecond: 1,
});

/** Many streams at once are little work, and many browsers that start at once are too much. */
const starting = inTurn();

/** While much else starts beside it, the page may not answer within its two seconds: its user tries again. */
async function requested({ browser, api }: Stage): Promise<void> {
  const popup = await browser.popup();
  await until('the request', async () => {
    if (postsOf(api).length > 0) return true;
    if ((await popup.text()).includes('did not answer in time'))
      await popup.click('text=Try again');
    return false;
  });
}

function letter(index: number): string {
  return String.fromCharCode(97 + (Math.floor(index) % 26));
}

/**
 * An answer that takes `atLeast` ms arrives whole, by one request, with its popup closed and nothing attached to the
 * background.
 */
export async function completes(name: BrowserName, plan: Plan, atLeast: number): Promise<void> {
  const stage = await starting(() => setStage(name));
  try {
    const { browser, api, pages } = stage;
    const page = await starting(async () => {
      await saveKey(browser);
      const article = await browser.open(pages.article);
      api.next(plan);
      await browser.rightClick(article, '#second', 'Summarize');
      await requested(stage);
      return article;
    });
    const begun = Date.now();
    await browser.closePopup();
    await until('the whole answer', () => postsOf(api)[0]?.answered?.finishedAt !== undefined, {
      timeout: 170_000,
      every: 500,
    });
    expect(Date.now() - begun).toBeGreaterThan(atLeast - 15_000);
    await browser.clickToolbarButton(page);
    const reopened = await browser.popup();
    await ended(reopened);
    expect(await reopened.text('.receipt')).not.toContain('at least');
    const words = (text: string | undefined) => text?.match(/\w+/g);
    expect(words(await answerIn(reopened))).toEqual(words(postsOf(api)[0]?.answered?.text));
    expect(postsOf(api)).toHaveLength(1);
  } finally {
    await stage.close();
  }
}
