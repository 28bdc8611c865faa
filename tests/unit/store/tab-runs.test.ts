import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshStorage } from '../fresh-storage';

freshStorage();

describe('which run is a tab’s', () => {
  async function freshTabRuns() {
    vi.resetModules();
    return (await import('../../../utils/store/tab-runs')).createTabRuns();
  }

  test('is known in the same tick, and after the background has been away', async () => {
    const tabRuns = await freshTabRuns();
    const set = tabRuns.set(7, 'r');
    expect(await tabRuns.get(7)).toBe('r');
    await set;
    const later = await freshTabRuns();
    expect(await later.get(7)).toBe('r');
    await later.set(8, 'r');
    expect(await later.tabsOf('r')).toEqual([7, 8]);
    expect(await later.tabsOf('another')).toEqual([]);
  });

  test('is the last one, and is forgotten only by its own name', async () => {
    const tabRuns = await freshTabRuns();
    await tabRuns.set(7, 'first');
    await tabRuns.set(7, 'second');
    expect(await tabRuns.tabsOf('first')).toEqual([]);
    await tabRuns.clear(7, 'first');
    expect(await tabRuns.get(7)).toBe('second');
    await tabRuns.clear(7, 'second');
    expect(await (await freshTabRuns()).get(7)).toBeNull();
  });

  test('is known as long as the background lives where the browser keeps nothing for the session', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('full'));
    const tabRuns = await freshTabRuns();
    await tabRuns.set(7, 'r');
    expect(await tabRuns.get(7)).toBe('r');
    await tabRuns.clear(7, 'r');
    expect(await tabRuns.get(7)).toBeNull();
  });
});
