import { describe, expect, test } from 'vitest';
import { until } from '../browsers/poll';
import { fault, type Plan } from '../stand-in/stand-in';
import { answerIn, browserNames, ended, postsOf, saveKey, setStage } from './support';

/** Long enough for both browsers to end a background that keeps itself alive in no way: 30 s, in mid-stream too. */
const longAnswer: Plan = fault.answer({
  text: Array.from({ length: 120 }, (_, index) => `w${letter(index / 26)}${letter(index)}d`).join(
    ' ',
  ),
  tokensPerSecond: 1,
});
const silence: Plan = fault.silence(3, 45_000);

const cases = browserNames.flatMap((name) => [
  { name, what: 'a stream of two minutes', plan: longAnswer, atLeast: 110_000 },
  { name, what: 'a silence of 45 seconds', plan: silence, atLeast: 44_000 },
]);

describe('with nothing attached to the background', () => {
  test.concurrent.each(cases)(
    '$what completes in $name',
    async ({ name, plan, atLeast }) => {
      const stage = await setStage(name);
      try {
        const { browser, api, pages } = stage;
        await saveKey(browser);
        const page = await browser.open(pages.article);
        api.next(plan);
        await browser.rightClick(page, '#second', 'Summarize');
        const popup = await browser.popup();
        await until('the first words', async () => (await answerIn(popup)).length > 2);
        await browser.closePopup();
        const begun = Date.now();
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
    },
    240_000,
  );

  test.concurrent.each(browserNames)(
    'and with no gesture, %s is asked for nothing on the network in a minute',
    async (name) => {
      const stage = await setStage(name, { headless: true });
      try {
        await new Promise((resolve) => setTimeout(resolve, 60_000));
        const makers = /(google|gstatic|mozilla|firefox)/;
        expect(stage.browser.contactedHosts().filter((host) => !makers.test(host))).toEqual([]);
        expect(stage.api.requests).toEqual([]);
      } finally {
        await stage.close();
      }
    },
    240_000,
  );
});

function letter(index: number): string {
  return String.fromCharCode(97 + (Math.floor(index) % 26));
}
