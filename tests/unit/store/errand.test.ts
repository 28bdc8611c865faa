import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mayReach, requestFor, requestOrigin } from '../../../utils/platform/platform-sites';
import { takeErrand } from '../../../utils/store/take-errand';

const origin = 'https://news.example.org';
const wanted = { runId: 'r', tabId: 7, origin };

beforeEach(() => fakeBrowser.reset());

describe('the permission to reach an origin', () => {
  test.each([
    ['https://gateway.example.org', 'https://gateway.example.org/*'],
    ['https://gateway.example.org:8443', 'https://gateway.example.org/*'],
    ['http://localhost:11434', 'http://localhost/*'],
  ])('of %s is its host’s: %s', async (origin, pattern) => {
    const request = vi.fn(async () => true);
    const contains = vi.fn(async () => false);
    Object.assign(browser, { permissions: { request, contains } });
    expect(await requestOrigin(origin)).toBe(true);
    expect(await mayReach(origin)).toBe(false);
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: [pattern] });
    expect(contains).toHaveBeenCalledExactlyOnceWith({ origins: [pattern] });
  });
});

/** The browser's question, which stays open unless there is an answer, and what the user has let us reach. */
function asking(answer: Promise<boolean> = new Promise(() => undefined)) {
  const allowed = new Set<string>();
  const request = vi.fn(() => answer);
  Object.assign(browser, { permissions: { request } });
  return { request, allow: () => allowed.add(origin), has: async (at: string) => allowed.has(at) };
}

describe('an errand', () => {
  test('is left in the click in which the site is asked for, and taken once, when that may be reached', async () => {
    const { request, allow, has } = asking();
    void requestFor(wanted);
    expect(request).toHaveBeenCalledOnce();
    await vi.waitFor(async () => {
      expect(await browser.storage.session.get()).toMatchObject({ errand: wanted });
    });
    // The view is gone: nobody hears the answer.
    expect(await takeErrand(Date.now(), has)).toBeNull();
    allow();
    const taken = await Promise.all([takeErrand(Date.now(), has), takeErrand(Date.now(), has)]);
    expect(taken).toMatchObject([wanted, null]);
    expect(await browser.storage.session.get()).toEqual({});
  });

  test.each<[string, () => Promise<boolean>]>([
    ['refused', async () => false],
    ['that cannot be asked for', () => Promise.reject(new Error('no gesture'))],
  ])('for a site that is %s is dropped', async (_, answer) => {
    const { allow, has } = asking(answer());
    expect(await requestFor(wanted)).toBe(false);
    allow();
    expect(await takeErrand(Date.now(), has)).toBeNull();
  });

  test('is dropped when the same site is asked for by something else', async () => {
    const { allow, has } = asking();
    void requestFor(wanted);
    void requestOrigin(origin);
    allow();
    await vi.waitFor(async () => expect(await browser.storage.session.get()).toEqual({}));
    expect(await takeErrand(Date.now(), has)).toBeNull();
  });

  test.each([
    ['ten minutes', 600_000, wanted],
    ['longer', 600_001, null],
  ])('of %s ago stands or does not', async (_, passed, found) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 28), toFake: ['Date'] });
    const { allow, has } = asking();
    void requestFor(wanted);
    await new Promise<void>((resolve) => setImmediate(resolve));
    allow();
    const taken = await takeErrand(Date.now() + passed, has);
    vi.useRealTimers();
    if (found) expect(taken).toMatchObject(found);
    else expect(taken).toBeNull();
  });
});
