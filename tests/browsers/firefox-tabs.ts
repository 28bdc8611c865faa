import type { Page, View } from './browser';
import type { Chrome } from './firefox-process';
import { firefoxSurface, loaded } from './firefox-surface';
import { type Patience, patience, until } from './poll';
import { createPage, createView } from './view';

export interface FirefoxTabs {
  open(url: string): Promise<Page>;
  page(urlPart: string, options?: Patience): Promise<Page>;
  popup(options?: Patience): Promise<View>;
  popupIsOpen(): Promise<boolean>;
  closePopup(): Promise<void>;
  panel(options?: Patience): Promise<View>;
  /** The id of the browser element in which a page is. */
  idOf(page: Page): number;
}

export function createFirefoxTabs(chrome: Chrome, origin: string): FirefoxTabs {
  const ids = new WeakMap<Page, number>();
  const popupId = () => chrome<number | null>(findPopup, origin);

  async function pageOf(id: number): Promise<Page> {
    await loaded(chrome, id);
    const page = createPage(firefoxSurface(chrome, id));
    ids.set(page, id);
    return page;
  }

  async function viewOf(what: string, ask: () => Promise<number | null>, options: Patience = {}) {
    const id = await until(what, ask, { timeout: options.timeout ?? patience });
    await loaded(chrome, id);
    return createView(firefoxSurface(chrome, id));
  }

  return {
    open: async (url) => pageOf(await chrome<number>(openTab, url)),
    page: async (urlPart, { timeout = patience } = {}) => {
      const ask = () => chrome<number | null>(findTab, urlPart);
      return pageOf(await until(`a tab at ${urlPart}`, ask, { timeout }));
    },
    popup: (options) => viewOf('the popup to open', popupId, options),
    popupIsOpen: async () => (await popupId()) !== null,
    closePopup: async () => {
      // One that is still opening takes no notice of the first time.
      await until('the popup to close', async () => {
        await chrome(hidePopups);
        return (await popupId()) === null;
      });
    },
    panel: (options) => viewOf('the sidebar to open', () => chrome(findSidebar, origin), options),
    idOf: (page) => {
      const id = ids.get(page);
      if (id === undefined) throw new Error('This page is not of this browser');
      return id;
    },
  };
}

const openTab = `
  const { gBrowser } = front();
  const tab = gBrowser.addTrustedTab(args[0]);
  gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;`;

const findTab = `
  for (const { gBrowser } of windows()) for (const browser of gBrowser.browsers)
    if (browser.currentURI.spec.includes(args[0])) return browser.browserId;
  return null;`;

const findPopup = `
  for (const { document } of windows()) for (const browser of document.querySelectorAll('.webextension-popup-browser'))
    if (browser.closest('panel')?.state === 'open' && browser.currentURI.spec.startsWith(args[0])) return browser.browserId;
  return null;`;

const hidePopups = `
  for (const { document } of windows()) for (const browser of document.querySelectorAll('.webextension-popup-browser'))
    browser.closest('panel')?.hidePopup();`;

const findSidebar = `
  for (const { document } of windows()) {
    const inner = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');
    if (inner?.currentURI.spec.startsWith(args[0])) return inner.browserId;
  }
  return null;`;
