import { type Browser, browser } from 'wxt/browser';
import { actionTitle } from './action-names';
import type { Staff } from './commands/staff';
import { type Action, type BuiltInId, builtIn, builtIns } from './core/action';
import { imageAim, originFor } from './core/aim';
import { actionOf } from './core/own-action';
import { type Aim, usualAim } from './core/source';
import { type Loan, lent } from './hosts';
import { loadLanguage, type MessageKey, t } from './i18n';
import { openPanel, openPopup, type Place } from './platform';
import type { Start } from './runner';
import { type Gesture, startOutside } from './start-outside';
import { readOwnActions } from './store/own-actions';
import { readSettings, type Settings } from './store/settings';

type Click = Browser.contextMenus.OnClickData;
type View = Settings['menuView'];

/** One line of the menu. Where several can be seen at once, browsers nest them under our name. */
interface Item {
  readonly action: BuiltInId;
  readonly title: MessageKey;
  readonly contexts: Contexts;
  /** What is to be captured; null: nothing can be. */
  readonly aim: (click: Click) => Aim | null;
}

type Contexts = Exclude<Browser.contextMenus.CreateProperties['contexts'], undefined>;

const items = {
  summarize: {
    action: 'summarize',
    title: 'menuSummarize',
    // Chromium shows only `frame` items on its PDF pages.
    contexts: ['page', 'selection', 'frame', 'editable'],
    aim: () => usualAim,
  },
  'summarize-link': {
    action: 'summarize',
    title: 'menuSummarizeLink',
    contexts: ['link'],
    aim: ({ linkUrl: address }) => (address ? { kind: 'link', address } : null),
  },
  'describe-image': {
    action: 'describe-image',
    title: 'menuDescribe',
    contexts: ['image'],
    aim: ({ srcUrl, frameId = 0, frameUrl, pageUrl }) =>
      srcUrl ? imageAim(srcUrl, { frameId, frame: frameUrl, page: pageUrl ?? '' }) : null,
  },
} satisfies Readonly<Record<string, Item>>;

type Desk = Pick<Staff, 'runner' | 'capture' | 'captureAim' | 'hosts' | 'wishes' | 'means'>;

let creating: Promise<void> = Promise.resolve();

/** Kept by the browser once created. */
export function createMenu(): Promise<void> {
  // One after the other: two at once would create the same item twice.
  creating = creating.then(create, create);
  return creating;
}

/**
 * Makes it where there is none: Firefox, allowed in private windows while it installs, starts the background twice, and
 * tells neither that it was installed (measured in 153).
 */
export function mendMenu(): Promise<void> {
  creating = creating.then(mend, mend);
  return creating;
}

async function mend(): Promise<void> {
  const { menuView } = await readSettings();
  await browser.contextMenus.update(`summarize@${menuView}`, {}).catch(() => create());
}

/** An item's id says which view it opens: a cold background cannot read settings before it must open the view. */
async function create(): Promise<void> {
  const [{ menuView, menuActions }] = await Promise.all([readSettings(), speakUsersLanguage()]);
  await browser.contextMenus.removeAll();
  for (const [name, { title, contexts }] of Object.entries<Item>(items)) {
    browser.contextMenus.create({
      id: `${name}@${menuView}`,
      title: t(title),
      contexts,
      // Of links: no `mailto:`, no `javascript:`.
      ...(contexts.includes('link') && { targetUrlPatterns: ['*://*/*'] }),
    });
  }
  for (const action of await chosen(menuActions)) {
    browser.contextMenus.create({
      id: `${actionPrefix}${action.id}@${menuView}`,
      title: shownAs(actionTitle(action)),
      contexts: contextsOf(action),
    });
  }
}

const actionPrefix = 'do:';

/**
 * A title that shows a name as it is. Browsers take `&` for the mark of an access key and `%s` for the selected text:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus/create. Of the latter there is no other way
 * of writing; a word joiner between its signs is not seen.
 */
function shownAs(name: string): string {
  return name.replaceAll('&', '&&').replaceAll('%s', '%\u2060s');
}

/** The actions that the user wants in the menu, as far as they are still there. */
async function chosen(ids: readonly string[]): Promise<readonly Action[]> {
  if (ids.length === 0) return [];
  const own = (await readOwnActions()).map(actionOf);
  return ids.flatMap((id) => builtIn(id) ?? own.find((each) => each.id === id) ?? []);
}

function contextsOf({ input }: Action): Contexts {
  if (input === 'selection' || input === 'both') return ['selection'];
  return input === 'page' ? ['page', 'frame'] : items.summarize.contexts;
}

/** What the background itself has to say, it says in the language of the views. */
export async function speakUsersLanguage(): Promise<void> {
  const { uiLanguage } = await readSettings();
  await loadLanguage(uiLanguage ?? browser.i18n.getUILanguage());
}

/**
 * Opens the view within the click and begins the run in the same tick. Where the click brings up a question, which would
 * close a popup, that opens after the answer.
 */
export function startFromMenu(click: Click, tab: Browser.tabs.Tab | undefined, staff: Desk): void {
  const [name = '', view = ''] = String(click.menuItemId).split('@');
  if (name.startsWith(actionPrefix)) {
    startChosen(name, view, click, tab, staff);
    return;
  }
  const item = Object.entries<Item>(items).find(([each]) => each === name)?.[1];
  const aim = item?.aim(click);
  if (!item || !aim || !isView(view) || tab?.id === undefined) return;
  const { id: tabId, windowId, incognito } = tab;
  const origin = originFor(aim);
  const loan = origin === null ? null : staff.hosts.ask(origin);
  void show(view, { tabId, windowId }, loan);
  const capture = capturing(aim, click, { ...tab, id: tabId }, staff);
  staff.runner.begin({
    action: builtIns[item.action],
    controls: {},
    question: '',
    tabId,
    private: incognito,
    saved: true,
    endpointId: null,
    aim,
    capture: loan ? (stop) => lent(loan, () => capture(stop), aim.kind === 'image') : capture,
  });
}

/** An action that the user put there. */
function startChosen(
  name: string,
  view: string,
  click: Click,
  tab: Browser.tabs.Tab | undefined,
  staff: Desk,
): void {
  if (!isView(view) || tab?.id === undefined) return;
  const { id, windowId, incognito } = tab;
  const gesture: Gesture = {
    place: { tabId: id, windowId },
    private: incognito,
    open: view === 'panel' ? openPanel : openPopup,
    capture: (aim) => capturing(aim, click, { ...tab, id }, staff),
  };
  void startOutside(name.slice(actionPrefix.length), gesture, staff);
}

function isView(view: string): view is View {
  return view === 'popup' || view === 'panel';
}

async function show(view: View, place: Place, loan: Loan | null): Promise<void> {
  if (view === 'panel') return openPanel(place);
  // No await where nothing is asked: the gesture counts.
  if (loan) await loan.granted;
  await openPopup(place);
}

/** Of the tab itself, the click tells more than its aim does. */
function capturing(
  aim: Aim,
  { frameId, selectionText }: Click,
  { id: tabId, title, url: address }: Browser.tabs.Tab & { readonly id: number },
  { capture, captureAim }: Pick<Staff, 'capture' | 'captureAim'>,
): Start['capture'] {
  if (aim.kind !== 'tab') return (stop) => captureAim(aim, tabId, stop);
  const { wants, around } = aim;
  return () => capture({ tabId, frameId, selectionText, title, address, wants, around });
}
