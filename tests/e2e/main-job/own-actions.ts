import { beforeAll, expect, test } from 'vitest';
import english from '../../../public/_locales/en/messages.json';
import type { BrowserName, Page, View } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { tabTo } from '../keyboard';
import { savedBy } from '../saved-by';
import { ended, postsOf, type Stage } from '../support';

const words = {
  add: english.ownNew.message,
  save: english.ownSave.message,
  remove: english.ownDelete.message,
  undo: english.ownUndo.message,
  export: english.ownExport.message,
  edit: english.ownEdit.message,
  details: `${english.showDetails.message}: Reply politely`,
};

export function ownActions(stageOf: () => Stage, name: BrowserName): void {
  let stage: Stage;
  let options: Page;

  beforeAll(async () => {
    stage = stageOf();
    options = await stage.browser.openExtensionPage('options.html');
    await options.waitFor('input[name=freeRepeats]');
    await options.click('input[name=freeRepeats][value=off]');
  });

  test('is written by keyboard, with variables completed, and shown as it would be sent', async () => {
    // What was chosen last is below: forwards the way would lead out of the page.
    await tabTo(options, words.add, 'Shift+Tab');
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
    await options.waitUntil(previewHas, 'Reply to the document from');
    expect(await options.axe()).toEqual([]);
    await tabTo(options, words.save);
    await options.press('Enter');
    await storedBecome(options, /Reply to/);
    await options.waitUntil(focused, words.details);
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
  });

  test('is exported, deleted, brought back, and imported again, by keyboard', async () => {
    await options.bringToFront();
    const before = await stored(options);
    const file = await savedBy(stage.browser, async () => {
      await tabTo(options, words.export);
      await options.press('Enter');
    });
    await tabTo(options, words.details, 'Shift+Tab');
    const remove = async () => {
      await options.press('Enter');
      await tabTo(options, words.remove);
      await options.press('Enter');
      await storedBecome(options, /^\[\]$/);
      await options.waitUntil(focused, words.add);
    };
    await remove();
    await tabTo(options, words.undo);
    await options.press('Enter');
    await storedBecome(options, /Reply to/);
    expect(await stored(options)).toEqual(before);
    await options.waitUntil(focused, words.details);

    await remove();
    await choose(options, 'own-actions', file);
    await storedBecome(options, /Reply to/);
    expect(await stored(options)).toEqual(before);
    await tabTo(options, words.details, 'Shift+Tab');
    expect(await options.axe()).toEqual([]);
  });

  test('tells an address only as far as the user of Firefox lets it', async () => {
    await options.click(`text=${words.details}`);
    await save(
      'Where is {{site}}?',
      name === 'firefox' ? 'Where is \\"(withheld)' : 'Where is \\"127',
    );
    if (name === 'firefox') {
      await stage.browser.answerPermissionPrompt(options, false);
      expect(await sentFor('Reply pol')).toBe('Where is "(withheld)"?');
      await options.bringToFront();
      await save('Where is {{site}}?');
      await stage.browser.answerPermissionPrompt(options, true);
    }
    expect(await sentFor('Reply pol')).toBe('Where is "127.0.0.1"?');
  });

  test('reads a selection together with its page', async () => {
    const { browser, pages, api } = stage;
    await options.bringToFront();
    await save('Where is {{selection}} in {{page}}?');
    const page = await browser.open(pages.article);
    const selected = await page.evaluate(() => {
      const paragraph = document.querySelector('p');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
      return String(getSelection());
    });
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.waitFor('.box');
    await popup.type('.box', 'Reply pol');
    await popup.waitUntil(firstChoiceIs, 'Reply politely');
    expect(await popup.text('.eyebrow')).toContain(english.kind_both.message);
    await popup.press('Enter');
    await ended(popup);
    await browser.closePopup();
    expect(await browser.errors()).toEqual([]);
    const [first, second, instruction] = contentOf(api);
    expect(first?.source?.data).toContain(selected);
    expect(first?.source?.data.length).toBeGreaterThan(selected.length);
    expect(second?.source?.data).toBe(selected);
    expect(instruction?.text).toBe(
      'Where is the selection (the second document) in the page (the first document)?',
    );
  });

  /** Puts another prompt into the action that is open; `shown`: what of the request is shown before. */
  async function save(prompt: string, shown?: string): Promise<void> {
    await options.click(`text=${words.edit}`);
    await options.waitFor('textarea[name=prompt]');
    await options.evaluate((text: string) => {
      const field = document.querySelector<HTMLTextAreaElement>('textarea[name=prompt]');
      if (!field) return;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, prompt);
    if (shown) await options.waitUntil(previewHas, shown);
    await options.click(`text=${words.save}`);
    await storedBecome(options, JSON.stringify(prompt));
  }

  /** What the service is told to do when the first action for these words is started on a page. */
  async function sentFor(typed: string): Promise<unknown> {
    const { browser, pages, api } = stage;
    await browser.clickToolbarButton(await browser.open(pages.article));
    const popup = await browser.popup();
    await popup.waitFor('.box');
    await popup.type('.box', typed);
    await popup.waitUntil(firstChoiceIs, 'Reply politely');
    await popup.press('Enter');
    await ended(popup);
    await browser.closePopup();
    return instructionOf(api);
  }
}

function previewHas(words: string): boolean {
  const shown = document.querySelector<HTMLElement>('.request-preview');
  return shown?.innerText.includes(words) === true;
}

function focused(name: string): boolean {
  const { activeElement } = document;
  return [activeElement?.ariaLabel, activeElement?.textContent].includes(name);
}

/** Gives a text to a field of files, as if it had been chosen there. */
function choose(view: View, name: string, text: string): Promise<void> {
  return view.evaluate(
    (field: string, content: string) => {
      const input = document.querySelector<HTMLInputElement>(`input[name=${field}]`);
      if (!input) throw new Error('no field of files');
      const { items, files } = new DataTransfer();
      items.add(new File([content], 'actions.json', { type: 'application/json' }));
      input.files = files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
}

function firstChoiceIs(wanted: string): boolean {
  return document.querySelector<HTMLElement>('.choice-name')?.innerText === wanted;
}

interface Block {
  readonly text?: string;
  readonly source?: { readonly data: string };
}

/** What was sent at last, in its blocks. */
function contentOf(api: Stage['api']): readonly Block[] {
  const body = postsOf(api).at(-1)?.body as { messages: { content: Block[] }[] };
  return body.messages[0]?.content ?? [];
}

/** What the service was told to do at last. */
function instructionOf(api: Stage['api']): unknown {
  return contentOf(api).at(-1)?.text;
}

async function storedBecome(view: View, wanted: RegExp | string): Promise<void> {
  await until(`actions like ${wanted}`, async () => {
    const text = JSON.stringify(await stored(view));
    return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
  });
}

function stored(view: View): Promise<readonly unknown[]> {
  return view.evaluate(
    `const { ownActions } = await (globalThis.browser ?? chrome).storage.local.get('ownActions');
     return ownActions;`,
  );
}
