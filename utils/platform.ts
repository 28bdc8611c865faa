import { browser } from 'wxt/browser';
import { isOurView, type Sender } from './incoming';

/** ms. Both browsers end a background that has called no extension API for 30 s, a stream under way or not. */
const wakeEvery = 20_000;

let awake = 0;
let waking: ReturnType<typeof setInterval> | undefined;

/** Keeps the background alive until the returned function is called. */
export function keepAwake(): () => void {
  awake += 1;
  waking ??= setInterval(() => void browser.runtime.getPlatformInfo(), wakeEvery);
  let rested = false;
  return () => {
    if (rested) return;
    rested = true;
    awake -= 1;
    if (awake > 0) return;
    clearInterval(waking);
    waking = undefined;
  };
}

/** The tab that a gesture came from, as far as a view needs it. */
export interface Place {
  readonly tabId: number;
  readonly windowId: number;
}

/**
 * Opens the popup; call it before any await, while the user's gesture counts. A browser refuses while another panel is
 * open or no window has the focus: then a small window shows the same. It is an ordinary one for a private tab too:
 * Chrome lets no page of ours into a private window, and what it shows is stored nowhere.
 */
export async function openPopup(place: Place): Promise<void> {
  try {
    await browser.action.openPopup({ windowId: place.windowId });
  } catch {
    await browser.windows.create({
      type: 'popup',
      url: browser.runtime.getURL(`/popup.html?tab=${place.tabId}` as '/popup.html'),
      width: 420,
      height: 640,
    });
  }
}

/** Closes settings to content scripts. Firefox has no such switch: https://bugzil.la/1724754; nothing secret is there. */
export async function lockStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Whether a sender is one of our own pages. */
export function isView(sender: Sender): boolean {
  return isOurView(sender, browser.runtime.id, new URL(browser.runtime.getURL('/')).origin);
}

/** Whether the user lets us reach an origin. */
export function mayReach(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${origin}/*`] });
}

/** Whether a tab is in a private window; a tab that is gone counts as private, so that nothing of it is kept. */
export async function isPrivate(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.incognito ?? true;
}
