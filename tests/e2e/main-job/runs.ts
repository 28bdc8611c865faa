import { beforeAll, beforeEach, expect, test } from 'vitest';
import { money } from '../../../utils/core/format';
import type { BrowserName } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { fault } from '../../stand-in/stand-in';
import { othersAsked } from '../aftermath';
import { plain } from '../costs';
import { answersTo, askAll, mostAtOnce } from '../fifty';
import { copiedFrom, expectSame } from '../glass';
import { answerIn, ended, gate, openLatest, openReceipt, postsOf, type Stage } from '../support';

export function runs(stageOf: () => Stage, name: BrowserName): void {
  let stage: Stage;

  beforeAll(() => {
    stage = stageOf();
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });

  test('select, right-click, Summarize: the answer streams into the popup with the exact receipt', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await page.select('#lead');
    await browser.rightClick(page, '#lead', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);

    const [post, ...others] = postsOf(api);
    expect(others).toEqual([]);
    expect(post?.body).toMatchObject({
      model: 'claude-haiku-5-5',
      max_tokens: 1500,
      thinking: { type: 'disabled' },
    });
    const told = api.answerFor(post?.body);
    for (const words of told.text.match(/[A-Za-z]{4,}/g) ?? [])
      expect(await answerIn(popup)).toContain(words);

    expect(await popup.axe()).toEqual([]);
    const { usage, requestId } = post?.answered ?? {};
    const nano = (usage?.input_tokens ?? 0) * 100 + (usage?.output_tokens ?? 0) * 500;
    const receipt = await openReceipt(popup);
    expect(receipt).toMatchObject({
      Model: 'Claude Haiku 5.5 (demo)',
      Input: String(usage?.input_tokens),
      Output: String(usage?.output_tokens),
      Cost: `$${(nano / 1e9).toFixed(7)}`.replace(/0+$/, ''),
      'of which thinking': '0',
      'Cache read': '0',
      'Cache written': '0',
      'First word after': expect.stringMatching(/^\d.* ?m?s$/),
      'In all': expect.stringMatching(/^\d.* ?m?s$/),
      Request: requestId,
      'Prices as of': 'Nov 22, 2026',
    });
    const elsewhere = 'The same tokens on Claude Sonnet 5.5 (demo)';
    await popup.waitUntil(
      (row: string) => document.querySelector('.receipt')?.textContent?.includes(row) ?? false,
      elsewhere,
    );
    const receiptText = plain(await popup.text('.receipt')).replace(/\s+/g, ' ');
    expect(receiptText).toContain(`${elsewhere} ${plain(money('en', 20 * nano))} `);
    await expectSame(await copiedFrom(popup), post, api);
    expect(await popup.isOpen()).toBe(true);
  });

  test('what was selected is what is sent, with its line breaks, and the address stays at home', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(`${pages.article}#section?secret=1`);
    await page.select('#list');
    await browser.rightClick(page, '#list', 'Summarize');
    await ended(await browser.popup());
    const [post] = postsOf(api);
    expect(JSON.stringify(post?.body)).not.toContain('secret');
    expect(JSON.stringify(post?.body)).toContain(
      'By 2003 there were forty gauges, most of them in the gardens of volunteers.\\n',
    );
  });

  test('without a selection the same item summarizes the page: its article, not its navigation', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    await ended(await browser.popup());
    const sent = JSON.stringify(postsOf(api)[0]?.body);
    expect(sent).toContain('rose by 4.2 metres');
    expect(sent).toContain('We learned to read it');
    expect(sent).not.toContain('Science');
  });

  test('the toolbar button shows what would be sent, and nothing leaves before a click', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await page.select('#third');
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    const text = await popup.text();
    expect(text).toContain('How a city learned to read its river');
    expect(text).toContain('Maria Okafor');
    expect(text).toMatch(/tokens/);
    expect(text).toMatch(/\$0\.000\d+/);
    expect(api.requests).toEqual([]);
    expect(await popup.axe()).toEqual([]);

    await popup.click('text=Explain');
    await ended(popup);
    expect(postsOf(api)).toHaveLength(1);
    expect(JSON.stringify(postsOf(api)[0]?.body)).toContain('Explain the document');
  });

  test('models are compared before anything leaves, and the one that is picked answers', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await page.select('#third');
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.click('text=Compare models');
    await popup.waitFor('.compare-row');
    const order = await popup.evaluate(() =>
      Array.from(document.querySelectorAll('.compare-name'), (name) => name.textContent),
    );
    expect([order[0], order[1], order.at(-1)]).toEqual([
      'On this device',
      'Claude Haiku 5.5 (demo)',
      'Claude Fable 5.2 (demo)',
    ]);
    expect(await popup.text()).toContain('Over 100,000 tokens this model costs 5× as much.');
    expect(await popup.axe()).toEqual([]);
    await popup.click('.compare input[value=claude-sonnet-5-5]');
    await popup.click('text=Back');
    await popup.waitUntil(() =>
      document.querySelector('.estimate')?.textContent?.includes('Sonnet 5.5'),
    );
    expect(postsOf(api)).toEqual([]);

    await popup.click('text=Explain');
    await ended(popup);
    expect(postsOf(api).map(({ body }) => body)).toMatchObject([{ model: 'claude-sonnet-5-5' }]);
  });

  test('fifty questions at once are fifty requests, two at a time and in order, each with its answer', async () => {
    const { browser, api } = stage;
    const page = await browser.openExtensionPage('options.html');
    const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
    const questions = numbers.map((number) => `What of number ${number}?`);
    const gates = numbers.map(() => gate());
    for (const [at, { opened }] of gates.entries())
      api.next(fault.answer({ text: `Answer ${at + 1} it is.`, delay: opened }));
    await page.evaluate(askAll, questions);
    // None is answered before the next one is there, which it could overtake on a slow way.
    for (const [at, { open }] of gates.entries()) {
      const there = Math.min(at + 2, gates.length);
      await until(`request ${there}`, () => postsOf(api).length >= there);
      open();
    }
    const answers = await until('fifty answers', () => page.evaluate(answersTo, questions), {
      timeout: 90_000,
      every: 500,
    });
    const posts = postsOf(api);
    const asked = posts.map(({ text }) => questions.findIndex((each) => text.includes(each)));
    expect(asked.map((at) => answers[at]?.text)).toEqual(
      posts.map(({ answered }) => answered?.text),
    );
    expect(new Set(asked).size).toBe(50);
    // Two that leave together may overtake each other on the way.
    const displaced = asked.filter((at, place) => Math.abs(at - place) > 1);
    expect(displaced, `sent ${asked}`).toEqual([]);
    expect(mostAtOnce(posts)).toBe(2);
    await page.close();
  });

  test('the shortcut opens the same popup', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.article);
    await page.bringToFront();
    await browser.pressShortcut(name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    expect(await popup.text()).toContain('How a city learned to read its river');
  });

  test('an answer language that was chosen once is used from then on', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('select[name=format]');
    await popup.type('.box', 'translate');
    await popup.waitUntil(() => !document.querySelector('select[name=format]'));
    const choose = (tag: string) =>
      popup.evaluate((value: string) => {
        const select = document.querySelector<HTMLSelectElement>('select[name=language]');
        if (!select) throw new Error('no select');
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, tag);
    await choose('pt-BR');
    await browser.closePopup();
    await browser.clickToolbarButton(page);
    const again = await browser.popup();
    await again.click('text=Translate');
    await ended(again);
    expect(JSON.stringify(postsOf(api)[0]?.body)).toContain('Brazilian Portuguese');
  });

  test('an answer is read as it comes, and goes on while the popup is closed', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    const { opened: pause, open: goOn } = gate();
    api.next(fault.silence(5, pause));
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await until('the first words', async () => (await answerIn(popup)).length > 10);
    await browser.closePopup();
    await browser.clickToolbarButton(page);
    const reopened = await browser.popup();
    await until('the same words', async () => (await answerIn(reopened)).length > 10);
    await browser.closePopup();
    goOn();
    await until(
      'the answer to be complete',
      () => postsOf(api)[0]?.answered?.finishedAt !== undefined,
    );
    await browser.clickToolbarButton(page);
    const last = await browser.popup();
    await ended(last);
    expect(await answerIn(last)).toContain('Words:');
    expect(postsOf(api)).toHaveLength(1);
  });

  test('an answer that was seen makes room for the next preview, and is found again under History', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    await ended(await browser.popup());
    await browser.closePopup();
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await openLatest(popup);
    expect(await answerIn(popup)).toContain('Words:');
  });

  test('Copy says that it has copied', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    await popup.click('text=Copy');
    await popup.waitFor('text=Copied');
  });

  test('Ask again is a new run and a new receipt', async () => {
    const { browser, api, pages } = stage;
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    await popup.click('text=Ask again');
    await until('the second answer', () => postsOf(api)[1]?.answered?.finishedAt !== undefined);
    await ended(popup);
    expect(postsOf(api)).toHaveLength(2);
  });

  test('nothing of ours is in the error list, and no host but the API was asked by us', async () => {
    const { browser } = stage;
    expect(await browser.errors()).toEqual([]);
    expect(othersAsked(browser.contactedHosts(), [])).toEqual(['api.anthropic.com']);
  });

  // Chromium's menu cannot be read: there a nested item would not have started the runs above.
  if (name !== 'firefox') return;
  test('the menu shows one flat item', async () => {
    const { browser, pages } = stage;
    const page = await browser.open(pages.article);
    await page.select('#lead');
    expect(await browser.menuLabels?.(page, '#lead')).toEqual(['Summarize']);
  });
}
