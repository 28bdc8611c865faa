// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { WelcomeHere } from '../../../components/welcome/WelcomeHere';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';

const surroundings = {
  tabId: 7,
  address: 'chrome-extension://gloss/welcome.html',
  openOptions: vi.fn(),
  readShortcut: async () => null,
  readPinned: async () => null,
};

beforeEach(() => {
  fakeBrowser.reset();
  return speak('en-US', en);
});
afterEach(cleanup);

test('a budget that cannot be kept is not shown as chosen', async () => {
  const asked: Command['kind'][] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { kind } = message as Command;
    asked.push(kind);
    if (kind === 'change-settings') throw new Error('The disk is full.');
    return kind === 'key-status' || kind === 'lock-status' ? { kind: 'none' } : null;
  });
  const listener = { addListener() {} };
  vi.spyOn(fakeBrowser.runtime, 'connect').mockImplementation(
    () =>
      ({
        onMessage: listener,
        onDisconnect: listener,
        postMessage() {},
        disconnect() {},
      }) as never,
  );
  render(<WelcomeHere surroundings={surroundings} />);
  const chosen = () =>
    screen.getAllByRole<HTMLInputElement>('radio', { name: /^\$/ }).map(({ checked }) => checked);
  expect(chosen()).toEqual([false, true, false]);
  await vi.waitFor(() => expect(asked).toContain('lock-status'));
  fireEvent.click(screen.getByRole('radio', { name: '$20.00' }));
  await screen.findByText(en.changeFailed.message);
  expect(chosen()).toEqual([false, true, false]);
});
