import { cpus, loadavg } from 'node:os';
import { dayAt } from '../../utils/core/calendar';
import type { Line } from '../../utils/core/ledger/ledger-line';
import {
  daysOf,
  firstLook,
  isSeen,
  type Look,
  modelKey,
} from '../../utils/core/ledger/ledger-view';
import { launch } from '../browsers/browser';
import { buildFor } from '../e2e/support';
import { manyLines } from '../gallery/data/lines';
import { deleteFirst, painted, readMonth, switchTo } from './ledger/page';
import { seedLedger } from './ledger/seed';
import { median, type Row, tableOf } from './table';

/** Lines in store, over 400 days: about 80 kinds a day, of three models, two endpoints, nine actions and four sites. */
const count = 100_000;
const now = Date.now();
const today = dayAt(now);
const lines = manyLines(count, 400, now);

const name = process.argv.includes('firefox') ? 'firefox' : 'chromium';
const browser = await launch(name, { extensionDir: buildFor(name) });
const control = await browser.openExtensionPage('options.html');
await control.waitFor('h1');
const days = await seedLedger(control, lines);
const kinds = Math.round(days.reduce((sum, day) => sum + day.kinds.length, 0) / days.length);

const ms = (metric: string, ours: number, atMost: number | null = null): Row => ({
  metric,
  unit: 'ms',
  ours,
  goal: atMost === null ? null : { atMost },
});

/** How many lines a look sees, as the page writes it. */
function seenBy(look: Look): string {
  const { from, to } = daysOf(look.span, today);
  const isIn = (line: Line) => line.day >= from && line.day <= to && isSeen(line, look);
  return lines.filter(isIn).length.toLocaleString('en-US');
}

const opened: number[] = [];
let view = control;
for (let round = 0; round < 5; round += 1) {
  view = await browser.openExtensionPage('ledger.html');
  await view.waitFor('.ledger-line');
  opened.push(await view.evaluate(painted));
}
const opus = modelKey({ service: 'Anthropic', model: 'claude-opus-5-5' });
const looks: readonly (readonly [string, string, string, Look])[] = [
  ['30 days', 'span', '30-days', { ...firstLook, span: '30-days' }],
  ['12 months', 'span', '12-months', { ...firstLook, span: '12-months' }],
  ['— of one model', 'model', opus, { ...firstLook, span: '12-months', model: opus }],
  [
    '— and of one site',
    'site',
    'trains.example',
    { ...firstLook, span: '12-months', model: opus, site: 'trains.example' },
  ],
  [
    'All time, of one model and site',
    'span',
    'all',
    { ...firstLook, span: 'all', model: opus, site: 'trains.example' },
  ],
];
const rows: Row[] = [];
for (const [name, field, value, look] of looks)
  rows.push(ms(name, await view.evaluate(switchTo, field, value, seenBy(look)), 100));
const months = await Promise.all(
  Array.from({ length: 5 }, () => control.evaluate(readMonth, today.slice(0, 7))),
);
const deleted = await view.evaluate(deleteFirst, 'trains.example');
await browser.close();

console.log(`${browser.version}, ${cpus().length} cores (${cpus()[0]?.model}).`);
console.log(`${count} lines on ${days.length} days, ${kinds} kinds a day.`);
const load = loadavg().map((one) => one.toFixed(1));
console.log(`Load average ${load.join(' ')}.\n`);
console.log(
  tableOf([
    ms('*Costs* opened, to its largest text painted', median(opened)),
    ...rows,
    ms('One line deleted, to the new sums painted', deleted),
    ms('What a month came to, read for the budget', median(months)),
  ]),
);
process.exit(0);
