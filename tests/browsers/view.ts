import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeViolation, Media, Page, Size, View } from './browser';
import { type Key, parseKey } from './keys';
import { patience, until } from './poll';
import * as inPage from './script';

/** What a browser must be able to do with one document; the rest of a view is the same for both. */
export interface Surface {
  /** Runs an expression that gives a promise, and answers its value. */
  run(expression: string): Promise<unknown>;
  mouse(x: number, y: number): Promise<void>;
  key(key: Key): Promise<void>;
  insert(text: string): Promise<void>;
  /** A PNG. */
  capture(): Promise<Buffer>;
  emulate(media: Media): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface TabSurface extends Surface {
  navigate(url: string): Promise<void>;
  url(): Promise<string>;
  consoleErrors(): Promise<readonly string[]>;
  bringToFront(): Promise<void>;
  resize(size: Size): Promise<void>;
}

const axeSource = () => {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  return readFileSync(path, 'utf8');
};

/** UTF-16 units of a view's text that an error tells. */
const mostShown = 2_000;

export function createView(surface: Surface): View {
  const evaluate: View['evaluate'] = async <T, A extends readonly unknown[]>(
    script: inPage.Script<T, A>,
    ...args: A
  ) => (await surface.run(inPage.callOf(script, args))) as T;

  /** Who waits in vain wants to know what was there instead. */
  async function waiting<T>(...asked: Parameters<typeof until<T>>): Promise<NonNullable<T>> {
    try {
      return await until(...asked);
    } catch (error) {
      const shown = await evaluate<string>(inPage.shown).catch(String);
      throw new Error(`${String(error)}; it shows ${JSON.stringify(shown.slice(0, mostShown))}`);
    }
  }

  const waitUntil: View['waitUntil'] = <T, A extends readonly unknown[]>(
    script: inPage.Script<T, A>,
    ...args: A
  ) =>
    waiting<T | undefined>(`the page's ${String(script)}`, () =>
      surviving(() => evaluate(script, ...args)),
    ) as Promise<NonNullable<T>>;

  return {
    evaluate,
    waitUntil,
    text: (selector) => evaluate<string>(inPage.textOf, selector),
    click: async (selector) => {
      for (let tries = 0; tries < 3; tries += 1) {
        const { x, y } = await place(evaluate, selector);
        await surface.mouse(x, y);
        // A document that has closed on it has heard it. What moves just then under the mouse has not.
        if (await evaluate<boolean>(inPage.clickHeard).catch(() => true)) return;
      }
      throw new Error(`${selector} does not hear that it is clicked`);
    },
    type: async (selector, text) => {
      await evaluate(inPage.focus, selector);
      await surface.insert(text);
    },
    press: (key) => surface.key(parseKey(key)),
    waitFor: async (selector, { timeout = patience } = {}) => {
      const ask = () => surviving(() => evaluate<boolean>(inPage.isVisible, selector));
      await waiting(`${selector} to show`, ask, { timeout });
    },
    screenshot: async (path) => writeFile(path, await surface.capture()),
    axe: () => evaluate<readonly AxeViolation[]>(`${axeSource()};${inPage.runAxe}`),
    emulate: surface.emulate,
    isOpen: surface.isOpen,
    close: surface.close,
  };
}

export function createPage(surface: TabSurface): Page {
  const view = createView(surface);
  return {
    ...view,
    select: async (selector) => {
      await view.evaluate(inPage.selectAll, selector);
    },
    goto: surface.navigate,
    url: surface.url,
    consoleErrors: surface.consoleErrors,
    bringToFront: surface.bringToFront,
    resize: surface.resize,
  };
}

/** Where to point at, on the page and on the screen. `onText`: at its first line of text. */
export function place(
  evaluate: View['evaluate'],
  selector: string,
  onText = false,
): Promise<inPage.Spot> {
  const ask = () => evaluate<inPage.Spot | null>(inPage.locate, selector, onText);
  return until(`${selector} to be there`, ask);
}

/** A document that is just being replaced answers nothing yet. */
async function surviving<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (/navigat|context|unload|Inactive|destroyed|not found/i.test(String(error)))
      return undefined;
    throw error;
  }
}
