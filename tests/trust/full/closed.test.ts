import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName, View } from '../../browsers/browser';
import { sentence } from '../../e2e/problems/perform';
import { browserNames, demoKey, type Stage, saveKey, setStage } from '../../e2e/support';
import { answeredUnsaved } from './unsaved';

/** Where a browser keeps databases of ours; Firefox has the settings in another place, with a `^` in its name. */
const folders: { readonly [Name in BrowserName]: (profileDir: string) => string } = {
  chromium: (profileDir) => join(profileDir, 'Default/IndexedDB'),
  firefox: (profileDir) => {
    const all = join(profileDir, 'storage/default');
    const [own = ''] = readdirSync(all).filter((each) => /^moz-extension[^^]*$/.test(each));
    return join(all, own, 'idb');
  },
};

describe.each(browserNames)('in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(name, { permanent: true });
    await stage.restart((profileDir) => {
      const folder = folders[name](profileDir);
      rmSync(folder, { recursive: true });
      writeFileSync(folder, 'A file in the place of a folder.');
    });
  });
  afterAll(() => stage?.close());

  test('without IndexedDB every view says so; with a key of the session an answer comes, unsaved: one request', async () => {
    const { browser, pages } = stage;
    for (const view of ['options', 'history', 'ledger', 'welcome'] as const) {
      const shown = await browser.openExtensionPage(`${view}.html`);
      expect(await troubleIn(shown), view).toContain(sentence('advice_database_damaged'));
      await shown.close();
    }
    const options = await saveKey(browser, demoKey, 'session');
    await options.waitFor(`text=${sentence('forgetKey')}`);
    await options.close();
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    expect(await troubleIn(popup)).toContain(sentence('advice_database_damaged'));
    await answeredUnsaved(stage, popup);
    await browser.closePopup();
  });

  test('a new database begins apart where the browser can make one; else that is said', async () => {
    const history = await stage.browser.openExtensionPage('history.html');
    await history.waitFor('.begin-database .button');
    await history.click('.begin-database .button');
    await history.click('.begin-database .danger');
    if (name === 'firefox')
      await history.waitUntil(
        (words: string) => document.body.innerText.includes(words),
        sentence('beginDatabaseFailed'),
      );
    // What was answered unsaved may be in it already.
    else await history.waitUntil(() => document.querySelector('.storage-trouble') === null);
  });
});

async function troubleIn(view: View): Promise<string> {
  await view.waitFor('.storage-trouble');
  return view.text('.storage-trouble');
}
