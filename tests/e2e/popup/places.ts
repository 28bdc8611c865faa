import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { fault } from '../../stand-in/stand-in';
import { ended, gate, postsOf, type Stage, tell } from '../support';

const html = `<!doctype html><html lang="en"><title>A cold winter</title><main><article>
<h1>A cold winter</h1><p id="text">The harbour froze in January. Ships waited for a month, and nobody had
planned for that. The town ran out of flour before the ice broke in March.</p></article></main></html>`;

const id = 'own:11111111-2222-4333-8444-555555555555';
const own = {
  id,
  title: 'Names only',
  prompt: 'List every name in the document, nothing else.',
  input: 'either',
  output: 'read',
  model: null,
  effort: 'low',
  length: 'short',
};
const keys = 'Alt+Shift+K';

interface WithCommands {
  readonly browser: { readonly commands: { update(of: object): Promise<void> } };
}
interface WithApi {
  readonly browser: {
    readonly runtime: { sendMessage(message: object): Promise<unknown> };
    readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
  };
}

/** Binds a shortcut as the browser's own page does. */
async function bind(browser: Browser, name: string, shortcut: string): Promise<void> {
  if (browser.name === 'firefox') {
    return browser.inBackground(
      (name, shortcut) =>
        (globalThis as unknown as WithCommands).browser.commands.update({ name, shortcut }),
      name,
      shortcut,
    );
  }
  const page = await browser.open('chrome://extensions/shortcuts');
  await page.evaluate(
    (extensionId, commandName, keybinding) =>
      // @ts-expect-error Only Chromium's own pages have it.
      chrome.developerPrivate.updateExtensionCommand({ extensionId, commandName, keybinding }),
    browser.extensionId,
    name,
    shortcut,
  );
  await page.close();
}

export function places(stageOf: () => Stage): void {
  let stage: Stage;

  beforeAll(async () => {
    stage = stageOf();
    const change = { slots: [null, own.id, null], menuActions: [own.id] };
    await tell(
      stage.browser,
      { kind: 'save-actions', actions: [own] },
      { kind: 'change-settings', change },
    );
    await bind(stage.browser, 'slot-2', keys);
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });

  const open = () => stage.browser.open(stage.pages.add(html));
  const sent = () => JSON.stringify(postsOf(stage.api)[0]?.body);

  async function expectSent(part: string) {
    const popup = await stage.browser.popup();
    await ended(popup);
    expect(postsOf(stage.api)).toHaveLength(1);
    expect(sent()).toContain(part);
    expect(sent()).toContain('harbour froze');
    return popup;
  }

  test('runs from the shortcut that it was put on', async () => {
    await open();
    await stage.browser.pressShortcut(keys);
    await expectSent(own.prompt);
  });

  test('runs once for a shortcut that is pressed fifteen times in a row', async () => {
    const page = await open();
    const { browser, api } = stage;
    const { opened, open: goOn } = gate();
    api.next(fault.silence(1, opened));
    const windows = () =>
      browser.inBackground<number>(
        'return (await (globalThis.browser ?? chrome).windows.getAll()).length;',
      );
    const before = await windows();
    await browser.pressShortcut(keys, 15);
    await page.bringToFront();
    goOn();
    await until('the answer', () => postsOf(api)[0]?.answered?.finishedAt);
    expect(postsOf(api)).toHaveLength(1);
    expect(await windows()).toBe(before);
  });

  test('runs once for fifty clicks in the popup', async () => {
    const page = await open();
    const { browser, api } = stage;
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await popup.evaluate(() => {
      const line = document.querySelector<HTMLElement>('.choice-line');
      for (let click = 0; click < 50; click += 1) line?.click();
    });
    await ended(popup);
    expect(postsOf(api)).toHaveLength(1);
  });

  test('runs from the menu', async () => {
    const page = await open();
    await stage.browser.rightClick(page, '#text', own.title, { nested: 1 });
    await expectSent(own.prompt);
  });

  test.each([
    ['runs from the address bar, by its name', 'gloss names only', own.prompt],
    ['and whatever is no name is a question', 'gloss who froze', 'who froze'],
  ])('%s', async (_, typed, expected) => {
    await open();
    const { browser } = stage;
    await browser.pressShortcut('Control+l');
    for (const sign of typed) await browser.pressShortcut(sign);
    await browser.pressShortcut('Enter');
    await expectSent(expected);
  });

  test('is offered first on a site that the user wants it on', async () => {
    const page = await open();
    const { browser } = stage;
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.site-choices summary');
    await popup.click('.site-choices summary');
    expect(await popup.axe()).toEqual([]);
    await popup.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('select[name=site-language]');
      if (!select) throw new Error('no choice of a language');
      select.value = 'de';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await popup.waitUntil(async () => {
      const { storage } = (globalThis as unknown as WithApi).browser;
      const { settings } = await storage.local.get('settings');
      return JSON.stringify(settings).includes('"language":"de"');
    });
    await popup.click('text=Summarize');
    await ended(popup);
    expect(sent()).toContain('German');
  });
}
