import { browser } from 'wxt/browser';
import { nothingBegun } from '../../components/preview/begun';
import type { Surroundings } from '../../components/surroundings';
import { openPanel } from '../../utils/platform/platform';
import { requestFor, requestOrigin } from '../../utils/platform/platform-sites';

/** As a popup it is about the active tab; as a small window about the tab that `?tab=` names. */
export async function surroundings(query: string): Promise<Surroundings> {
  const named = new URLSearchParams(query).get('tab');
  document.documentElement.classList.toggle('window', named !== null);
  const place = named === null ? await activeTab() : await placeOf(Number(named));
  return {
    kind: 'popup',
    tabId: place.tabId,
    page: 0,
    moves: 0,
    begun: nothingBegun(),
    drafts: new Map(),
    async openOptions() {
      await browser.runtime.openOptionsPage();
      window.close();
    },
    openPanel: () => void openPanel(place).then(() => window.close()),
    allowHost: requestOrigin,
    allowFor: requestFor,
    close: () => window.close(),
  };
}

async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return placeIn(tab);
}

async function placeOf(tabId: number) {
  return { ...placeIn(await browser.tabs.get(tabId).catch(() => undefined)), tabId };
}

function placeIn(tab: { readonly id?: number | undefined; readonly windowId: number } | undefined) {
  const { TAB_ID_NONE } = browser.tabs;
  const { WINDOW_ID_NONE } = browser.windows;
  return { tabId: tab?.id ?? TAB_ID_NONE, windowId: tab?.windowId ?? WINDOW_ID_NONE };
}
