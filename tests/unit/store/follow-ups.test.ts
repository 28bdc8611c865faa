import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countAnswer, readFollowUps } from '../../../utils/store/follow-ups';

describe('what is counted', () => {
  beforeEach(() => fakeBrowser.reset());

  test('is each answer by its action, and by which of them a question followed', async () => {
    await countAnswer({ key: 'summarize', follows: null });
    await countAnswer({ key: 'follow-up', follows: 'summarize' });
    await countAnswer({ key: 'summarize', follows: null });
    expect(await readFollowUps()).toEqual({
      summarize: { answers: 2, followed: 1 },
      'follow-up': { answers: 1, followed: 0 },
    });
  });

  test('is forgotten of the actions that were used longest ago', async () => {
    for (let at = 0; at < 70; at += 1) await countAnswer({ key: `own:${at}`, follows: null });
    const keys = Object.keys(await readFollowUps());
    expect(keys).toHaveLength(60);
    expect(keys).toContain('own:69');
    expect(keys).not.toContain('own:9');
  });

  test('is as if never counted where it cannot be read', async () => {
    await fakeBrowser.storage.local.set({ followUps: { a: 1, b: { answers: 3, followed: 1 } } });
    expect(await readFollowUps()).toEqual({ b: { answers: 3, followed: 1 } });
    await fakeBrowser.storage.local.set({ followUps: 'odd' });
    expect(await readFollowUps()).toEqual({});
  });
});
