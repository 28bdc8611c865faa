import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  isPrivate,
  openPanel,
  openPopup,
  openPopupLater,
  showBadge,
  showTab,
} from '../../../utils/platform/platform';
import { keepAwake } from '../../../utils/platform/platform-awake';

const place = { tabId: 7, windowId: 3 };

beforeEach(() => {
  fakeBrowser.reset();
});

describe('opening the view', () => {
  test('asks for the popup before anything is awaited, in the window of the click', () => {
    const open = vi.fn(async () => {});
    browser.action.openPopup = open;
    void openPopup(place);
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  });

  test('shows a small window about the same tab when the browser refuses the popup', async () => {
    browser.action.openPopup = () => Promise.reject(new Error('another panel is open'));
    const create = vi.spyOn(browser.windows, 'create');
    await openPopup({ ...place, tabId: 8 });
    expect(create).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        type: 'popup',
        url: expect.stringMatching(/\/popup\.html\?tab=8$/),
      }),
    );
  });

  test('asks again for a moment while a question is closing, also right after the last popup', async () => {
    browser.action.openPopup = async () => {};
    const create = vi.spyOn(browser.windows, 'create');
    await openPopup({ ...place, tabId: 14 });
    const open = vi.fn().mockRejectedValueOnce(new Error('a question is open'));
    browser.action.openPopup = open;
    await openPopupLater({ ...place, tabId: 14 });
    expect(open).toHaveBeenCalledTimes(2);
    expect(create).not.toHaveBeenCalled();
    open.mockRejectedValue(new Error('no window has the focus'));
    await openPopupLater({ ...place, tabId: 14 });
    expect(create).toHaveBeenCalledOnce();
  });

  test('shows one small window for a key that is held', async () => {
    browser.action.openPopup = () => Promise.reject(new Error('another panel is open'));
    const create = vi.spyOn(browser.windows, 'create');
    for (let times = 0; times < 20; times += 1) await openPopup({ ...place, tabId: 9 });
    expect(create).toHaveBeenCalledOnce();
    await openPopup({ ...place, tabId: 10 });
    expect(create).toHaveBeenCalledTimes(2);
  });

  test('opens no small window for a key that is pressed in one', async () => {
    browser.action.openPopup = () => Promise.reject(new Error('not in a window of this kind'));
    const create = vi.spyOn(browser.windows, 'create');
    await openPopup({ tabId: 11, windowId: 3 });
    const small = await create.mock.results[0]?.value;
    await openPopup({ tabId: 12, windowId: small.id });
    expect(create).toHaveBeenCalledOnce();
    await openPopup({ tabId: 13, windowId: 3 });
    expect(create).toHaveBeenCalledTimes(2);
  });
});

describe('opening the panel', () => {
  const refused = () => Promise.reject(new Error('no gesture'));

  afterEach(() => {
    Reflect.deleteProperty(browser, 'sidebarAction');
    Reflect.deleteProperty(browser, 'sidePanel');
  });

  test('asks for the side panel before anything is awaited, in the window of the click', () => {
    const open = vi.fn(async () => {});
    Object.assign(browser, { sidePanel: { open } });
    void openPanel(place);
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  });

  test('asks for the sidebar where there is one', () => {
    const open = vi.fn(async () => {});
    Object.assign(browser, { sidebarAction: { open } });
    void openPanel(place);
    expect(open).toHaveBeenCalledOnce();
  });

  test.each(['sidePanel', 'sidebarAction'])('refused by the %s, shows the popup', async (name) => {
    Object.assign(browser, { [name]: { open: refused } });
    const popup = vi.fn(async () => {});
    browser.action.openPopup = popup;
    await openPanel(place);
    expect(popup).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  });
});

describe('the badge', () => {
  test('is put on its tab, with the same in words', async () => {
    const [text, title] = [vi.fn(async () => {}), vi.fn(async () => {})];
    Object.assign(browser.action, {
      setBadgeText: text,
      setTitle: title,
      setBadgeBackgroundColor: async () => {},
    });
    await showBadge(7, 'problem', 'Gloss: a problem');
    await showBadge(7, null, 'Gloss');
    expect(text.mock.calls).toEqual([[{ tabId: 7, text: '!' }], [{ tabId: 7, text: '' }]]);
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Gloss' });
  });

  test('of a tab that is gone disturbs nobody', async () => {
    const gone = () => Promise.reject(new Error('No tab with id: 7'));
    Object.assign(browser.action, {
      setBadgeText: gone,
      setTitle: gone,
      setBadgeBackgroundColor: gone,
    });
    await expect(showBadge(7, 'done', 'Gloss')).resolves.toBeUndefined();
  });
});

describe('what comes of a question', () => {
  const kinds = {
    popup: { contextType: 'POPUP', tabId: -1, windowId: -1 },
    'panel beside it': { contextType: 'SIDE_PANEL', tabId: -1, windowId: 3 },
    'panel in another window': { contextType: 'SIDE_PANEL', tabId: -1, windowId: 4 },
    'page of ours in its tab': { contextType: 'TAB', tabId: 7, windowId: 3 },
    'page of ours in another tab': { contextType: 'TAB', tabId: 8, windowId: 3 },
  };
  test.each<[keyof typeof kinds | 'nothing', number]>([
    ['nothing', 1],
    ['popup', 0],
    ['panel beside it', 0],
    ['panel in another window', 1],
    ['page of ours in its tab', 0],
    ['page of ours in another tab', 1],
  ])('is shown in the popup, unless a view is there: %s', async (there, times) => {
    const open = vi.fn(async () => {});
    browser.action.openPopup = open;
    browser.tabs.get = vi.fn(async () => ({ id: 7, windowId: 3 }) as never);
    const contexts = there === 'nothing' ? [] : [kinds[there]];
    Object.assign(browser.runtime, { getContexts: async () => contexts });
    await showTab(7);
    expect(open).toHaveBeenCalledTimes(times);
  });

  test('is not shown where the tab is gone', async () => {
    const open = vi.fn(async () => {});
    browser.action.openPopup = open;
    browser.tabs.get = vi.fn(() => Promise.reject(new Error('No tab with id: 7')));
    await showTab(7);
    expect(open).not.toHaveBeenCalled();
  });
});

test('a tab that is gone counts as private', async () => {
  browser.tabs.get = vi.fn(() => Promise.reject(new Error('No tab with id: 7')));
  expect(await isPrivate(7)).toBe(true);
});

describe('keeping the background awake', () => {
  test('calls the browser every 20 s until the last one rests', () => {
    vi.useFakeTimers();
    const ping = vi.fn(async () => ({}) as never);
    browser.runtime.getPlatformInfo = ping;
    const [first, second] = [keepAwake(), keepAwake()];
    vi.advanceTimersByTime(41_000);
    expect(ping).toHaveBeenCalledTimes(2);
    first();
    first();
    vi.advanceTimersByTime(20_000);
    expect(ping).toHaveBeenCalledTimes(3);
    second();
    vi.advanceTimersByTime(100_000);
    expect(ping).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });
});
