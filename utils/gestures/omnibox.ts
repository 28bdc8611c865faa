import { actionNames, actionTitle } from '../action-names';
import type { Staff } from '../commands/staff';
import { type Action, builtInIds, builtIns, questionLimit } from '../core/actions/action';
import { filtered } from '../core/actions/filter';
import { actionOf } from '../core/actions/own-action';
import { fold } from '../core/fold';
import { t } from '../i18n';
import { readOwnActions } from '../store/own-actions';
import { readSettings } from '../store/settings';
import { gestureOn, type Tab } from './shortcuts';
import { startOutside } from './start-outside';

export interface Suggestion {
  /** What is typed when it is chosen. */
  readonly content: string;
  readonly description: string;
}

/** Suggestions that are shown at most, beside the one that what was typed is a question. */
const most = 6;

/** Actions that fit what was typed behind the keyword. `quote`: Chromium takes descriptions for XML. */
export async function suggestionsFor(
  typed: string,
  quote: (text: string) => string,
): Promise<readonly Suggestion[]> {
  const found = filtered(await actionsForTabs(), typed.trim(), actionNames).slice(0, most);
  return found.map(({ item }) => {
    const content = actionTitle(item);
    return { content, description: quote(content) };
  });
}

/**
 * What the first line says: whatever is no action's name is a question. `follows`: whether the browser shows it at once; else it
 * must not name what was typed, because it would lack the last sign.
 */
export function firstLine(
  typed: string,
  { quote, follows }: { quote(text: string): string; follows(): boolean },
): string {
  const question = typed.trim();
  const { length } = question;
  if (length > questionLimit) return quote(t('questionTooLong', { limit: questionLimit, length }));
  return quote(follows() && question !== '' ? t('omniboxAsk', { question }) : t('omniboxHint'));
}

/**
 * Carries out what was entered on a tab: the action of that name, else it is a question about the page. One that is too long,
 * as was said while it was typed, is not asked: the view opens.
 */
export async function startFromOmnibox(typed: string, tab: Tab | undefined, staff: Staff) {
  if (tab?.id === undefined) return;
  const entered = typed.trim();
  const gesture = gestureOn({ ...tab, id: tab.id }, staff);
  const named = (await actionsForTabs()).find((action) =>
    actionNames(action).some((name) => fold(name) === fold(entered)),
  );
  if (named) return startOutside(named.id, gesture, staff);
  if (entered.length > questionLimit) return gesture.open(gesture.place);
  await startOutside('ask', gesture, staff, entered);
}

/** What can be done with a tab's text, the hidden ones left out. */
async function actionsForTabs(): Promise<readonly Action[]> {
  const [own, { hiddenActions }] = await Promise.all([readOwnActions(), readSettings()]);
  return [...builtInIds.map((id) => builtIns[id]), ...own.map(actionOf)].filter(
    ({ id, input }) => input !== 'image' && !hiddenActions.includes(id),
  );
}
