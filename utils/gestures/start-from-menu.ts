import type { Browser } from 'wxt/browser';
import { type Loan, lent } from '../capture/hosts';
import type { Staff } from '../commands/staff';
import { builtIns } from '../core/actions/action';
import { originFor } from '../core/source/aim';
import type { Aim } from '../core/source/source';
import { openPanel, openPopup, openPopupLater, type TabPlace } from '../platform/platform';
import type { Start } from '../runs/start';
import type { Settings } from '../store/settings';
import { actionPrefix, type Click, type Item, items } from './menu-items';
import { type Gesture, startOutside } from './start-outside';

type View = Settings['menuView'];

type Desk = Pick<Staff, 'runner' | 'capture' | 'captureAim' | 'hosts' | 'wishes' | 'means'>;

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

async function show(view: View, place: TabPlace, loan: Loan | null): Promise<void> {
  if (view === 'panel') return openPanel(place);
  // No await where nothing is asked: the gesture counts.
  if (!loan) return openPopup(place);
  await loan.granted;
  await openPopupLater(place);
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
  const target = { tabId, frameId, selectionText, title, address, wants, around };
  return (stop) => capture(target, stop);
}
