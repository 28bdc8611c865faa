import { browser } from 'wxt/browser';
import type { WelcomeSurroundings } from '../../components/welcome/surroundings';

export async function surroundings(): Promise<WelcomeSurroundings> {
  const tab = await browser.tabs.getCurrent();
  return {
    tabId: tab?.id ?? browser.tabs.TAB_ID_NONE,
    address: browser.runtime.getURL('/welcome.html' as '/popup.html'),
    openOptions: () => void browser.runtime.openOptionsPage(),
    async readShortcut() {
      const commands = await browser.commands.getAll();
      return commands.find(({ name }) => name === '_execute_action')?.shortcut || null;
    },
    async readPinned() {
      const settings = await browser.action.getUserSettings?.();
      return settings?.isOnToolbar ?? null;
    },
  };
}
