import { browser } from 'wxt/browser';

/** The keys of each shortcut as the browser writes them, by its name; those without any are left out. */
export async function readShortcuts(): Promise<Readonly<Record<string, string>>> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(
    commands.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut]] : [])),
  );
}

/** The name of the shortcut that opens Gloss. */
const openingShortcut = '_execute_action';

/** The shortcut that opens Gloss, as the browser writes it; null when none is set. */
export async function readShortcut(): Promise<string | null> {
  return (await readShortcuts())[openingShortcut] ?? null;
}

/** Opens the browser's own page on which shortcuts are changed. */
export async function openShortcuts(): Promise<void> {
  const settings = shortcutSettingsOf(browser.commands);
  if (settings) await settings.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Firefox's own: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings */
function shortcutSettingsOf(api: object): { openShortcutSettings(): Promise<void> } | null {
  return 'openShortcutSettings' in api ? (api as { openShortcutSettings(): Promise<void> }) : null;
}

/** The tab that is in front. */
export async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** How the browser shows what is suggested behind the keyword in its address bar. */
export const addressBar = {
  /** Chromium alone takes it for XML: https://developer.chrome.com/docs/extensions/reference/api/omnibox */
  quote(text: string): string {
    if (isFirefox()) return text;
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  },
  /** Whether the first line is shown at once; Firefox (153) shows the one that was set for the sign before. */
  follows: (): boolean => !isFirefox(),
};

function isFirefox(): boolean {
  return shortcutSettingsOf(browser.commands) !== null;
}
