import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page, View } from '../../browsers/browser';
import { editorBody, editorNames, selectAcross } from '../editors/bundle';
import { ended, type Stage } from '../support';

/** What goes wrong in a page, it notes. */
const page = (body: string) => `<!doctype html><html lang="en"><title>Writing</title>
  <link rel="icon" href="data:,"><script>
    window.complaints = [];
    onerror = onunhandledrejection = console.error = (...told) => { complaints.push(told.map(String).join()); };
  </script><body><main id="zoo">${body}</main>`;

interface Place {
  readonly body: () => Promise<string>;
  readonly select: (shown: Page) => Promise<unknown>;
  readonly before: string;
  readonly replaced: string;
  readonly inserted: string;
}

const lines = ['line one two', 'three four', 'last'] as const;
const across = (shown: Page) => shown.evaluate(selectAcross, 5, 5);
const holding = (element: string, what: string) => async () =>
  `${element}<script>held = () => document.getElementById('x').${what};</script>`;
const selecting = (start: number, end: number) => (shown: Page) =>
  shown.evaluate(
    (from: number, to: number) => {
      const field = document.getElementById('x') as HTMLTextAreaElement;
      field.focus();
      field.setSelectionRange(from, to);
    },
    start,
    end,
  );

const places: Readonly<Record<string, Place>> = {
  'a field': {
    body: holding('<input id="x" size="40" value="line one two">', 'value'),
    select: selecting(5, 8),
    before: 'line one two',
    replaced: 'line NEW A NEW B two',
    inserted: 'line one NEW A NEW B  two',
  },
  'a text area': {
    body: holding('<textarea id="x">line one two\nthree four</textarea>', 'value'),
    select: selecting(5, 18),
    before: 'line one two\nthree four',
    replaced: 'line NEW A\n\nNEW B four',
    inserted: 'line one two\nthree\n\nNEW A\n\nNEW B\n\n four',
  },
  'an editable element': {
    body: holding(
      '<div id="x" contenteditable="true"><p class="y">line one <b>two</b></p><p class="y">three <i>four</i></p><p class="y">last</p></div>',
      `innerHTML.replaceAll('<p class="y">', "").replaceAll("</p>", "|").replace(/(&nbsp;| )+/g, " ")`,
    ),
    select: across,
    before: 'line one <b>two</b>|three <i>four</i>|last|',
    replaced: 'line NEW A|NEW B <i>four</i>|last|',
    inserted: 'line one <b>two</b>|three|NEW A|NEW B| <i>four</i>|last|',
  },
  'a list that is edited': {
    body: holding(
      '<ul id="x" contenteditable="true"><li>line one two</li><li>three four</li></ul>',
      `innerHTML.replaceAll("<li>", "").replaceAll("</li>", "|").replaceAll("&nbsp;", " ")`,
    ),
    select: (shown) => shown.evaluate(selectAcross, 0, 10),
    before: 'line one two|three four|',
    replaced: 'NEW A|NEW B|',
    inserted: 'line one two|three four|NEW A|NEW B|',
  },
  ...Object.fromEntries(
    editorNames.map((name): [string, Place] => {
      const gap = name === 'codeMirror' ? '\n\n' : '\n';
      return [
        name,
        {
          body: () => editorBody(name, lines),
          select: across,
          before: lines.join('\n'),
          replaced: `line NEW A${gap}NEW B four\nlast`,
          inserted: `line one two\nthree\nNEW A${gap}NEW B\n four\nlast`,
        },
      ];
    }),
  ),
};

