import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { consentAbove } from '../../utils/core/estimate/estimate';
import type { Page } from '../browsers/browser';
import { until } from '../browsers/poll';
import { fault } from '../stand-in/stand-in';
import { askAll } from './fifty';
import {
  changeSettings,
  chooseModel,
  inExtension,
  openPreview,
  posts,
  type Scene,
  setScene,
  unpricedModel,
} from './problems/scene';
import { browserNames, gate, tell } from './support';

const defaultModel = 'claude-haiku-5-5';
const answer = 'The river rose fast, and nobody had been warned. '.repeat(40);

/** More than the 50,000 tokens above which Gloss asks, and less than the model reads. */
const longPage = `<!doctype html><title>A long text</title><p>${'Every word of it is read. '.repeat(8_000)}</p>`;

describe.each(browserNames)('what is spent is the user’s to decide in %s', (name) => {
  let scene: Scene;
  let page: Page;

  beforeAll(async () => {
    scene = await setScene(name, { still: true });
    await scene.haveKey();
    page = await scene.browser().open(scene.pages.article);
  });
  beforeEach(async () => {
    await scene.browser().closePopup();
    scene.api.reset();
  });
  afterAll(() => scene?.close());

  test('Stop in mid-stream closes the socket at once and keeps the text, with the bounds of its cost', async () => {
    scene.api.next({ ...fault.slow(20), text: answer });
    const popup = await openPreview(scene, page);
    await popup.click('text=Summarize');
    await popup.waitUntil(() => document.querySelector('.answer')?.textContent?.includes('fast,'));

    const clickedAt = Date.now();
    await popup.click('text=Stop');
    const [sent] = posts(scene);
    await until('the socket to close', () => sent?.closedByClientAt);
    expect((sent?.closedByClientAt ?? 0) - clickedAt).toBeLessThan(2_000);

    await popup.waitFor('.receipt');
    expect(await popup.text('.run-note')).toBe('Stopped. What arrived is kept.');
    const shown = (await popup.text('.answer')).trim();
    expect(shown).toContain('The river rose fast,');
    expect(sent?.answered?.text).toContain(shown);
    await popup.click('.receipt summary');
    expect(await popup.text('.receipt dl')).toMatch(
      /Output\s+at least \d+[\s\S]*Cost\s+at least \$0\.\d+, at most \$0\.\d+/,
    );
    expect(posts(scene)).toHaveLength(1);
  });

  test('a request that was refused before any work is sent once more by itself, after a countdown', async () => {
    scene.api.next(fault.status(429, { retryAfter: 1 }));
    const popup = await openPreview(scene, page);
    await popup.click('text=Summarize');
    await popup.waitUntil(() => /Trying again in \d/.test(document.body.innerText));
    await popup.waitFor('.receipt');
    expect(await popup.text('.answer')).toContain('Summary');
    const [first, second, ...more] = posts(scene);
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  test('a model that nobody has a price for is said to be so, before and after', async () => {
    await chooseModel(scene, unpricedModel.id);
    const popup = await openPreview(scene, page);
    expect(await popup.text('.palette')).toContain('price unknown');
    await popup.click('text=Summarize');
    await popup.waitFor('.receipt');
    expect(await popup.text('.receipt-line')).toMatch(/^price unknown · Unpriced \(demo\)/);
    await popup.click('.receipt summary');
    const rows = await popup.text('.receipt dl');
    expect(rows).toMatch(/Cost\s+price unknown/);
    expect(rows).not.toContain('$');
    await chooseModel(scene, defaultModel);
  });

  test('usage that cannot be true is said to be not verified, and the budget counts the most that was asked for until that line is deleted', async () => {
    scene.api.next(fault.usage({ input_tokens: -7, output_tokens: 12 }));
    const popup = await openPreview(scene, page);
    await popup.click('text=Key points');
    await popup.waitFor('.receipt');
    await popup.click('.receipt summary');
    expect(await popup.text('.receipt dl')).toMatch(
      /Cost\s+at most \$0\.\d+, not verified\s+Not verified because\s+a reported number is below zero\s+As reported\s+\{.*"input_tokens":-7/,
    );
    const { atMost, unverified } = await until('its line', async () => {
      const told = await inExtension(scene, spending, 0);
      return told.unverified === null ? null : told;
    });
    // All of the answer that was allowed, and the most that the prompt may have been.
    expect(unverified).toBeGreaterThan(1500 * 500);
    const budget = "return (globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'budget' });";
    expect(await inExtension(scene, budget)).toMatchObject({ spent: { month: { atMost } } });
    const all = { from: '', to: '~', model: null, actionId: null, site: null };
    await tell(scene.browser(), { kind: 'delete-lines', unwanted: { kind: 'lines', query: all } });
    expect(await inExtension(scene, budget)).toMatchObject({ spent: { month: { atMost: 0 } } });
  });

  test('above 50,000 tokens it asks first, and sends once on Send', async () => {
    const long = await scene.browser().open(scene.pages.add(longPage));
    const popup = await openPreview(scene, long);
    await popup.click('text=Summarize');
    await popup.waitFor('.confirming');
    expect(await popup.text('.confirming')).toContain(
      'Gloss asks first above 50,000 tokens. Nothing has been sent.',
    );
    expect(posts(scene)).toHaveLength(0);
    await popup.click('text=Send');
    await popup.waitFor('.receipt');
    expect(posts(scene)).toHaveLength(1);
    await scene.browser().closePopup();
    await long.close();
  });

  test('Count exactly asks for the tokens of just what is sent then; above a limit a cheaper way comes before sending anyway', async () => {
    await chooseModel(scene, 'claude-sonnet-5-5');
    const before = await inExtension(scene, spending, 0);
    // Enough for the cheapest model alone.
    await changeSettings(scene, { dailyLimit: before.atMost + 5_000_000, monthlyLimit: null });
    const preview = await openPreview(scene, page);
    await preview.click('text=Count exactly');
    await preview.waitUntil(() => /exactly [\d,]+ tokens/.test(document.body.innerText));
    const told = /exactly ([\d,]+) tokens/.exec(await preview.text('.estimate'))?.[1];
    const haiku = 'text=Ask Claude Haiku 5.5 (demo) instead';
    await preview.waitFor(haiku);
    expect(await preview.text('.cheaper-before')).toMatch(
      /^Cheaper ways[\s\S]*At most \$[\s\S]*-\d\d%/,
    );
    expect(await preview.axe()).toEqual([]);
    // Whoever takes one there is shown what it takes, and nothing leaves.
    await preview.click(haiku);
    await preview.waitUntil(() => !document.querySelector('.cheaper-before'));
    expect(await preview.text('.estimate')).toContain('with Claude Haiku 5.5 (demo)');
    expect(posts(scene)).toEqual([]);
    await scene.browser().closePopup();

    const popup = await openPreview(scene, page);
    await popup.click('text=Summarize');
    await popup.waitFor('.problem .cheaper');
    expect(posts(scene)).toEqual([]);
    expect(await popup.text('.problem')).toMatch(
      /Above your own limit[\s\S]*Ask Claude Haiku 5.5 \(demo\) instead[\s\S]*-\d\d%[\s\S]*Send anyway/,
    );
    expect(await popup.axe()).toEqual([]);
    await popup.click(haiku);
    await popup.waitFor('.confirming');
    expect(await popup.text('.confirming')).toContain('Cost with Claude Haiku 5.5 (demo)');
    expect(posts(scene)).toEqual([]);
    await popup.click('text=Send');
    await popup.waitFor('.receipt');
    const [post, ...more] = posts(scene);
    expect(more).toEqual([]);
    expect(post?.body).toMatchObject({ model: 'claude-haiku-5-5' });
    // What was counted is what the other model was asked as well.
    const [count] = scene.api.requests.filter(({ path }) => path.endsWith('/count_tokens'));
    expect(told?.replace(',', '')).toBe(String(tokensOf(scene, count?.body)));
    await chooseModel(scene, defaultModel);
  });

  test('50 clicks on Send never cost more than the limit of the day: two are on their way, the others wait in line, none is lost', async () => {
    const before = await inExtension(scene, spending, 0);
    const dailyLimit = before.atMost + 2_000_000;
    await changeSettings(scene, { dailyLimit, monthlyLimit: null, confirmAbove: 0 });
    const since = Date.now();
    await inExtension(scene, askAll, questions(50));
    const { opened: pause, open: goOn } = gate();
    scene.api.next(fault.silence(1, pause), fault.silence(1, pause));
    const history = await scene.browser().openExtensionPage('history.html');
    await history.resize({ width: 1100, height: 800 });
    for (const id of await history.waitUntil(waiting, 50)) {
      // The list moves while runs begin: a click may fall beside the line.
      const open = async () => {
        await history.click(`[data-id="${id}"]`);
        return history.evaluate(asksFor, id);
      };
      await until('the run to ask', open, { every: 100 });
      await history.click('text=Send');
    }
    await history.waitUntil(() => /In line: number \d\d/.test(document.body.innerText));
    expect(posts(scene)).toHaveLength(2);
    goOn();
    await until(
      'all to end',
      () => history.evaluate(() => document.querySelector('.history-line[data-live]') === null),
      { timeout: 90_000, every: 500 },
    );
    const after = await history.evaluate(spending, since);
    await history.close();
    expect(after).toMatchObject({ live: 0, runs: 50 });
    expect(after.atMost).toBeLessThanOrEqual(dailyLimit);
    expect(after.lines - before.lines).toBe(posts(scene).length);
    // What was set aside and not spent was there for others.
    expect(posts(scene).length).toBeGreaterThan(4);
    expect(after.done).toBe(posts(scene).length);
    expect(after.over).toBe(50 - after.done);
    expect(after.over).toBeGreaterThan(0);
    await changeSettings(scene, { dailyLimit: null });
  });

  test('Cancel all sends nothing of what waits in line, and leaves what is on its way', async () => {
    await changeSettings(scene, { dailyLimit: null, confirmAbove: consentAbove.nano });
    const since = Date.now();
    const { opened: pause, open: goOn } = gate();
    scene.api.next(fault.silence(1, pause), fault.silence(1, pause));
    await inExtension(scene, askAll, questions(6));
    // One that is not written down yet is not there, and the newest may then not be one that waits.
    await until('six runs', async () => (await inExtension(scene, spending, since)).live === 6);
    const history = await scene.browser().openExtensionPage('history.html');
    await history.waitFor('.history-line[data-live]');
    // The newest is the last in line.
    await history.click('.history-line');
    await history.click('text=Cancel all that wait');
    await history.waitUntil(() => document.querySelectorAll('[data-live]').length === 2);
    goOn();
    await history.waitUntil(() => document.querySelector('[data-live]') === null);
    const after = await history.evaluate(spending, since);
    await history.close();
    expect(after).toMatchObject({ live: 0, runs: 6, done: 2 });
    expect(posts(scene)).toHaveLength(2);
  });
});

/** What the API bills for the prompt of a body that was counted. */
function tokensOf({ api }: Scene, counted: unknown): number {
  return api.answerFor({ max_tokens: 1, ...(counted as object) }).usage.input_tokens;
}

/** The runs that wait for the user, once there are so many. */
function waiting(count: number): readonly string[] | null {
  const lines = [...document.querySelectorAll<HTMLElement>('.history-line')];
  const wait = lines.filter(({ innerText }) => innerText.includes('not sent yet'));
  return wait.length === count ? wait.map(({ dataset }) => dataset.id ?? '') : null;
}

/** Whether the run of a line is shown, and waits for a click. */
function asksFor(id: string): boolean {
  const line = document.querySelector(`[data-id="${id}"]`);
  const isShown = line?.getAttribute('aria-current') === 'true';
  return isShown && document.querySelector('.confirming') !== null;
}

function questions(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Question ${index}?`);
}

/** What the ledger comes to at most, in nano-dollars, and how the runs since a time stand. */
async function spending(since: number) {
  const all = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await all(indexedDB.open('gloss'));
  const transaction = database.transaction(['runs', 'ledger']);
  const [records, lines] = await Promise.all([
    all(transaction.objectStore('runs').getAll()),
    all(transaction.objectStore('ledger').getAll()),
  ]);
  database.close();
  const runs = records.filter(({ createdAt }) => createdAt >= since);
  return {
    lines: lines.length,
    atMost: lines.reduce((sum, { cost }) => sum + (cost.nano ?? cost.atMost ?? 0), 0),
    unverified: lines.find(({ cost }) => cost.kind === 'unverified')?.cost.atMost ?? null,
    runs: runs.length,
    live: runs.filter(({ live }) => live === 1).length,
    done: runs.filter(({ run }) => run.turns.at(-1)?.state.kind === 'done').length,
    over: runs.filter(({ run }) => JSON.stringify(run).includes('"over-limit"')).length,
  };
}
