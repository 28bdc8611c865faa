import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { learnFrom, readCalibration } from '../../../utils/store/calibration';

describe('what is stored of bills', () => {
  const rough = { latin: 992, otherLatin: 0, ideographs: 0, cyrillic: 0, otherLetters: 0 };
  const bill = { endpointId: 'anthropic', model: 'm', rough, billed: 1100 };

  beforeEach(() => fakeBrowser.reset());

  test('is how far a bill was from its estimate, and no word of the text', async () => {
    await learnFrom(bill);
    expect(await readCalibration()).toEqual({
      'anthropic m latin': { count: 1, mean: expect.closeTo(Math.log(1.1)), squares: 0 },
    });
  });

  test('is of sixty models at most: the one billed longest ago is forgotten', async () => {
    for (let at = 0; at < 61; at += 1) await learnFrom({ ...bill, model: `m${at}` });
    const kept = Object.keys(await readCalibration());
    expect(kept).toHaveLength(60);
    expect(kept).not.toContain('anthropic m0 latin');
    expect(kept.at(-1)).toBe('anthropic m60 latin');
  });

  test('of version 1 stays for English and East Asia: all else is estimated otherwise since', async () => {
    const told = { count: 2, mean: 0.1, squares: 0 };
    const scripts = ['latin', 'otherLatin', 'ideographs', 'cyrillic', 'otherLetters'];
    await fakeBrowser.storage.local.set({
      calibration: Object.fromEntries(scripts.map((script) => [`anthropic m ${script}`, told])),
    });
    vi.resetModules();
    const store = await import('../../../utils/store/calibration');
    expect(await store.readCalibration()).toEqual({
      'anthropic m latin': told,
      'anthropic m ideographs': told,
    });
  });

  test('is passed over where it is damaged', async () => {
    await fakeBrowser.storage.local.set({
      calibration: {
        a: 7,
        b: { count: 0, mean: 1, squares: 1 },
        c: { count: 2, mean: 0.1, squares: 0 },
      },
    });
    expect(await readCalibration()).toEqual({ c: { count: 2, mean: 0.1, squares: 0 } });
  });
});
