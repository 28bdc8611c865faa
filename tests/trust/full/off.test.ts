import { afterEach, expect, test } from 'vitest';
import { sentence } from '../../e2e/problems/perform';
import { demoKey, postsOf, type Stage, saveKey, setStage } from '../../e2e/support';
import { answeredUnsaved, longArticle } from './unsaved';

let stage: Stage | undefined;
afterEach(() => stage?.close());

test('in firefox, where IndexedDB is switched off, an answer is shown and said to be unsaved: one request', async () => {
  stage = await setStage('firefox', { preferences: { 'dom.indexedDB.enabled': false } });
  const { browser, pages, api } = stage;
  await (await saveKey(browser, demoKey, 'session')).close();
  const options = await browser.openExtensionPage('options.html');
  await options.waitFor('.storage-trouble');
  expect(await options.text('.storage-trouble')).toContain(sentence('databaseOff'));
  await options.close();
  const page = await browser.open(pages.add(longArticle));
  await browser.rightClick(page, 'p', 'Summarize');
  await answeredUnsaved(stage, await browser.popup());
  expect(postsOf(api)).toHaveLength(1);
});
