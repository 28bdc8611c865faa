import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../browsers/browser';
import { until } from '../browsers/poll';
import { fault } from '../stand-in/stand-in';
import {
  answerIn,
  browserNames,
  ended,
  openLatest,
  postsOf,
  type Stage,
  saveKey,
  setStage,
} from './support';

const never = new Promise(() => {});

describe.each(browserNames)('a run in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(name, { permanent: true });
    await (await saveKey(stage.browser)).close();
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(() => stage?.close());

  /** Starts a run that stops in the middle of its answer until `goOn`. */
  async function startSlowRun(goOn: Promise<unknown>): Promise<Page> {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    api.next(fault.silence(5, goOn));
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await until('the first words', async () => (await answerIn(popup)).length > 10);
    return page;
  }

  test('outlives its tab', async () => {
    const { browser, api, pages } = stage;
    let goOn = () => {};
    const page = await startSlowRun(
      new Promise<void>((resolve) => {
        goOn = resolve;
      }),
    );
    await browser.closePopup();
    await page.close();
    goOn();
    await until(
      'the answer to be complete',
      () => postsOf(api)[0]?.answered?.finishedAt !== undefined,
    );
    const other = await browser.open(pages.article);
    await browser.clickToolbarButton(other);
    const popup = await browser.popup();
    await openLatest(popup);
    expect(await answerIn(popup)).toContain('Words:');
    expect(postsOf(api)).toHaveLength(1);
  });

  test('that loses its background in mid-stream is shown as interrupted, with its text, after one request', async () => {
    const { browser, api } = stage;
    const page = await startSlowRun(never);
    // A checkpoint is at most a second behind.
    await until('a checkpoint', () => checkpointed(stage));
    // An open popup would see the loss first, and it would be no news any more.
    await browser.closePopup();
    await browser.killBackground();
    await until('the connection to close', () => postsOf(api)[0]?.closedByClientAt !== undefined);
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await ended(popup);
    expect(await answerIn(popup)).toContain('Summary');
    expect(await popup.text('.problem')).toContain('The answer was interrupted');
    expect(await popup.text('.receipt')).toMatch(/\$0\.000/);
    expect(postsOf(api)).toHaveLength(1);
  });

  test('an open view shows the loss of the background by itself', async () => {
    const { browser, api } = stage;
    await startSlowRun(never);
    await until('a checkpoint', () => checkpointed(stage));
    const popup = await browser.popup();
    await browser.killBackground();
    await ended(popup);
    expect(await popup.text('.problem')).toContain('The answer was interrupted');
    expect(postsOf(api)).toHaveLength(1);
  });

  test('that is cut by a crash of the browser is there after the restart, and is not sent again', async () => {
    const { api, pages } = stage;
    await startSlowRun(never);
    await until('a checkpoint', () => checkpointed(stage));
    await stage.crash();
    const { browser } = stage;
    const page = await browser.open(pages.article);
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await openLatest(popup);
    expect(await answerIn(popup)).toContain('Summary');
    expect(await popup.text('.problem')).toContain('The answer was interrupted');
    expect(postsOf(api)).toHaveLength(1);
    await popup.click('.problem button');
    await until('a new answer', () => postsOf(api)[1]?.answered?.finishedAt !== undefined);
  });
});

/** Whether the journal holds some of the answer under way: read as the options page could. */
async function checkpointed({ browser }: Stage): Promise<boolean> {
  const popup = await browser.popup();
  return popup.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('gloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('runs').objectStore('runs').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const turns = all.result.map(({ run }) => run.turns.at(-1));
            resolve(
              turns.some((turn) => turn?.state.kind === 'streaming' && turn.text.length > 10),
            );
          };
        };
      }),
  );
}
