import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAwake, openPopup } from '../../utils/platform';

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
    await openPopup(place);
    expect(create).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        type: 'popup',
        url: expect.stringMatching(/\/popup\.html\?tab=7$/),
      }),
    );
  });
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
