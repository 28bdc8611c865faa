import { expect, test } from 'vitest';
import { until } from '../../browsers/poll';
import { answerIn, browserNames, haveKey, postsOf, type Stage, setStage } from '../../e2e/support';
import { fault } from '../../stand-in/stand-in';
import './measured';

const stops = 20;

const text = 'The river rose fast, and nobody had been warned. '.repeat(40);

test.for(browserNames)(
  'twenty stops in %s: the socket is closed within 300 ms of the click',
  { timeout: 300_000 },
  async (name, { task }) => {
    const stage = await setStage(name);
    try {
      await haveKey(stage.browser);
      const times: number[] = [];
      for (let index = 0; index < stops; index += 1) times.push(await stopOnce(stage));
      const sorted = times.toSorted((a, b) => a - b);
      const [median, most] = [sorted[stops / 2] ?? 0, sorted.at(-1) ?? 0];
      task.meta.measured = `${name}: ${stops} stops, closed after ${median} ms (median), ${most} ms at most`;
      expect(most).toBeLessThanOrEqual(300);
    } finally {
      await stage.close();
    }
  },
);

/** ms from a click on *Stop* in mid-stream, by the popup's clock, until the service sees its socket closed. */
async function stopOnce({ browser, api, pages }: Stage): Promise<number> {
  api.reset();
  const page = await browser.open(pages.article);
  api.next({ ...fault.slow(20), text });
  await browser.rightClick(page, '#second', 'Summarize');
  const popup = await browser.popup();
  await until('the first words', async () => (await answerIn(popup)).includes('fast,'));
  await popup.evaluate(
    'addEventListener("click", () => { document.body.dataset.clickedAt = Date.now(); }, { capture: true, once: true });',
  );
  await popup.click('text=Stop');
  const [sent] = postsOf(api);
  const closedAt = await until('the socket to close', () => sent?.closedByClientAt);
  const clickedAt = Number(await popup.evaluate<string>('return document.body.dataset.clickedAt;'));
  await popup.waitFor('.receipt');
  await browser.closePopup();
  await page.close();
  return closedAt - clickedAt;
}
