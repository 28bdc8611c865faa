import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { View } from '../../browsers/browser';
import { tabTo } from '../keyboard';
import { ended, postsOf, type Stage } from '../support';

const question = 'Who wrote about the river?';

export function palette(stageOf: () => Stage): void {
  let stage: Stage;
  beforeAll(() => {
    stage = stageOf();
  });
  beforeEach(() => stage.api.reset());

  async function openBox(): Promise<View> {
    const { browser, pages } = stage;
    await browser.open(pages.article);
    await browser.pressShortcut(browser.name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitUntil(() => document.activeElement?.matches('.box'));
    return popup;
  }

  /** What the service was told to do. */
  const told = () => JSON.stringify(postsOf(stage.api)[0]?.body);

  test('"key" and Enter list the key points', async () => {
    const popup = await openBox();
    await typeInto(popup, 'key');
    await popup.press('Enter');
    await ended(popup);
    expect(told()).toContain('List the key points of the document');
    await stage.browser.closePopup();
  });

  test('a question and Enter ask it; arrow-up brings it back, Escape takes it away', async () => {
    const popup = await openBox();
    await typeInto(popup, question);
    await popup.press('Enter');
    await ended(popup);
    expect(told()).toContain(`Question: ${question}`);
    await stage.browser.closePopup();

    const again = await openBox();
    await again.press('ArrowUp');
    await again.waitUntil(shows, question);
    await again.press('ArrowDown');
    await again.waitUntil(shows, '');
    await again.press('ArrowUp');
    await again.waitUntil(shows, question);
    await again.press('Escape');
    await again.waitUntil(shows, '');
    expect(await again.axe()).toEqual([]);
    await stage.browser.closePopup();
  });

  test('Tab goes from the box to the controls: the list is not on its way', async () => {
    const popup = await openBox();
    // A list that can be scrolled is a stop of its own in both browsers.
    await popup.waitUntil(() => {
      const list = document.querySelector('.choices');
      return list && list.scrollHeight > list.clientHeight;
    });
    await popup.press('Tab');
    await popup.waitUntil(() => document.activeElement?.matches('select[name=length]'));
    await popup.press('Shift+Tab');
    await popup.waitUntil(() => document.activeElement?.matches('.box'));
    await stage.browser.closePopup();
  });

  test('a control changes the request, and is remembered for its action', async () => {
    const popup = await openBox();
    await tabTo(popup, 'Length');
    await popup.press('s');
    await popup.waitUntil(
      `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
       return settings?.controls.summarize?.length === 'short';`,
    );
    await stage.browser.closePopup();

    const again = await openBox();
    await again.waitUntil(
      () => document.querySelector<HTMLSelectElement>('select[name=length]')?.value === 'short',
    );
    await again.press('Enter');
    await ended(again);
    expect(told()).toContain('Summarize the document');
    expect(told()).toContain('Use at most 80 words.');
    expect(postsOf(stage.api)[0]?.body).toMatchObject({ max_tokens: 600 });
    await stage.browser.closePopup();
    expect(await stage.browser.errors()).toEqual([]);
  });
}

async function typeInto(popup: View, text: string): Promise<void> {
  await popup.type('.box', text);
  await popup.waitUntil(shows, text);
}

function shows(text: string): boolean {
  return document.querySelector<HTMLInputElement>('.box')?.value === text;
}
