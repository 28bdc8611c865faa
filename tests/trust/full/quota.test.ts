import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../../browsers/browser';
import { type Stage, saveKey, setStage } from '../../e2e/support';
import { makeRoom, takeAllRoom } from './filler';
import { answeredUnsaved, endedUnsaved, keptLater, longArticle } from './unsaved';

/** MB that Firefox lets all sites store together. To Chromium's extensions with `unlimitedStorage` the disk alone is a limit. */
const room = 20;

describe('in firefox, with a limit for all that is stored,', () => {
  let stage: Stage;
  let options: Page;
  beforeAll(async () => {
    stage = await setStage('firefox', { room });
    options = await saveKey(stage.browser);
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(() => stage?.close());

  test('what is stored is kept for good', async () => {
    expect(await options.evaluate('return navigator.storage.persisted()')).toBe(true);
  });

  test('without room nothing is sent before it is said; the answer is then shown, said to be unsaved, and can be copied: one request', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.add(longArticle));
    await options.evaluate(takeAllRoom);
    await browser.rightClick(page, 'p', 'Summarize');
    await answeredUnsaved(stage, await browser.popup());
    await options.evaluate(makeRoom);
  });

  test('when the room ends in mid-stream the answer stays, is said to be unsaved, and is kept once there is room: one request', async () => {
    const page = await endedUnsaved(stage, () => options.evaluate(takeAllRoom));
    await options.evaluate(makeRoom);
    await keptLater(stage, page);
  });
});
