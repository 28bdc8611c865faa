import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../browsers/browser';
import { until } from '../browsers/poll';
import { fault } from '../stand-in/stand-in';
import {
  chooseModel,
  openPreview,
  posts,
  type Scene,
  setScene,
  unpricedModel,
} from './problems/scene';
import { browserNames } from './support';

const defaultModel = 'claude-haiku-5-5';
const answer = 'The river rose fast, and nobody had been warned. '.repeat(40);

/** More than the 50,000 tokens above which Gloss asks, and less than the model reads. */
const longPage = `<!doctype html><title>A long text</title><p>${'Every word of it is read. '.repeat(8_000)}</p>`;

describe.each(browserNames)('what is spent is the user’s to decide in %s', (name) => {
  let scene: Scene;
  let page: Page;

  beforeAll(async () => {
    scene = await setScene(name);
    await scene.haveKey();
    page = await scene.browser().open(scene.pages.article);
  });
  beforeEach(() => scene.api.reset());
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
    await scene.browser().closePopup();
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
    await scene.browser().closePopup();
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
    await scene.browser().closePopup();
    await chooseModel(scene, defaultModel);
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
  });
});
