import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../public/_locales/en/messages.json';
import { createMenu, startFromMenu } from '../../utils/menu';
import type { Runner, Start } from '../../utils/runner';
import { changeSettings } from '../../utils/store/settings';
import { sourceWith } from './support';

/** The browser as far as the menu needs it: what was made and what was opened, in order. */
function stage() {
  const items: unknown[] = [];
  const happened: string[] = [];
  Object.assign(browser, {
    contextMenus: {
      removeAll: async () => void items.splice(0),
      create: (item: unknown) => items.push(item),
    },
    sidePanel: { open: async () => void happened.push('panel') },
  });
  browser.action.openPopup = async () => void happened.push('popup');
  const begun: Start[] = [];
  const begin = (start: Start) => {
    happened.push('begun');
    begun.push(start);
  };
  const capture = vi.fn(async () => ({ kind: 'source', source: sourceWith() }) as const);
  const click = (
    menuItemId: string,
    tab: object | undefined = { id: 7, windowId: 3, incognito: false },
  ) =>
    startFromMenu(
      { menuItemId, frameId: 2, selectionText: 'froze', editable: false } as never,
      tab as never,
      { runner: { begin } as Runner, capture },
    );
  return { items, happened, begun, capture, click };
}

beforeEach(() => {
  fakeBrowser.reset();
  browser.i18n.getUILanguage = () => 'en-US';
  vi.stubGlobal('fetch', async () => Response.json(en));
});

describe('the menu', () => {
  test('has one item, in the user’s language, that knows which view it opens', async () => {
    const { items } = stage();
    await createMenu();
    expect(items).toEqual([
      expect.objectContaining({ id: 'summarize@popup', title: en.menuSummarize.message }),
    ]);
    await changeSettings({ menuView: 'panel' });
    await createMenu();
    expect(items).toEqual([expect.objectContaining({ id: 'summarize@panel' })]);
  });

  test.each(['popup', 'panel'])('opens the %s and begins a run in the same tick', async (view) => {
    const { happened, begun, capture, click } = stage();
    click(`summarize@${view}`);
    expect(happened).toEqual([view, 'begun']);
    expect(begun[0]).toMatchObject({
      action: { id: 'summarize' },
      tabId: 7,
      private: false,
      saved: true,
      endpointId: null,
    });
    await begun[0]?.capture();
    expect(capture).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ tabId: 7, frameId: 2, selectionText: 'froze' }),
    );
  });

  test('knows a private window', () => {
    const { begun, click } = stage();
    click('summarize@popup', { id: 7, windowId: 3, incognito: true });
    expect(begun[0]?.private).toBe(true);
  });

  test.each([
    ['an item of another day', 'explain@popup', {}],
    ['a tab without an id', 'summarize@popup', { id: undefined }],
  ])('does nothing for %s', (_, item, tab) => {
    const { happened, click } = stage();
    click(item, { id: 7, windowId: 3, ...tab });
    expect(happened).toEqual([]);
  });
});
