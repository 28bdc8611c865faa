import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAwake, outliveSleep } from '../../../utils/platform/platform-awake';

const told = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  outliveSleep();
  browser.storage.session.onChanged.addListener(told);
});

afterEach(() => void vi.useRealTimers());

test('a goodbye is called off by an event while an answer is under way', async () => {
  const rest = keepAwake();
  await fakeBrowser.runtime.onSuspend.trigger();
  expect(told).toHaveBeenCalled();
  expect(await browser.storage.session.get()).toEqual({});
  rest();
});

test('the browser is asked for something twice a minute and more as long as anything is under way, and then no more', async () => {
  vi.useFakeTimers();
  const asked = vi.fn();
  browser.runtime.getPlatformInfo = asked;
  const [first, second] = [keepAwake(), keepAwake()];
  // Both browsers end a background that has called nothing for 30 s.
  await vi.advanceTimersByTimeAsync(29_000);
  expect(asked).toHaveBeenCalled();
  first();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked.mock.calls.length).toBeGreaterThan(5);
  second();
  asked.mockReset();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).not.toHaveBeenCalled();
});

test('a background that has nothing to do lets itself be ended', async () => {
  keepAwake()();
  await fakeBrowser.runtime.onSuspend.trigger();
  expect(told).not.toHaveBeenCalled();
});
