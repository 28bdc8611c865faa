import { browser } from 'wxt/browser';

/** What shall be done once the user lets us reach a site. */
export interface Errand {
  /** The run that is asked for again, in `tabId`, once `origin` may be reached. */
  readonly runId: string;
  readonly tabId: number;
  readonly origin: string;
  /** Where the run's link has led to; absent: it is read where it was. */
  readonly address?: string | undefined;
  /** ms since 1970. */
  readonly at: number;
}

const { session } = browser.storage;

/**
 * A view does this in the click that asks for the site. Chromium closes a popup under its question, and then a message is
 * lost that the background has not taken: every one to a background that slept, and some of the others (156). What is stored
 * stays. Of two errands the later one counts.
 */
export function leaveErrand(errand: Errand): Promise<void> {
  return session.set({ errand });
}

export function dropErrand(): Promise<void> {
  return session.remove('errand');
}

/** What a view has left. */
export async function readErrand(): Promise<unknown> {
  return (await session.get('errand')).errand;
}
