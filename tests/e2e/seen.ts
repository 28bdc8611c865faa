import type { Browser } from '../browsers/browser';
import { within } from '../browsers/poll';

interface Stage {
  readonly browser: Browser;
}

const open = new Set<Stage>();
let closed: string[] = [];

/** From now on it is asked what the popup of this stage shows, when a test fails. */
export function watch(stage: Stage): void {
  open.add(stage);
}

/** Before it closes: many tests close theirs before they are known to have failed. */
export async function unwatch(stage: Stage): Promise<void> {
  open.delete(stage);
  closed.push(await popupOf(stage));
}

/** What the popups of a test show, or did at the end. */
export async function seen(): Promise<readonly string[]> {
  const texts = [...closed, ...(await Promise.all([...open].map(popupOf)))];
  return texts.filter((text) => text !== '');
}

export function forget(): void {
  closed = [];
}

/** Best effort: the browser may have ended, or be stuck. */
async function popupOf({ browser }: Stage): Promise<string> {
  const read = async () => {
    if (!(await browser.popupIsOpen())) return '';
    return `${browser.name}'s popup at the end:\n${await (await browser.popup({ timeout: 1000 })).text()}`;
  };
  return within(2000, 'the popup', read()).catch(() => '');
}
