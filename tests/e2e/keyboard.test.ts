import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../browsers/browser';
import { tabTo } from './keyboard';
import { answerIn, browserNames, demoKey, type Stage, setStage } from './support';

describe.each(browserNames)('by keyboard alone in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(name, { welcome: true }, { tokensPerSecond: 12 });
  });
  afterAll(() => stage?.close());

  test('a key is saved on the welcome page, a page summarized, the answer stopped and copied, a setting changed', async () => {
    const { browser, pages, api } = stage;
    const welcome = await browser.page('/welcome.html');
    await welcome.waitFor('input[type=password]');
    await welcome.bringToFront();
    await tabTo(welcome, 'Key');
    await welcome.type('input[type=password]', demoKey);
    await welcome.press('Enter');
    await welcome.waitFor('text=Forget key');

    await browser.open(pages.article);
    await browser.pressShortcut(name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitFor('.preview-actions');
    await popup.waitUntil(() => document.activeElement?.matches('.box'));
    await popup.press('Enter');
    // The first signs alone may be a mark that shows nothing.
    await popup.waitUntil(
      () => (document.querySelector<HTMLElement>('.answer')?.innerText.length ?? 0) > 20,
    );
    await press(popup, 'Stop');
    await popup.waitFor('text=Copy');
    const answer = await answerIn(popup);
    expect(answer).not.toBe('');
    await press(popup, 'Copy');
    await popup.waitFor('text=Copied');
    await press(popup, 'New');
    await popup.waitFor('.preview-actions');
    await press(popup, 'Options');
    const options = await browser.page('options.html');
    await options.waitFor('input[name=theme]');
    await tabTo(options, 'Details: Explain');
    await options.press('Enter');
    await tabTo(options, 'Hide');
    await options.press('Enter');
    await options.waitUntil(
      `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
       return settings?.hiddenActions.includes('explain');`,
    );
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await browser.errors()).toEqual([]);
  });
});

async function press(view: View, control: string): Promise<void> {
  await tabTo(view, control);
  await view.press('Enter');
}
