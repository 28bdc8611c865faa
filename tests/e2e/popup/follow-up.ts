import { beforeAll, expect, test } from 'vitest';
import type { Page, View } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { fault, type RecordedRequest } from '../../stand-in/stand-in';
import { copiedFrom, expectSame } from '../glass';
import { postsOf, type Stage } from '../support';

/** Enough for the cache of the default model, and less than is sent without asking. */
const longPage = `<!doctype html><title>The winter of the ice</title><main><h1>The winter of the ice</h1>${Array.from(
  { length: 200 },
  (_, day) => `<p>On day ${day + 1} the ice in the harbour was ${day % 40} inches thick.</p>`,
).join('')}</main>`;

const never = new Promise(() => {});

export function followUp(stageOf: () => Stage): void {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = stageOf();
    page = await stage.browser.open(stage.pages.add(longPage));
  });

  const sent = (): readonly RecordedRequest[] => postsOf(stage.api);

  async function ask(popup: View, question: string): Promise<void> {
    await popup.type('.ask-box textarea', question);
    await popup.press('Enter');
  }

  /** Waits until so many turns have ended, the last one with a receipt. */
  const ended = (popup: View, turns: number) =>
    popup.waitUntil((count) => document.querySelectorAll('.turn .receipt').length === count, turns);

  test('reads the text from the cache, says what that saved, and the total adds up', async () => {
    const { browser } = stage;
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await popup.click('text=Summarize');
    // Until then, Enter asks nothing.
    await popup.waitFor('.receipt');
    await ask(popup, 'How thick was it?');
    await ended(popup, 2);
    await ask(popup, 'And when?');
    await ended(popup, 3);
    expect(await popup.text('.turn:nth-of-type(3) .receipt-line')).toMatch(/cache saved \$0\.\d+/);
    const usages = sent().map(({ answered }) => answered?.usage);
    expect(usages[2]?.cache_read_input_tokens).toBe(usages[1]?.cache_creation_input_tokens);
    expect(usages[2]?.cache_read_input_tokens).toBeGreaterThan(1_000);
    const { costs, total } = await popup.evaluate(() => ({
      costs: [...document.querySelectorAll('.turn .receipt dl div')]
        .filter((row) => row.querySelector('dt')?.textContent === 'Cost')
        .map((row) => Number(row.querySelector('dd')?.textContent?.replace('$', ''))),
      total: document.querySelector('.total')?.textContent ?? '',
    }));
    expect(costs).toHaveLength(3);
    const sum = costs.reduce((all, each) => all + each, 0);
    expect(Number(/Total: \$([\d.]+)/.exec(total)?.[1])).toBe(Number(sum.toPrecision(2)));
    expect(sent()).toHaveLength(3);
  });

  test('stops, and asks only then what was typed meanwhile', async () => {
    const popup = await stage.browser.popup();
    stage.api.next(fault.silence(5, never));
    await ask(popup, 'Was anybody hurt?');
    await popup.waitUntil(() => document.querySelector('.turn:nth-of-type(4) .answer'));
    await ask(popup, 'Who says so?');
    expect(sent()).toHaveLength(4);
    await popup.click('text=Stop');
    await until('the socket to close', () => sent()[3]?.closedByClientAt);
    await ended(popup, 4);
    await popup.click('.ask-box button');
    await ended(popup, 5);
    expect(sent()).toHaveLength(5);
    expect(sent()[4]?.text).toContain('Who says so?');
  });

  test('whose background is killed is interrupted and not sent again, and goes on at a click', async () => {
    const { browser, api } = stage;
    const popup = await browser.popup();
    api.next(fault.silence(5, never));
    await ask(popup, 'What did it cost?');
    await popup.waitUntil(() => document.querySelector('.turn:nth-of-type(6) .answer'));
    await browser.killBackground();
    await popup.waitFor('.problem');
    expect(await popup.text('.problem')).toContain('The answer was interrupted');
    expect(await popup.evaluate(() => document.querySelectorAll('.turn').length)).toBe(6);
    expect(sent()).toHaveLength(6);
    await popup.click('.problem button');
    await ended(popup, 7);
    expect(sent()).toHaveLength(7);
    expect(sent()[6]?.text).toContain('What did it cost?');
  });

  test('has its own request, from the cache or interrupted, which as cURL is the same once more', async () => {
    const popup = await stage.browser.popup();
    const posts = [...sent()];
    for (const index of [2, 5]) {
      const turn = `.turn:nth-of-type(${index + 1})`;
      await popup.click(`${turn} .receipt summary`);
      await expectSame(await copiedFrom(popup, `${turn} .show-request`), posts[index], stage.api);
    }
    expect(posts[2]?.text).toContain('cache_control');
  });

  test('is shown as it comes, though the background slept until it was asked', async () => {
    const { browser, api } = stage;
    const popup = await browser.popup();
    await browser.killBackground();
    api.next(fault.silence(5, never));
    await ask(popup, 'Did it melt?');
    await popup.waitUntil(() => document.querySelector('.turn:nth-of-type(8) .answer'));
    await popup.click('text=Stop');
    await ended(popup, 8);
  });

  test('has a box whose hint is in sight from right to left as well', async () => {
    const popup = await stage.browser.popup();
    const widths = await popup.evaluate(() => {
      document.documentElement.dir = 'rtl';
      const box = document.querySelector('.ask-box textarea') as HTMLTextAreaElement;
      box.placeholder = 'اسأل المزيد عن هذا…';
      const { scrollWidth, clientWidth } = box;
      document.documentElement.dir = 'ltr';
      return { scrollWidth, clientWidth };
    });
    expect(widths.scrollWidth).toBe(widths.clientWidth);
  });

  test('of answers that were deleted meanwhile is not asked again, and says why', async () => {
    const popup = await stage.browser.popup();
    await popup.evaluate(
      `await (globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'delete-all-runs' });`,
    );
    const before = sent().length;
    await popup.click('text=Ask again');
    await popup.waitFor('.run-foot .fault');
    expect(await popup.text('.run-foot .fault')).toContain(
      'not here any more, so nothing was sent',
    );
    expect(sent()).toHaveLength(before);
  });
}
