import { expect, test } from 'vitest';
import type { Page } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { answerIn, ended, gate, haveKey, postsOf, type Stage, setStage } from '../../e2e/support';
import { fault, type Plan } from '../../stand-in/stand-in';
import './measured';

/** ms; longer than the silence after which an answer counts as interrupted. */
const asleep = 70_000;

/** Half a minute of it comes while the computer sleeps. */
const whole: Plan = fault.answer({
  text: 'A word and another one, '.repeat(10),
  tokensPerSecond: 2,
});

interface Ended {
  readonly state: string;
  readonly firstWordMs: number | null;
  readonly wholeMs: number | null;
}

test.for(['chromium', 'firefox'] as const)(
  'a sleep in mid-stream in %s: an answer that came meanwhile is done, one that did not is interrupted; text is kept, times are true, one request each',
  { timeout: 300_000 },
  async (name, { task }) => {
    const stage = await setStage(name);
    try {
      const { browser, api } = stage;
      await haveKey(browser);
      const { opened: never, open: goOn } = gate();
      const complete = await begin(stage, whole);
      const silent = await begin(stage, fault.silence(5, never));
      const [first, second] = postsOf(api);
      browser.setAsleep(true);
      await new Promise((resolve) => setTimeout(resolve, asleep));
      expect(first?.answered?.finishedAt).toBeDefined();
      browser.setAsleep(false);
      const woken = Date.now();

      await browser.clickToolbarButton(silent);
      const popup = await browser.popup();
      await ended(popup);
      const toldAfter = Date.now() - woken;
      expect(await popup.text('.problem')).toContain('The answer was interrupted');
      expect(await answerIn(popup)).toContain('Summary');
      await until('the connection to close', () => second?.closedByClientAt);
      await browser.closePopup();

      await browser.clickToolbarButton(complete);
      const other = await browser.popup();
      await ended(other);
      const shown = wordsOf(await answerIn(other));
      const runs = await other.evaluate<readonly Ended[]>(stored);
      await browser.closePopup();
      const [{ state = '', firstWordMs = null, wholeMs = null } = {}, { state: last = '' } = {}] =
        runs;
      expect([state, last]).toEqual(['done', 'interrupted']);
      const sent = wordsOf(first?.answered?.text);
      expect(shown).toEqual(sent);
      expect(firstWordMs).toBeGreaterThan(0);
      expect(firstWordMs).toBeLessThan(15_000);
      expect(wholeMs).toBeGreaterThan(asleep);
      expect(wholeMs).toBeLessThan(asleep + 30_000);
      expect(postsOf(api)).toHaveLength(2);
      goOn();
      task.meta.measured = `${name}: interrupted ${toldAfter} ms after waking; what came meanwhile: ${state}`;
    } finally {
      await stage.close();
    }
  },
);

const wordsOf = (text: string | undefined): readonly string[] => text?.match(/\w+/g) ?? [];

/** An answer by a plan, of a page of its own, once its first words are in the journal; its popup is closed. */
async function begin({ browser, api, pages }: Stage, plan: Plan): Promise<Page> {
  const page = await browser.open(pages.article);
  api.next(plan);
  await browser.rightClick(page, '#second', 'Summarize');
  const popup = await browser.popup();
  await until('the first words', async () => (await answerIn(popup)).length > 10);
  await popup.waitUntil(isCheckpointed);
  await browser.closePopup();
  return page;
}

const open = `
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await result(indexedDB.open('gloss'));
  const all = await result(database.transaction('runs').objectStore('runs').index('createdAt').getAll());
  database.close();
  const turns = all.map(({ run }) => run.turns.at(-1));`;

/** Whether the last answer has words in the journal. */
const isCheckpointed = `${open}
  return turns.at(-1)?.text.length > 10;`;

/** How the runs ended, and what they took, in the order of their beginning. */
const stored = `${open}
  return turns.map(({ state, receipt }) => ({ state: state.kind, ...receipt }));`;
