import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, postsOf, type Stage, saveKey, setStage } from '../../e2e/support';
import { type SmallDisk, smallDisk } from './small-disk';
import { answeredUnsaved, longArticle } from './unsaved';

describe.each(browserNames)('in %s', (name) => {
  let disk: SmallDisk;
  let stage: Stage;
  beforeAll(async () => {
    disk = smallDisk(200);
    stage = await setStage(name, { profileDir: join(disk.folder, 'profile') });
    await (await saveKey(stage.browser)).close();
  });
  afterAll(async () => {
    await stage?.close();
    disk?.remove();
  });

  test('on a full disk nothing is sent before it is said; the answer is then shown, said to be unsaved, and can be copied: one request', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.add(longArticle));
    disk.fill();
    await browser.rightClick(page, 'p', 'Summarize');
    await answeredUnsaved(stage, await browser.popup());
    await browser.closePopup();

    disk.free();
    await browser.rightClick(page, 'p', 'Summarize');
    const again = await browser.popup();
    await again.waitFor('.receipt');
    expect(await again.evaluate(() => document.querySelector('.run-unsaved'))).toBeNull();
    expect(postsOf(api)).toHaveLength(2);
  });
});
