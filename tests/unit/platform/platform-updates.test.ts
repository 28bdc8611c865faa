import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAwake } from '../../../utils/platform/platform-awake';
import { letUpdatesIn } from '../../../utils/platform/platform-updates';

const reload = vi.fn();
let views: readonly unknown[];
let arrive: () => void;
let closeView: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  views = [];
  reload.mockReset();
  const api = browser.runtime as unknown as Record<string, unknown>;
  api.reload = reload;
  api.getContexts = async () => views;
  api.onUpdateAvailable = { addListener: (listener: () => void) => (arrive = listener) };
  api.onConnect = {
    addListener: (listener: (port: Pick<Browser.runtime.Port, 'onDisconnect'>) => void) => {
      const onDisconnect = { addListener: (closed: () => void) => (closeView = closed) };
      listener({ onDisconnect } as unknown as Browser.runtime.Port);
    },
  };
  letUpdatesIn();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(2_000);

test('a newer version is let in at once when nothing is under way', async () => {
  arrive();
  await settle();
  expect(reload).toHaveBeenCalledOnce();
});

test('a newer version waits for the end of the run', async () => {
  const rest = keepAwake();
  arrive();
  await settle();
  expect(reload).not.toHaveBeenCalled();
  rest();
  await settle();
  expect(reload).toHaveBeenCalledOnce();
});

test('a newer version waits until no view of Gloss is open', async () => {
  views = [{}];
  arrive();
  await settle();
  expect(reload).not.toHaveBeenCalled();
  views = [];
  closeView();
  await settle();
  expect(reload).toHaveBeenCalledOnce();
});

test('without a newer version nothing is loaded anew', async () => {
  keepAwake()();
  closeView();
  await settle();
  expect(reload).not.toHaveBeenCalled();
});
