import { browser } from 'wxt/browser';
import type { WelcomeSurroundings } from '../../components/welcome/surroundings';
import { readShortcut } from '../../utils/platform/platform-gestures';

export async function surroundings(): Promise<WelcomeSurroundings> {
  const tab = await browser.tabs.getCurrent();
  return {
    tabId: tab?.id ?? browser.tabs.TAB_ID_NONE,
    address: browser.runtime.getURL('/welcome.html' as '/popup.html'),
    openOptions: () => void browser.runtime.openOptionsPage(),
    readShortcut,
    async readPinned() {
      const settings = await browser.action.getUserSettings?.();
      return settings?.isOnToolbar ?? null;
    },
  };
}
