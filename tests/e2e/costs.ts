import { expect } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { exactMoney, money } from '../../utils/core/format';
import { csvHead } from '../../utils/core/ledger/ledger-file';
import { nanoPerDollar } from '../../utils/core/money/money';
import type { Browser, Page, View } from '../browsers/browser';
import { savedBy } from './saved-by';
import { choose } from './support';

interface Seen {
  readonly lines: number;
  readonly today: string;
}

/**
 * The page of costs, of three answers on two sites that came today: they add up, are filtered, exported, and one is
 * deleted and brought back. `cost`: on the receipt of the newest.
 */
export async function lookThroughCosts(browser: Browser, page: Page, cost: string): Promise<void> {
  await page.waitFor('.ledger-line');
  const [newest = Number.NaN, ...others] = await exportedCosts(browser, page);
  expect(others).toHaveLength(2);
  expect(plain(exactMoney('en', newest))).toBe(cost);
  const all = { lines: 3, today: inAll([newest, ...others]) };
  await shows(page, all);

  await page.click('.ledger-line summary');
  await page.waitUntil(saysCost, english.rowCost.message, cost);
  expect(await page.axe()).toEqual([]);
  await fitsNarrow(page);
  await page.click(`text=${english.historyDelete.message}`);
  await shows(page, { lines: 2, today: inAll(others) });
  await page.click(`text=${english.historyUndo.message}`);
  await shows(page, all);

  await choose(page, 'site', 'localhost');
  await shows(page, { ...all, lines: 1 });
  expect(await exportedCosts(browser, page)).toEqual([others[0]]);
  await page.click('.ledger-foot .danger');
  await page.click('.history-asking .danger');
  await page.waitFor('.history-undo');
  await choose(page, 'site', '*');
  await shows(page, { lines: 2, today: inAll([newest, ...others.slice(1)]) });
  await page.click(`text=${english.historyUndo.message}`);
  await shows(page, all);
}

/** With the scroll bar that takes its share of the width, in browsers that have one. */
async function fitsNarrow(page: Page): Promise<void> {
  await page.resize({ width: 320 });
  await page.waitUntil(() => innerWidth <= 320);
  const { over, tall } = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { over: scrollWidth - clientWidth, tall: scrollHeight > clientHeight };
  });
  expect({ over, tall }).toEqual({ over: 0, tall: true });
  await page.resize({});
}

function inAll(costs: readonly number[]): string {
  return plain(
    money(
      'en',
      costs.reduce((sum, cost) => sum + cost, 0),
    ),
  );
}

/** Without the marks that keep it from left to right. */
export function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

async function shows(page: View, seen: Seen): Promise<void> {
  await page.waitUntil(({ lines, today }: Seen) => {
    const figure = document.querySelector('.ledger-figure')?.textContent;
    const isToday = figure?.replace(/[\u2066-\u2069]/g, '') === today;
    return isToday && document.querySelectorAll('.ledger-line').length === lines;
  }, seen);
}

/** Whether the line that is open tells this cost. */
function saysCost(row: string, cost: string): boolean {
  const names = [...document.querySelectorAll('.ledger-line[open] dt')];
  const told = names.find(({ textContent }) => textContent === row)?.nextElementSibling;
  return told?.textContent?.replace(/[\u2066-\u2069]/g, '') === cost;
}

/** What the table costs that the page saves, line by line in nano-dollars. */
async function exportedCosts(browser: Browser, page: View): Promise<readonly number[]> {
  const table = await savedBy(browser, async () => {
    await page.click(`text=${english.historySave.message}`);
    await page.click('text=CSV');
  });
  const [head = '', ...lines] = table.trimEnd().split('\r\n');
  expect(`${head}\r\n`).toBe(csvHead);
  const column = head.split(',').indexOf('cost_usd');
  return lines.map((line) => Math.round(Number(line.split(',')[column]) * nanoPerDollar));
}
