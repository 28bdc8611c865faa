import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../browsers/browser';
import { tabTo } from './keyboard';
import { answerIn, browserNames, demoKey, ended, haveKey, type Stage, setStage } from './support';

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

  test('a table is scrolled where it is too wide for its box, and is passed where it is not', async () => {
    const { browser, pages, api } = stage;
    await haveKey(browser);
    api.next({
      kind: 'answer',
      text: `${tableOf(2)}\n\n${tableOf(8)}\n\n[An end](https://e.org/).`,
    });
    await browser.open(pages.article);
    await browser.pressShortcut(name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitUntil(() => document.activeElement?.matches('.box'));
    await popup.press('Enter');
    await ended(popup);
    await popup.waitFor('.answer a');
    await popup.evaluate(() => document.querySelector<HTMLElement>('h2')?.focus());
    const stops: string[] = [];
    for (let last = ''; last !== 'An end'; ) {
      await popup.press('Tab');
      last = await popup.evaluate(columnsOrText);
      stops.push(last);
      if (last === '8') await popup.press('ArrowRight');
    }
    expect(stops).toEqual(['8', 'An end']);
    await popup.waitUntil(() =>
      [...document.querySelectorAll('.answer .table')].some(({ scrollLeft }) => scrollLeft > 0),
    );
    expect(await popup.axe()).toEqual([]);
    expect(await browser.errors()).toEqual([]);
  });
});

function tableOf(columns: number): string {
  const row = (cell: string) => `|${` ${cell} |`.repeat(columns)}`;
  return [row('Harbour'), row('---'), row('frozen')].join('\n');
}

/** How many columns the table has that has the focus; of anything else its text. */
function columnsOrText(): string {
  const { activeElement: stop } = document;
  const cells = stop?.matches('.table') ? stop.querySelectorAll('th').length : 0;
  return cells > 0 ? `${cells}` : (stop?.textContent ?? '');
}

async function press(view: View, control: string): Promise<void> {
  await tabTo(view, control);
  await view.press('Enter');
}
