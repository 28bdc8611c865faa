import { expect } from 'vitest';
import { until } from '../browsers/poll';
import { fault } from '../stand-in/stand-in';
import { postsOf, type Stage } from './support';

const tokensPerSecond = 40;
const longAnswer = 'The river rose fast, and nobody had been warned. '.repeat(40);
/** UTF-16 units: a second of the stream, and what is on its way from the network to the journal on a busy machine. */
const mayBeLost = 2_000;

/** What a kill did: UTF-16 units that had arrived and are lost, and ms from a popup's opening to its words. */
export interface Killed {
  readonly posts: number;
  readonly sent: number;
  readonly lost: number;
  readonly shownMs: number | null;
}

/**
 * Clicks *Summarize*, ends the background so many ms later and looks: sent once at most, journalled before it left, no
 * more lost than may be, and said to be interrupted.
 */
export async function killAfter(wait: number, { browser, api, pages }: Stage): Promise<Killed> {
  const page = await browser.open(pages.article);
  api.next({ ...fault.slow(tokensPerSecond), text: longAnswer });
  const begun = Date.now();
  await browser.rightClick(page, '#second', 'Summarize');
  await new Promise((resolve) => setTimeout(resolve, wait));
  await browser.killBackground();
  const arrived = postsOf(api)[0]?.answered?.text ?? '';
  let opened = null as number | null;
  // The popup of the run may be there, or may still come and make room for the one of the click.
  const shown = async () => {
    if (!(await browser.popupIsOpen())) {
      opened = Date.now();
      await browser.clickToolbarButton(page);
    }
    const view = await browser.popup({ timeout: 1_000 }).catch(() => undefined);
    return (await view?.evaluate(hasSettled).catch(() => false)) ? view : undefined;
  };
  const popup = await until('a popup that stays', shown, { every: 100 });
  const shownMs = opened && Date.now() - opened;
  const turns = await popup.evaluate(turnsSince, begun);
  const posts = postsOf(api).length;
  expect(posts).toBeLessThanOrEqual(1);
  // The journal comes first: a turn may be in it that had no time to leave.
  const sent = turns.filter(({ sentAt }) => sentAt !== null).length;
  expect(sent).toBeGreaterThanOrEqual(posts);
  expect(sent).toBeLessThanOrEqual(1);
  for (const { text, state } of turns) {
    expect(state).toBe('interrupted');
    expect(longAnswer.startsWith(text)).toBe(true);
    expect(arrived.length - text.length).toBeLessThan(mayBeLost);
  }
  await page.close();
  return { posts, sent, lost: arrived.length - (turns[0]?.text.length ?? 0), shownMs };
}

function hasSettled(): boolean {
  return document.querySelector('.problem, .estimate') !== null;
}

/** The turns of the runs that began at a time (ms since 1970) or later, as the journal has them. */
async function turnsSince(
  begun: number,
): Promise<readonly { sentAt: number | null; text: string; state: string }[]> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open('gloss'));
  const all = await result(database.transaction('runs').objectStore('runs').getAll());
  database.close();
  return all
    .filter(({ createdAt }) => createdAt >= begun)
    .flatMap(({ run }) => run.turns)
    .map(({ sentAt, text, state }) => ({ sentAt, text, state: state.kind }));
}
