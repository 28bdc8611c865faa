import { type Browser, browser } from 'wxt/browser';
import type { Staff } from './commands';
import { openPopup } from './platform';

/** The action and the view: a cold background cannot read settings before it must open the view. */
const summarizeItem = 'summarize@popup';

/** One item, so that both browsers show it flat; two would nest under our name. Kept by the browser once created. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: summarizeItem,
    title: browser.i18n.getMessage('menuSummarize'),
    // Chromium shows only `frame` items on its PDF pages.
    contexts: ['page', 'selection', 'frame', 'editable'],
  });
}

/** Opens the view within the click and begins the run in the same tick. */
export function startFromMenu(
  info: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
  { runner, capture }: Pick<Staff, 'runner' | 'capture'>,
): void {
  if (info.menuItemId !== summarizeItem || tab?.id === undefined) return;
  const { id: tabId, windowId, incognito, title, url } = tab;
  void openPopup({ tabId, windowId });
  const target = {
    tabId,
    frameId: info.frameId,
    selectionText: info.selectionText,
    title,
    address: url,
    wants: 'selection-or-page' as const,
  };
  runner.begin({
    actionId: 'summarize',
    tabId,
    private: incognito,
    saved: true,
    capture: () => capture(target),
  });
}
