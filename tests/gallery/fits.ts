import type { Browser, Frame, Page } from 'playwright-core';
import type { Language } from '../../utils/core/language';
import { sizeOf } from './variants';

/** The longest words, the widest signs, and the other direction: what fits in these mostly fits in all. */
export const tellingLanguages: readonly Language[] = ['de', 'ja', 'ar'];

/** Shows every state in languages and lists texts that are cut or broken, or that begin on the wrong side; how many there are. */
export async function checkFits(
  browser: Browser,
  url: string,
  only: string,
  spoken: readonly Language[],
): Promise<number> {
  const found = await Promise.all(
    spoken.map((language) => inLanguage(browser, url, language, only)),
  );
  for (const line of new Set(found.flat())) console.log(line);
  return found.flat().length;
}

async function inLanguage(browser: Browser, url: string, language: string, only: string) {
  const context = await browser.newContext({ viewport: { width: 900, height: 3300 } });
  const page = await context.newPage();
  await page.goto(`${url}?language=${language}`);
  const frame = await framed(page);
  await frame.waitForFunction(() => window.stateNames);
  const names = await frame.evaluate(() => window.stateNames);
  // What draws the marks of answers comes after the first of them.
  await frame.evaluate(() => window.show('done-rich'));
  await frame.waitForSelector('.answer table');
  const states = names
    .filter((name) => name.includes(only))
    .map((name) => ({ name, sizes: [sizeOf(name, 1), sizeOf(name, 2)] }));
  const cut = await cutTexts(frame, states);
  await context.close();
  return cut.map(({ name, what }) => `${language} ${name} ${what}`);
}

/** The page again in a frame of itself, whose size is cheaper to change than a state to draw again. */
async function framed(page: Page): Promise<Frame> {
  // Nothing is looked at: what is not painted costs a third less.
  await page.addStyleTag({ content: 'html { opacity: 0; }' });
  const element = await page.evaluateHandle(() => {
    const frame = document.createElement('iframe');
    frame.src = location.href;
    frame.style.border = '0';
    document.body.replaceChildren(frame);
    return frame;
  });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The frame is empty.');
  return frame;
}

interface State {
  readonly name: string;
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

interface Cut {
  /** The state. */
  readonly name: string;
  readonly what: string;
}

/**
 * Shows states one after the other, each in its sizes; texts that do not fit where they are. Not meant: what scrolls, as
 * fields do, what ends in an ellipsis on purpose (titles, which are whole in their tooltip), and what is there for screen
 * readers alone.
 */
function cutTexts(frame: Frame, states: readonly State[]): Promise<readonly Cut[]> {
  return frame.evaluate(async (all) => {
    const slack = 1;
    const { documentElement } = document;
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const isCut = (element: HTMLElement) => {
      const { clientWidth, scrollWidth } = element;
      if (clientWidth === 0 || scrollWidth <= clientWidth + slack) return false;
      if (element.closest('.visually-hidden, svg, option, input')) return false;
      const style = getComputedStyle(element);
      if (/auto|scroll/.test(style.overflowX) || style.textOverflow === 'ellipsis') return false;
      return style.webkitLineClamp === 'none' && style.display !== 'inline';
    };
    // Where the direction is that of what is typed, and nothing is.
    const turned = () =>
      [...document.querySelectorAll<HTMLElement>('#app [dir="auto"]:placeholder-shown')]
        .filter((field) => getComputedStyle(field).direction !== documentElement.dir)
        .map((field) => `<${field.localName} class="${field.className}"> begins on the wrong side`);
    const blamed = () => {
      const cut = [...document.querySelectorAll<HTMLElement>('#app *')].filter(isCut);
      // Of what overflows in each other, the innermost is to blame.
      const innermost = cut.filter(
        (element) => !cut.some((other) => other !== element && element.contains(other)),
      );
      const wide = documentElement.scrollWidth > documentElement.clientWidth + slack;
      if (wide && innermost.length === 0) return ['the document is wider than its window'];
      return innermost.map(
        ({ localName, className, innerText }) =>
          `<${localName} class="${className}"> ${innerText.slice(0, 60)}`,
      );
    };
    // Where a scroll bar lies over what scrolls, as in Firefox, it covers no number and no word.
    const barred = () =>
      [...document.querySelectorAll<HTMLElement>('#app :is(dl, .changes)')]
        .filter(({ clientHeight, scrollHeight }) => scrollHeight > clientHeight + slack)
        .filter((each) => Number.parseFloat(getComputedStyle(each).paddingInlineEnd) < 8)
        .map(({ localName }) => `the scroll bar of <${localName}> has no place`);
    // What is too wide for a table's place scrolls: no word of usual length has to end in the middle of its line.
    const cells = '#app :is(.answer, .shares) :is(td, th)';
    const broken = () =>
      [...document.querySelectorAll<HTMLElement>(cells)].flatMap((cell) => {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const words: string[] = [];
        for (let text = texts.nextNode(); text; text = texts.nextNode())
          for (const { 0: word, index } of text.textContent?.matchAll(
            /(?<!\S)[\p{L}\p{N},.]+(?!\S)/gu,
          ) ?? []) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (word.length <= 16 && lines.size > 1) words.push(`a table breaks ${word}`);
          }
        return words;
      });
    const { style } = window.frameElement as HTMLElement;
    const found: Cut[] = [];
    for (const { name, sizes } of all) {
      window.show(name);
      for (const [index, { width, height }] of sizes.entries()) {
        style.width = `${width}px`;
        style.height = `${height}px`;
        // What a view does once it is drawn is done then; another size is laid out when it is asked about.
        if (index === 0) await drawn();
        const faults = [...blamed(), ...turned(), ...barred(), ...broken()];
        found.push(...faults.map((what) => ({ name, what: `${width}×${height}: ${what}` })));
      }
    }
    return found;
  }, states);
}
