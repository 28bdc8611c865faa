import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browserNames, ended, picture, type Stage, saveKey, setStage } from './support';

describe.each(browserNames)('the main job in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name);
    await saveKey(stage.browser);
  });
  beforeEach(() => stage.api.reset());
  afterAll(() => stage?.close());

  test('select, right-click, Summarize: the answer streams into the popup, with its receipt', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await page.select('#lead');
    await browser.rightClick(page, '#lead', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    await popup.screenshot(picture(`main-${name}`));
    const posts = api.requests.filter((request) => request.path === '/v1/messages');
    expect(posts).toHaveLength(1);
    expect(await popup.text()).toContain('0.00');
  });
});