export function writeBack(stageOf: () => Stage): void {
  let stage: Stage;

  beforeAll(() => {
    stage = stageOf();
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });

  const heldIn = (shown: Page) => shown.evaluate<string>('return window.held();');

  /** Up to the answer, which is not in the page yet. */
  async function translated(body: string, select: Place['select']): Promise<[Page, View]> {
    const { browser, pages, api } = stage;
    api.next({ kind: 'answer', text: 'NEW A\n\nNEW B' });
    const shown = await browser.open(pages.add(page(body)));
    await shown.waitUntil('return window.held?.();');
    await select(shown);
    await browser.clickToolbarButton(shown);
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    await popup.click('text=Translate');
    await ended(popup);
    await popup.waitFor('.write-back .primary');
    return [shown, popup];
  }

  async function close(shown: Page): Promise<void> {
    expect(await shown.evaluate('return window.complaints;')).toEqual([]);
    await stage.browser.closePopup();
    await shown.close();
  }

  async function undo(shown: Page): Promise<void> {
    const { browser } = stage;
    await browser.closePopup();
    await browser.pressShortcut('Control+z');
    await shown.waitUntil('return !window.held().includes("NEW");');
  }

  test.each(Object.entries(places))('takes the place of the text in %s', async (_, place) => {
    const [shown, popup] = await translated(await place.body(), place.select);
    expect(await popup.text('.changes del')).toBeTruthy();
    expect(await popup.text('.changes ins')).toContain('NEW A');
    expect(await heldIn(shown)).toBe(place.before);
    await popup.click('text=Replace');
    await popup.waitFor('.put-done');
    expect(await heldIn(shown)).toBe(place.replaced);
    await popup.click('text=Replace');
    await popup.waitUntil(
      'return /has changed since/.test(document.querySelector("[role=status].run-note").innerText);',
    );
    expect(await heldIn(shown)).toBe(place.replaced);
    await undo(shown);
    expect(await heldIn(shown)).toBe(place.before);
    await close(shown);
  });

  test.each(Object.entries(places))('is put after the text in %s', async (_, place) => {
    const [shown, popup] = await translated(await place.body(), place.select);
    await popup.click('text=Insert after');
    await popup.waitFor('.put-done');
    expect(await heldIn(shown)).toBe(place.inserted);
    await undo(shown);
    expect(await heldIn(shown)).toBe(place.before);
    await close(shown);
  });

  test.each([
    ['has been changed', 'document.getElementById("x").value = "another";', /has changed since/],
    [
      'stands there twice',
      'const x = document.getElementById("x"); x.value = "one one"; x.setSelectionRange(0, 0);',
      /more than once/,
    ],
    [
      'stands in another field now',
      'const x = document.getElementById("x"); x.after(x.cloneNode()); x.value = "another";',
      /has changed since/,
    ],
    ['would be too long', 'document.getElementById("x").maxLength = 14;', /no text of this length/],
    ['is gone with its frame', 'document.body.replaceChildren();', /has changed since/],
  ])('is refused where the text %s', async (_, change, words) => {
    const body = holding('<input id="x" value="line one two">', 'value');
    const [shown, popup] = await translated(await body(), selecting(5, 8));
    await shown.evaluate(change);
    const before = await shown.evaluate(
      'return document.body.innerHTML + [...document.querySelectorAll("input")].map(({ value }) => value);',
    );
    await popup.click('text=Replace');
    const said = () => document.querySelector<HTMLElement>('.write-back [role=status]')?.innerText;
    expect(await popup.waitUntil(said)).toMatch(words);
    expect(
      await shown.evaluate(
        'return document.body.innerHTML + [...document.querySelectorAll("input")].map(({ value }) => value);',
      ),
    ).toBe(before);
    await close(shown);
  });

  test('is typed where the page has broken what pasting needs, and nothing of it is seen there', async () => {
    const body = holding(
      '<div id="x" contenteditable="true"><p>line one two</p><p>three four</p></div>',
      'innerText.replace(/\\n+/g, "\\n").replace(/\\u00a0/g, " ")',
    );
    const hostile = `<script>
      window.DataTransfer = window.ClipboardEvent = class { constructor() { throw new Error('broken'); } };
      for (const key of ['getSelection', 'execCommand', 'createRange']) document[key] = () => { throw new Error('broken'); };
    </script>`;
    const select = (shown: Page) =>
      shown.evaluate(() => {
        const host = document.getElementById('x');
        host?.focus();
        const text = (at: number) => host?.children[at]?.firstChild as Node;
        window.getSelection()?.setBaseAndExtent(text(0), 5, text(1), 5);
      });
    const [shown, popup] = await translated((await body()) + hostile, select);
    await popup.click('text=Replace');
    await popup.waitFor('.put-done');
    expect(await heldIn(shown)).toBe('line NEW A\nNEW B four');
    expect(
      await shown.evaluate('return Object.keys(window).filter((key) => /gloss/i.test(key));'),
    ).toEqual([]);
    await close(shown);
  });

  test('nothing of ours is in the error list', async () => {
    expect(await stage.browser.errors()).toEqual([]);
  });
}
