import { type Browser, browser } from 'wxt/browser';
import type { Staff } from './commands/staff';
import { builtIns } from './core/action';
import { usualAim } from './core/source';
import { loadLanguage, t } from './i18n';
import { openPanel, openPopup } from './platform';
import type { Runner } from './runner';
import { readSettings, type Settings } from './store/settings';

/** The action and the view: a cold background cannot read settings before it must open the view. */
type ItemId = `summarize@${Settings['menuView']}`;

let creating: Promise<void> = Promise.resolve();

/** One item, so that both browsers show it flat; two would nest under our name. Kept by the browser once created. */
export function createMenu(): Promise<void> {
  // One after the other: two at once would create the same item twice.
  creating = creating.then(create, create);
  return creating;
}

async function create(): Promise<void> {
  const [{ menuView }] = await Promise.all([readSettings(), speakUsersLanguage()]);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: `summarize@${menuView}` satisfies ItemId,
    title: t('menuSummarize'),
    // Chromium shows only `frame` items on its PDF pages.
    contexts: ['page', 'selection', 'frame', 'editable'],
  });
}

/** What the background itself has to say, it says in the language of the views. */
export async function speakUsersLanguage(): Promise<void> {
  const { uiLanguage } = await readSettings();
  await loadLanguage(uiLanguage ?? browser.i18n.getUILanguage());
}

/** Opens the view within the click and begins the run in the same tick. */
export function startFromMenu(
  info: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
  { runner, capture }: { readonly runner: Runner; readonly capture: Staff['capture'] },
): void {
  const open = openerOf(info.menuItemId);
  if (!open || tab?.id === undefined) return;
  const { id: tabId, windowId, incognito, title, url } = tab;
  void open({ tabId, windowId });
  const target = {
    tabId,
    frameId: info.frameId,
    selectionText: info.selectionText,
    title,
    address: url,
    wants: 'selection-or-page' as const,
  };
  runner.begin({
    action: builtIns.summarize,
    controls: {},
    question: '',
    tabId,
    private: incognito,
    saved: true,
    endpointId: null,
    aim: usualAim,
    capture: () => capture(target),
  });
}

function openerOf(itemId: string | number): typeof openPopup | null {
  if (itemId === ('summarize@popup' satisfies ItemId)) return openPopup;
  return itemId === ('summarize@panel' satisfies ItemId) ? openPanel : null;
}
