import { type Browser, type LaunchOptions, launch, type Page } from '../../tests/browsers/browser';
import type { FoundBrowser } from '../../tests/browsers/find';
import { saveKey } from '../../tests/e2e/support';
import { type PageServer, servePages } from '../../tests/pages/serve';
import { demoKey, startDemo } from './demo';

export interface Scene {
  readonly found: FoundBrowser;
  readonly extensionDir: string;
  /** Of the real API; null: a demo plays it. */
  readonly key: string | null;
  readonly launch: Omit<LaunchOptions, 'extensionDir' | 'api' | 'path'>;
}

/** A browser with the extension as it is shipped and a key in it. */
export interface Stage {
  readonly browser: Browser;
  readonly pages: PageServer;
  /** Where the key was typed in; the only tab. */
  readonly options: Page;
  close(): Promise<void>;
}

export async function openStage({
  found,
  extensionDir,
  key,
  launch: wishes,
}: Scene): Promise<Stage> {
  const [api, pages] = await Promise.all([key ? undefined : startDemo(), servePages()]);
  const closing: (() => Promise<void>)[] = [pages.close, ...(api ? [api.close] : [])];
  const close = async () => {
    for (const each of closing.splice(0)) await each();
  };
  try {
    const seen = { extensionDir, path: found.path, ...(api && { api }), ...wishes };
    const browser = await launch(found.family, seen);
    let gone = false;
    void browser.ended().then(() => {
      gone = true;
    });
    // Asking a browser to end that has ended is to wait in vain.
    closing.unshift(() => (gone ? browser.kill() : browser.close()));
    const options = await saveKey(browser, key ?? demoKey, 'session');
    await options.evaluate(closeOtherTabs);
    return { browser, pages, options, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The article, alone in its window. */
export async function openArticle({ browser, pages, options }: Stage): Promise<Page> {
  const page = await browser.open(pages.article);
  await options.close();
  await page.bringToFront();
  return page;
}

/** Such as the blank one that the browser began with. */
const closeOtherTabs = `
  const { tabs } = globalThis.browser ?? chrome;
  const own = await tabs.getCurrent();
  const others = (await tabs.query({})).filter(({ id }) => id !== own.id);
  await tabs.remove(others.map(({ id }) => id));`;
