import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../browsers/browser';
import { tabTo } from './keyboard';
import { answerIn, browserNames, demoKey, errorsOf, type Stage, setStage } from './support';

describe.each(browserNames)('by keyboard alone in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(name, {}, { tokensPerSecond: 12 });
  });
  afterAll(() => stage?.close());

  test('a key is saved, a page summarized, the answer stopped and copied, the options opened', async () => {
    const { browser, pages, api } = stage;
    const options = await browser.openExtensionPage('options.html');
    await options.waitFor('input[type=password]');
    await options.bringToFront();
    await tabTo(options, 'Key');
    await options.type('input[type=password]', demoKey);
    await options.press('Enter');
    await options.waitFor('text=Forget key');
    await options.close();

    await browser.open(pages.article);
    await browser.pressShortcut(name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitFor('.preview-actions');
    await popup.waitUntil(() => document.activeElement?.textContent?.includes('Summarize'));
    await popup.press('Enter');
    await expect.poll(() => answerIn(popup)).not.toBe('');
    await press(popup, 'Stop');
    await popup.waitFor('text=Copy');
    const answer = await answerIn(popup);
    expect(answer).not.toBe('');
    await press(popup, 'Copy');
    await popup.waitFor('text=Copied');
    await press(popup, 'New');
    await popup.waitFor('.preview-actions');
    await press(popup, 'Options');
    await browser.page('options.html');
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await errorsOf(browser)).toEqual([]);
  });
});

async function press(view: View, control: string): Promise<void> {
  await tabTo(view, control);
  await view.press('Enter');
}
