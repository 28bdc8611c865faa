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
  const found: string[] = [];
  for (const zoom of [1, 2] as const) {
    for (const name of names.filter((each) => each.includes(only))) {
      const size = sizeOf(name, zoom);
      await page.setViewportSize(size);
      await page.evaluate((shown) => window.show(shown), name);
      const cut = await cutTexts(page);
      found.push(...cut.map((what) => `${language} ${name} ${size.width}×${size.height}: ${what}`));
    }
  }
  await context.close();
  return found;
}

/**
 * Texts that do not fit where they are. Not meant: what scrolls, as fields do, what ends in an ellipsis on purpose (titles, which are
 * whole in their tooltip), and what is there for screen readers alone.
 */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 1;
    const { documentElement } = document;
    const cut = [...document.querySelectorAll<HTMLElement>('#app *')].filter((element) => {
      const { clientWidth, scrollWidth } = element;
      if (clientWidth === 0 || scrollWidth <= clientWidth + slack) return false;
      if (element.closest('.visually-hidden, svg, option, input')) return false;
      const style = getComputedStyle(element);
      if (/auto|scroll/.test(style.overflowX) || style.textOverflow === 'ellipsis') return false;
      return style.webkitLineClamp === 'none' && style.display !== 'inline';
    });
    // Of what overflows in each other, the innermost is to blame.
    const innermost = cut.filter(
      (element) => !cut.some((other) => other !== element && element.contains(other)),
    );
    const wide = documentElement.scrollWidth > documentElement.clientWidth + slack;
    return [
      ...innermost.map(
        (element) =>
          `<${element.localName} class="${element.className}"> ${element.innerText.slice(0, 60)}`,
      ),
      ...(wide && innermost.length === 0 ? ['the document is wider than its window'] : []),
    ];
  });
}
