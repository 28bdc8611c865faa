import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import type { Page, View } from '../browsers/browser';
import { tabTo } from './keyboard';
import { browserNames, ended, postsOf, type Stage, saveKey, setStage } from './support';

const words = {
  add: english.ownNew.message,
  save: english.ownSave.message,
};

describe.each(browserNames)('an action of one’s own in %s', (name) => {
  let stage: Stage;
  let options: Page;

  beforeAll(async () => {
    stage = await setStage(name);
    options = await saveKey(stage.browser);
  });
  afterAll(() => stage?.close());

  test('is written by keyboard, with variables completed, and shown as it would be sent', async () => {
    await tabTo(options, words.add);
    await options.press('Enter');
    await options.waitFor('input[name=title]');
    await options.type('input[name=title]', 'Reply politely');
    await options.type('textarea[name=prompt]', 'Reply to {{te');
    await options.waitFor('.candidate');
    await options.press('Enter');
    await options.waitUntil(
      () => document.querySelector('textarea')?.value === 'Reply to {{text}}',
    );
    await options.evaluate(() => {
      const prompt = document.querySelector('textarea');
      if (!prompt) return;
      prompt.value += ' from {{title}}: {{ask:What shall it say?}}';
      prompt.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await options.waitUntil(() =>
      document
        .querySelector<HTMLElement>('.request-preview')
        ?.innerText.includes('Reply to the document from'),
    );
    expect(await options.axe()).toEqual([]);
    await tabTo(options, words.save);
    await options.press('Enter');
    await expect.poll(() => stored(options)).toHaveLength(1);
  });

  test('asks what it asks, and sends exactly the prompt that was filled', async () => {
    const { browser, pages, api } = stage;
    const page = await browser.open(pages.article);
    const title = await page.evaluate(() => document.title);
    await browser.pressShortcut(name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitFor('.box');
    await popup.type('.box', 'Reply pol');
    await popup.waitUntil(firstChoiceIs, 'Reply politely');
    await popup.press('Enter');
    await popup.waitFor('.ask-form input');
    expect(await popup.axe()).toEqual([]);
    await popup.type('.ask-form input', 'yes, {{url}} $&');
    await popup.press('Enter');
    await ended(popup);
    expect(instructionOf(api)).toBe(
      `Reply to the document from ${JSON.stringify(title)}: yes, {{url}} $&`,
    );
    expect(await popup.text('h1')).toContain('Reply politely');
    await browser.closePopup();
    expect(await browser.errors()).toEqual([]);
  });
});

function firstChoiceIs(wanted: string): boolean {
  return document.querySelector<HTMLElement>('.choice-name')?.innerText === wanted;
}

/** What the service was told to do. */
function instructionOf(api: Stage['api']): unknown {
  const body = postsOf(api)[0]?.body as { messages: { content: { text?: string }[] }[] };
  return body.messages[0]?.content.at(-1)?.text;
}

function stored(view: View): Promise<readonly unknown[]> {
  return view.evaluate(
    `const { ownActions } = await (globalThis.browser ?? chrome).storage.local.get('ownActions');
     return ownActions;`,
  );
}
