import { browser } from 'wxt/browser';
import type { Surroundings } from '../../components/surroundings';

/** As a popup it is about the active tab; as a small window about the tab that `?tab=` names. */
export async function surroundings(query: string): Promise<Surroundings> {
  const named = new URLSearchParams(query).get('tab');
  document.documentElement.classList.toggle('window', named !== null);
  return {
    tabId: named === null ? await activeTab() : Number(named),
    async openOptions() {
      await browser.runtime.openOptionsPage();
      window.close();
    },
    allowHost: (origin) => browser.permissions.request({ origins: [`${origin}/*`] }),
    close: () => window.close(),
  };
}

async function activeTab(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}
