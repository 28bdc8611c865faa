import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import type { BrowserName } from '../../browsers/browser';
import { browserNames, demoKey, type Stage, saveKey, setStage } from '../../e2e/support';
import { type SmallDisk, smallDisk } from './small-disk';
import { answeredUnsaved, endedUnsaved, keptLater, longArticle } from './unsaved';

/**
 * What of a profile is on the disk that is filled: Chromium has other files in it mapped into memory, and crashes when
 * there is no room for what it writes to them; Firefox has others that it deletes to make room.
 */
const onDisk: { readonly [Name in BrowserName]: string } = {
  chromium: 'Default/IndexedDB',
  firefox: 'storage',
};

describe.each(browserNames)('in %s', (name) => {
  const profileDir = mkdtempSync(join(tmpdir(), 'gloss-full-'));
  let disk: SmallDisk;
  let stage: Stage;
  beforeAll(async () => {
    disk = smallDisk(200, join(profileDir, onDisk[name]));
    stage = await setStage(name, { profileDir });
    // One that is kept on the device cannot be read any more in Chromium: its database does not open on a full disk.
    await (await saveKey(stage.browser, demoKey, 'session')).close();
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(async () => {
    await stage?.close();
    disk?.remove();
    rmSync(profileDir, { recursive: true, force: true });
  });

  test('on a full disk nothing is sent before it is said; the answer is then shown, said to be unsaved, and can be copied: one request', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.add(longArticle));
    disk.fill();
    await browser.rightClick(page, 'p', 'Summarize');
    await answeredUnsaved(stage, await browser.popup());
    disk.clear();
  });

  test('when the disk is full in mid-stream the answer stays, is said to be unsaved, and is kept once there is room: one request', async () => {
    const page = await endedUnsaved(stage, async () => disk.fill());
    disk.clear();
    await keptLater(stage, page);
  });
});
