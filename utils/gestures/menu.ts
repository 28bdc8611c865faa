import { browser } from 'wxt/browser';
import { actionTitle } from '../action-names';
import { type Action, builtIn } from '../core/actions/action';
import { actionOf } from '../core/actions/own-action';
import { loadLanguage, t } from '../i18n';
import { readOwnActions, watchOwnActions } from '../store/own-actions';
import { readSettings, watchSettings } from '../store/settings';
import { actionPrefix, type Contexts, type Item, items } from './menu-items';

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

/** Makes it anew when what it shows has changed, and only then: while it is made, a right-click finds nothing of Gloss. */
export function keepMenu(): void {
  watchSettings((...both) => {
    const [now, before] = both.map(({ menuView, menuActions, uiLanguage }) =>
      String([menuView, menuActions, uiLanguage]),
    );
    if (now !== before) void createMenu();
  });
  watchOwnActions(() => void followActions());
}

async function followActions(): Promise<void> {
  const { menuActions } = await readSettings();
  if (menuActions.length > 0) await createMenu();
}

async function mend(): Promise<void> {
  const { menuView } = await readSettings();
  await browser.contextMenus.update(`summarize@${menuView}`, {}).catch(() => create());
}

/** An item's id says which view it opens: a cold background cannot read settings before it must open the view. */
async function create(): Promise<void> {
  const [{ menuView, menuActions }] = await Promise.all([readSettings(), speakUsersLanguage()]);
  const actions = await chosen(menuActions);
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
  for (const action of actions) {
    browser.contextMenus.create({
      id: `${actionPrefix}${action.id}@${menuView}`,
      title: shownAs(actionTitle(action)),
      contexts: contextsOf(action),
    });
  }
}

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
