import type { Staff } from '../commands/staff';
import { openPopup } from '../platform/platform';
import { readSettings } from '../store/settings';
import { type Gesture, startOutside } from './start-outside';

/** A tab as far as a shortcut or the address bar tells of it. */
export interface Tab {
  readonly id?: number | undefined;
  readonly windowId: number;
  readonly incognito: boolean;
}

const slotName = /^slot-([1-3])$/;

/** Carries out the action that the user put on a shortcut; on none, Gloss just opens. */
export async function startFromShortcut(
  command: string,
  tab: Tab | undefined,
  staff: Staff,
): Promise<void> {
  const slot = slotName.exec(command)?.[1];
  if (slot === undefined || tab?.id === undefined) return;
  const { slots } = await readSettings();
  const actionId = slots[Number(slot) - 1] ?? null;
  const gesture = gestureOn({ ...tab, id: tab.id }, staff);
  if (actionId === null) await openPopup(gesture.place);
  else await startOutside(actionId, gesture, staff);
}

/**
 * A gesture that concerns a tab as a whole. It opens the popup: no browser opens a panel once the settings, which say what the
 * gesture is for, have been read (Chromium 156, Firefox 153).
 */
export function gestureOn(
  { id: tabId, windowId, incognito }: Tab & { readonly id: number },
  { capture }: Pick<Staff, 'capture'>,
): Gesture {
  return {
    place: { tabId, windowId },
    private: incognito,
    open: openPopup,
    capture:
      ({ wants, around }) =>
      (stop) =>
        capture({ tabId, wants, around }, stop),
  };
}
