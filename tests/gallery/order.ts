import type { Browser, Page } from 'playwright-core';

/**
 * Shows every state with its style files in one order and in the other, and lists what looks otherwise then; how much that is.
 * The bundler puts them together as it likes: where rules of two files meet on one element, the one that is to win must weigh
 * more. What only a pointer or the focus brings about is not seen.
 */
export async function checkOrder(browser: Browser, url: string, only: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.stateNames);
  const names = await page.evaluate(() => window.stateNames);
  const states = names.filter((name) => name.includes(only));
  const found = await changedByOrder(page, states);
  await context.close();
  for (const line of found) console.log(line);
  return found.length;
}

/** Elements of some state whose style depends on the order, and in what. */
function changedByOrder(page: Page, states: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((all) => {
    interface Rule {
      readonly file: number;
      readonly selector: string;
      readonly part: string;
      readonly properties: readonly string[];
    }
    interface Told {
      readonly by: Set<number>;
      readonly of: Set<string>;
    }
    interface Meeting {
      readonly element: Element;
      readonly part: string;
      readonly properties: readonly string[];
    }
    const files = [...document.querySelectorAll('style')];
    if (files.length < 2) throw new Error('The style files are not apart.');
    const rulesIn = (rules: CSSRuleList, file: number): Rule[] =>
      [...rules].flatMap((rule) => {
        if (!(rule instanceof CSSStyleRule))
          return rule instanceof CSSGroupingRule ? rulesIn(rule.cssRules, file) : [];
        const properties = [...rule.style];
        return rule.selectorText.split(/,(?![^(]*\))/).map((each) => {
          const [selector = '', part = ''] = each.trim().split(/(?=::)/);
          // Of `* + *::before` the browser writes `* + ::before`.
          return { file, selector: selector.replace(/^$|[\s>+~]$/, '$&*'), part, properties };
        });
      });
    const rules = files.flatMap(({ sheet }, file) => (sheet ? rulesIn(sheet.cssRules, file) : []));

    /**
     * Elements, or parts of them, that rules of several files speak of, and all that these say: `top` may be `inset-block`
     * elsewhere.
     */
    const meetings = () => {
      const told = new Map<Element, Map<string, Told>>();
      for (const { file, selector, part, properties } of rules) {
        for (const element of document.querySelectorAll(selector)) {
          const parts = told.get(element) ?? new Map<string, Told>();
          const { by, of } = parts.get(part) ?? { by: new Set(), of: new Set() };
          by.add(file);
          for (const property of properties) of.add(property);
          told.set(element, parts.set(part, { by, of }));
        }
      }
      return [...told].flatMap(([element, parts]) =>
        [...parts]
          .filter(([, { by }]) => by.size > 1)
          .map(([part, { of }]) => ({ element, part, properties: [...of] })),
      );
    };
    const valuesOf = ({ element, part, properties }: Meeting) => {
      const style = getComputedStyle(element, part || null);
      return properties.map((property) => style.getPropertyValue(property));
    };

    const found = new Set<string>();
    for (const state of all) {
      window.show(state);
      const met = meetings();
      const before = met.map(valuesOf);
      document.head.append(...files.toReversed());
      const after = met.map(valuesOf);
      document.head.append(...files);
      met.forEach(({ element: { localName, className }, part, properties }, at) => {
        properties.forEach((property, nth) => {
          const [one, other] = [before[at]?.[nth], after[at]?.[nth]];
          if (one === other) return;
          found.add(
            `${state}: <${localName} class="${className}">${part} ${property}: ${one} or ${other}`,
          );
        });
      });
    }
    return [...found];
  }, states);
}
