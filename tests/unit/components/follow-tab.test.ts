// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Visit } from '../../../components/Panel';
import { followTab } from '../../../entrypoints/sidepanel/follow-tab';

const page = 'https://example.org/article';

let stop = () => {};
/** What the browser tells when it has put a tab in the place of another. */
let replace: (by: number, tabId: number) => void = () => {};

/** A tab in front of a panel; `address`: undefined while the panel may not know it. */
async function follow(address: string | undefined) {
  const tab = { id: 1, windowId: 1, active: true };
  const at: { url: string | undefined } = { url: address };
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [{ ...tab, ...at }] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async () => ({ ...tab, ...at }) as never);
  const shown: Visit[] = [];
  stop = followTab((visit) => shown.push(visit));
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  return {
    shown,
    /** The browser tells that the tab has come to an address, or to the same once more. */
    async come(to: string | undefined): Promise<Visit | undefined> {
      at.url = to;
      const before = shown.length;
      await fakeBrowser.tabs.onUpdated.trigger(1, { status: 'complete' }, tab as never);
      await vi.waitFor(() => expect(shown.length).toBeGreaterThan(before));
      return shown.at(-1);
    },
    /** The user goes to another tab. */
    async show(tabId: number): Promise<Visit | undefined> {
      const before = shown.length;
      tab.id = tabId;
      await fakeBrowser.tabs.onActivated.trigger({ tabId, windowId: 1 });
      await vi.waitFor(() => expect(shown.length).toBeGreaterThan(before));
      return shown.at(-1);
    },
    know(now: string): void {
      at.url = now;
      window.dispatchEvent(new Event('focus'));
    },
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  const { onReplaced } = fakeBrowser.tabs;
  vi.spyOn(onReplaced, 'addListener').mockImplementation((told) => {
    replace = told;
  });
  vi.spyOn(onReplaced, 'removeListener').mockReturnValue();
  return () => {
    stop();
    vi.restoreAllMocks();
  };
});

describe('a panel is told', () => {
  test('of another page, and of the same that was loaded anew', async () => {
    const { come } = await follow(page);
    expect(await come('https://example.org/other')).toMatchObject({ page: 1, moves: 0 });
    expect(await come('https://example.org/other')).toMatchObject({ page: 2, moves: 0 });
    expect(await come('https://example.org/other?more#end')).toMatchObject({ page: 3, moves: 0 });
  });

  test('that the same page shows another of its parts', async () => {
    const { come } = await follow(page);
    expect(await come(`${page}#one`)).toMatchObject({ page: 0, moves: 1 });
    expect(await come(`${page}#two`)).toMatchObject({ page: 0, moves: 2 });
    expect(await come(page)).toMatchObject({ page: 0, moves: 3 });
  });

  test('of another page wherever nobody knows better', async () => {
    const { come } = await follow(undefined);
    expect(await come(undefined)).toMatchObject({ page: 1 });
    expect(await come(`${page}#one`)).toMatchObject({ page: 2 });
    expect(await come(`${page}#two`)).toMatchObject({ page: 2 });
    expect(await come(undefined)).toMatchObject({ page: 3 });
  });

  test('of no other page where it has been allowed meanwhile to know this one', async () => {
    const { come, know } = await follow(undefined);
    know(page);
    await vi.waitFor(() => expect(fakeBrowser.tabs.query).toHaveBeenCalledTimes(2));
    expect(await come(`${page}#one`)).toMatchObject({ page: 0, moves: 1 });
  });

  test('of what was begun in a tab also once the browser has put another in its place', async () => {
    const { show, shown } = await follow(page);
    const { begun } = shown[0] ?? {};
    await show(2);
    replace(3, 1);
    expect(await show(3)).toMatchObject({ tabId: 3, page: 0 });
    expect(shown.at(-1)?.begun).toBe(begun);
  });
});
