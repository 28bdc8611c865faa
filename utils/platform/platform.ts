import { browser } from 'wxt/browser';
import { isOurView, type Sender } from '../messages/sender';
import type { Badge } from '../runs/badge';
import { again } from './again';
import { insist } from './insist';

const notFirefox = import.meta.env.BROWSER !== 'firefox';

/** The tab that a gesture came from, as far as a view needs it. */
export interface TabPlace {
  readonly tabId: number;
  readonly windowId: number;
}

const isAgain = again(2_000, () => performance.now());

/** Ids of small windows that were opened. */
const small = new Set<number | undefined>();

/**
 * Opens the popup; call it before any await, while the user's gesture counts. A browser refuses while another panel is
 * open or no window has the focus: then a small window shows the same. It is an ordinary one for a private tab too:
 * Chrome lets no page of ours into a private window, and what it shows is stored nowhere.
 */
export async function openPopup(place: TabPlace): Promise<void> {
  // A key that is held asks again and again, and is refused because the first time it was not.
  const isHeld = isAgain(place.tabId);
  try {
    await browser.action.openPopup({ windowId: place.windowId });
  } catch {
    if (!isHeld) await openSmall(place);
  }
}

/** The same without a gesture, once the user has answered a question: that is in the popup's way until it has closed. */
export async function openPopupLater(place: TabPlace): Promise<void> {
  const { windowId } = place;
  await insist(() => browser.action.openPopup({ windowId })).catch(() => openSmall(place));
}

async function openSmall({ tabId, windowId }: TabPlace): Promise<void> {
  // Who asks in a small window has what is asked for.
  if (small.has(windowId)) return;
  const opened = await browser.windows.create({
    type: 'popup',
    url: browser.runtime.getURL(`/popup.html?tab=${tabId}` as '/popup.html'),
    width: 420,
    height: 640,
  });
  small.add(opened?.id);
}

/** Opens the side panel, or the sidebar, of a window; call it before any await. Refused, a popup shows the same. */
export async function openPanel(place: TabPlace): Promise<void> {
  try {
    const sidebar = sidebarOf(browser);
    if (sidebar) await sidebar.open();
    else await browser.sidePanel.open({ windowId: place.windowId });
  } catch {
    await openPopup(place);
  }
}

/** Firefox's own: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction/open */
function sidebarOf(api: object): { open(): Promise<void> } | null {
  return 'sidebarAction' in api ? (api.sidebarAction as { open(): Promise<void> }) : null;
}

/** Opens the welcome page, in a tab of its own. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/popup.html') });
}

/** What a badge shows, in a sign; its title says it in words. */
const signs = { running: '…', done: '✓', problem: '!' } as const;

/** Puts a badge, and the same in words, on the button of a tab; one that is gone needs none. */
export async function showBadge(tabId: number, badge: Badge, title: string): Promise<void> {
  const done = [
    browser.action.setBadgeText({ tabId, text: badge === null ? '' : signs[badge] }),
    browser.action.setBadgeBackgroundColor({
      tabId,
      color: badge === 'problem' ? '#8f2d18' : '#3b3733',
    }),
    browser.action.setTitle({ tabId, title }),
  ];
  await Promise.allSettled(done);
}

/** Whether a sender is one of our own pages. */
export function isView(sender: Sender): boolean {
  return isOurView(sender, browser.runtime.id, new URL(browser.runtime.getURL('/')).origin);
}

/** Opens the popup about a tab, once a question was answered, unless a view is there; a tab that is gone needs none. */
export async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return;
  const place = { tabId, windowId: tab.windowId };
  if (!(await hasView(place))) await openPopupLater(place);
}

/** A background that has just woken up knows of no view before that has come back to it; the browser does. */
async function hasView({ tabId, windowId }: TabPlace): Promise<boolean> {
  const contextTypes = ['POPUP', 'SIDE_PANEL', 'TAB'] as const;
  const found = await browser.runtime.getContexts({ contextTypes: [...contextTypes] });
  // Chromium does not tell a popup's window.
  const inWindow = [windowId, browser.windows.WINDOW_ID_NONE];
  return found.some(({ contextType, ...at }) =>
    contextType === 'TAB' ? at.tabId === tabId : inWindow.includes(at.windowId),
  );
}

/** UTF-16 units of a text that tell its language well enough. */
const tellingLength = 5000;

/** The language that a text is written in, BCP 47; null when the browser is not sure. */
export async function detectLanguage(text: string): Promise<string | null> {
  const beginning = text.slice(0, tellingLength).toWellFormed();
  const told = await browser.i18n.detectLanguage(beginning).catch(() => null);
  const language = told?.isReliable ? told.languages[0]?.language : null;
  return language && language !== 'und' ? language : null;
}

/** A tab's title and address, as far as we may know them; null when it is gone. */
export async function placeOf(tabId: number): Promise<{ title: string; address: string } | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab && { title: tab.title ?? '', address: tab.url ?? '' };
}

/**
 * Whether what the user's click allowed is over, because the tab has gone on to another page since; `wasTold`: its address
 * was known. Chromium tells it only of what it lets us read (156): what was never told is closed to us, or has gone on before.
 */
export async function hasGoneOn(tabId: number, wasTold: boolean): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab !== null && tab.url === undefined && (wasTold || !notFirefox);
}

/** Whether a tab is in a private window; a tab that is gone counts as private, so that nothing of it is kept. */
export async function isPrivate(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.incognito ?? true;
}

/** What Firefox asks the user about before the address of a page may leave; other browsers do not ask. */
const telling: object = { data_collection: ['browsingActivity'] };

/** Whether the address of a page may leave. */
export async function mayTellAddress(): Promise<boolean> {
  return notFirefox || browser.permissions.contains(telling).catch(() => false);
}

/** Asks the user whether it may; call it in a click. */
export async function allowAddress(): Promise<boolean> {
  return notFirefox || browser.permissions.request(telling);
}

/** What is visible of a tab (PNG, base64); null when it is not in front, or we have no leave to look at it. */
export async function screenshot(tabId: number): Promise<string | null> {
  try {
    const { active, windowId } = await browser.tabs.get(tabId);
    const picture = active ? await browser.tabs.captureVisibleTab(windowId, { format: 'png' }) : '';
    return picture.split(',')[1] ?? null;
  } catch {
    return null;
  }
}
