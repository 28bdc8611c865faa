// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StorageLost } from '../../../components/StorageLost';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';

const at = Date.UTC(2026, 10, 26, 12);
const day = 86_400_000;

beforeEach(() => {
  fakeBrowser.reset();
  speak('en-US', en);
});
afterEach(cleanup);

test.each([
  ['database', /Nov.* 26.*lost its answers, costs and keys/],
  ['settings', /Nov.* 26.*lost its settings/],
])('a lost %s is told in words, with the day', async (what, words) => {
  await fakeBrowser.storage.local.set({ loss: { what, at } });
  render(<StorageLost now={at + day} />);
  expect(await screen.findByText('Storage was damaged or cleared')).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
});

test.each([
  ['nothing was lost', undefined],
  ['it was long ago', { what: 'database', at: at - 31 * day }],
  ['the record is damaged', { what: 'all', at }],
])('nothing is told when %s', async (_, loss) => {
  if (loss) await fakeBrowser.storage.local.set({ loss });
  const { container } = render(<StorageLost now={at} />);
  await new Promise((resolve) => setTimeout(resolve));
  expect(container.textContent).toBe('');
});
