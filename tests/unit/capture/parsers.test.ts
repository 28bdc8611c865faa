import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createParsers } from '../../../utils/capture/parsers';
import type { Feed } from '../../../utils/messages/run-port';
import type { Parsed } from '../../../utils/page/read-linked';
import { unstopped } from '../support';

const page: Parsed = {
  captured: { kind: 'nothing', title: '', address: '', language: null, frame: null },
  asksPassword: true,
  hasScripts: false,
};

function world() {
  let ids = 0;
  const parsers = createParsers(() => `id-${++ids}`, 1000);
  const view = () => {
    const asked: Feed[] = [];
    const viewer = { post: (feed: Feed) => void asked.push(feed) };
    return { viewer, asked };
  };
  return { parsers, view };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a page to parse', () => {
  test('is given to the newest view, and what that tells is the answer', async () => {
    const { parsers, view } = world();
    const [old, newest] = [view(), view()];
    parsers.join(old.viewer);
    parsers.join(newest.viewer);
    const parsed = parsers.parse('<p>', unstopped);
    expect([old.asked, newest.asked]).toEqual([[], [{ kind: 'parse', id: 'id-1', html: '<p>' }]]);
    parsers.tell('id-1', page);
    expect(await parsed).toEqual(page);
  });

  test('waits for a view', async () => {
    const { parsers, view } = world();
    const parsed = parsers.parse('<p>', unstopped);
    await vi.advanceTimersByTimeAsync(999);
    const { viewer, asked } = view();
    parsers.join(viewer);
    expect(asked).toHaveLength(1);
    parsers.tell('id-1', page);
    expect(await parsed).toEqual(page);
  });

  test('is given to the next when its view is closed', async () => {
    const { parsers, view } = world();
    const [first, second] = [view(), view()];
    parsers.join(first.viewer);
    const parsed = parsers.parse('<p>', unstopped);
    parsers.leave(first.viewer);
    parsers.join(second.viewer);
    expect(second.asked).toHaveLength(1);
    parsers.tell('id-1', page);
    expect(await parsed).toEqual(page);
  });

  test('that nobody takes is given up in the end, and at once when the user stops', async () => {
    const { parsers } = world();
    const parsed = parsers.parse('<p>', unstopped);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await parsed).toBeNull();
    const stop = new AbortController();
    const stopped = parsers.parse('<p>', stop.signal);
    stop.abort();
    expect(await stopped).toBeNull();
  });

  test('is not offered any more once it is done', async () => {
    const { parsers, view } = world();
    const parsed = parsers.parse('<p>', unstopped);
    await vi.advanceTimersByTimeAsync(1000);
    await parsed;
    const { viewer, asked } = view();
    parsers.join(viewer);
    expect(asked).toEqual([]);
    parsers.tell('id-1', page);
  });
});
