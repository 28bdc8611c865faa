import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '../../../utils/messages/messages';
import { send } from '../../../utils/messages/send';

const gone = new Error('Could not establish connection. Receiving end does not exist.');
const sent = vi.fn<(command: unknown) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  sent.mockReset();
  browser.runtime.sendMessage = sent as never;
});

test('what a background did not answer on its way out, the next one is asked', async () => {
  sent.mockRejectedValueOnce(gone).mockResolvedValueOnce(true);
  expect(await send({ kind: 'has-picture', tabId: 7 })).toBe(true);
  expect(sent.mock.calls).toEqual([
    [{ kind: 'has-picture', tabId: 7 }],
    [{ kind: 'has-picture', tabId: 7 }],
  ]);
});

test('what fails twice has failed', async () => {
  sent.mockRejectedValue(gone);
  await expect(send({ kind: 'has-picture', tabId: 7 })).rejects.toBe(gone);
  expect(sent).toHaveBeenCalledTimes(2);
});

test.each([
  'start',
  'start-on-page',
  'confirm',
  'try-again',
  'try-fitting',
  'try-allowed',
  'take-cheaper',
  'ask',
  'count',
  'test-key',
  'save-key',
  'put-text',
  'delete-run',
  'delete-all-runs',
  'delete-lines',
  'begin-database',
  'restore',
] as const)(
  'what may send, cost or delete something is sent once, answered or not: %s',
  async (kind) => {
    sent.mockRejectedValue(gone);
    await expect(send({ kind } as Command)).rejects.toBe(gone);
    expect(sent).toHaveBeenCalledOnce();
  },
);
