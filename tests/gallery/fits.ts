import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../utils/core/language';
import { sizeOf } from './variants';

/** The longest words, the widest signs, and the other direction: what fits in these mostly fits in all. */
export const tellingLanguages: readonly Language[] = ['de', 'ja', 'ar'];

/** Shows every state in languages and lists texts that are cut; how many there are. */
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
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}?language=${language}`);
  await page.waitForFunction(() => window.stateNames);
  const names = await page.evaluate(() => window.stateNames);
  const wanted = names.filter((each) => each.includes(only));
  const found: string[] = [];
  // Nothing is looked at: what is not painted costs a third less.
  await page.addStyleTag({ content: 'html { opacity: 0; }' });
  for (const zoom of [1, 2] as const) {
    const sizes = new Map(wanted.map((name) => [label(sizeOf(name, zoom)), sizeOf(name, zoom)]));
    for (const [where, size] of sizes) {
      await page.setViewportSize(size);
      const ofSize = wanted.filter((name) => label(sizeOf(name, zoom)) === where);
      const cut = await cutTexts(page, ofSize);
      found.push(...cut.map(({ name, what }) => `${language} ${name} ${where}: ${what}`));
    }
  }
  await context.close();
  return found;
}

const label = ({ width, height }: ReturnType<typeof sizeOf>) => `${width}×${height}`;

interface Cut {
  /** The state. */
  readonly name: string;
  readonly what: string;
}

/**
 * Shows states one after the other; texts that do not fit where they are. Not meant: what scrolls, as fields do, what ends in an
 * ellipsis on purpose (titles, which are whole in their tooltip), and what is there for screen readers alone.
 */
function cutTexts(page: Page, names: readonly string[]): Promise<readonly Cut[]> {
  return page.evaluate(async (states) => {
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
    const found: Cut[] = [];
    for (const name of states) {
      window.show(name);
      await drawn();
      const cut = [...document.querySelectorAll<HTMLElement>('#app *')].filter(isCut);
      // Of what overflows in each other, the innermost is to blame.
      const innermost = cut.filter(
        (element) => !cut.some((other) => other !== element && element.contains(other)),
      );
      for (const { localName, className, innerText } of innermost)
        found.push({ name, what: `<${localName} class="${className}"> ${innerText.slice(0, 60)}` });
      const wide = documentElement.scrollWidth > documentElement.clientWidth + slack;
      if (wide && innermost.length === 0)
        found.push({ name, what: 'the document is wider than its window' });
    }
    return found;
  }, names);
}
