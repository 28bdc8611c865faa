import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MODELS } from '../stand-in/models';
import { fault, type ModelSpec } from '../stand-in/stand-in';
import { answerIn, browserNames, postsOf, type Stage, saveKey, setStage } from './support';

/** Reads so little that a long article is too long for it; nobody has a price for it. */
const small: ModelSpec = {
  id: 'claude-demo-small',
  name: 'Small',
  line: 'haiku',
  created: '2025-01-01T00:00:00Z',
  maxInput: 2000,
  maxOutput: 1000,
  thinking: ['disabled'],
  thinksByDefault: false,
  prefill: false,
  cacheMinimum: 4096,
  sees: { edge: 1568, tokens: 1568 },
};

const chapters = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
const sentence = 'The harbour froze in January and the ships waited for a month. ';
/** Each paragraph is another: what is there twice is read once. */
const article = `<!doctype html><title>A long winter</title><article><h1>A long winter</h1>${chapters
  .map((name) => `<h2>Chapter ${name}</h2><p>${sentence.replace('January', name).repeat(20)}</p>`)
  .join('')}</article>`;

describe.each(browserNames)('a text too long for its model, in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name, {}, { models: [...MODELS, small] });
    const options = await saveKey(stage.browser);
    await options.waitFor(`input[name=model][value="${small.id}"]`);
    await options.click(`input[name=model][value="${small.id}"]`);
    await options.waitUntil(
      `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
       return settings?.endpoints[0].model === args[0];`,
      small.id,
    );
    await options.close();
  });
  afterEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });
  afterAll(() => stage?.close());

  async function tooLong() {
    const { browser, pages } = stage;
    const page = await browser.open(pages.add(article));
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.preview-actions');
    await popup.click('text=Summarize');
    await popup.waitFor('.too-long');
    return { page, popup };
  }

  test('is read up to a heading, and the answer says so', async () => {
    const { page, popup } = await tooLong();
    expect(postsOf(stage.api)).toEqual([]);
    expect(await popup.axe()).toEqual([]);
    expect(await popup.text('.too-long')).toMatch(
      /Read the first \d\d%\s+This part ends before “Chapter (Two|Three|Four|Five|Six)”/,
    );
    await popup.click('.too-long .button:last-of-type');
    await popup.waitFor('.receipt');
    const note = await popup.text('.part-note');
    const [, heading] =
      /^Only the first \d\d% of the text was read, up to “(.+)”\.$/.exec(note) ?? [];
    const sent = JSON.stringify(postsOf(stage.api)[0]?.body);
    expect(sent).toContain('## Chapter One');
    expect(sent).not.toContain(`## ${heading}`);
    expect(await answerIn(popup)).not.toBe('');
    await page.close();
  });

  test('is read whole by a larger model, in one click', async () => {
    const { page, popup } = await tooLong();
    await popup.click('.too-long .button');
    await popup.waitFor('.receipt');
    const body = JSON.stringify(postsOf(stage.api)[0]?.body);
    expect(body).not.toContain(small.id);
    expect(body).toContain('## Chapter Eight');
    await page.close();
  });

  test('that the service refuses with its numbers is offered the same', async () => {
    const { browser, api, pages } = stage;
    const message = 'prompt is too long: 1300 tokens > 600 maximum';
    api.next(fault.status(400, { message }));
    const page = await browser.open(pages.add(article.slice(0, 3200)));
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.preview-actions');
    await popup.click('text=Summarize');
    await popup.waitFor('.too-long');
    expect(postsOf(api)).toHaveLength(1);
    await popup.click('.too-long .button:last-of-type');
    await popup.waitFor('.receipt');
    expect(await popup.text('.part-note')).toMatch(/^Only the first \d\d% of the text was read/);
    await page.close();
  });

  test('leaves nothing uncaught', async () => {
    expect(await stage.browser.errors()).toEqual([]);
  });
});
