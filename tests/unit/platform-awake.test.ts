import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAwake, outliveSleep } from '../../utils/platform-awake';

const told = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  outliveSleep();
  browser.storage.session.onChanged.addListener(told);
});

test('a goodbye is called off by an event while an answer is under way', async () => {
  const rest = keepAwake();
  await fakeBrowser.runtime.onSuspend.trigger();
  expect(told).toHaveBeenCalled();
  expect(await browser.storage.session.get()).toEqual({});
  rest();
});

test('a background that has nothing to do lets itself be ended', async () => {
  keepAwake()();
  await fakeBrowser.runtime.onSuspend.trigger();
  expect(told).not.toHaveBeenCalled();
});
