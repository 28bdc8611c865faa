import { cpus, loadavg } from 'node:os';
import { toRecord } from '../../utils/store/run-record';
import { launch, type View } from '../browsers/browser';
import { buildFor } from '../e2e/support';
import { receipt, run, source, turn } from '../gallery/data/runs';
import { deleteAll, fill, keystrokes, open, readSources, seed } from './history/page';
import { median, type Row, tableOf } from './table';

/** Runs in store; an answer is about 1.5 kB long, a source 6 kB. */
const count = 10_000;

const browser = await launch('chromium', { extensionDir: buildFor('chromium') });
const control = await browser.openExtensionPage('options.html');
await control.waitFor('h1');
const like = toRecord(
  run(source('', 'Title'), { turns: [turn({ kind: 'done' }, { receipt: receipt() })] }),
);
await control.evaluate(seed, like, count);
const ms = (metric: string, ours: number, atMost: number | null = null): Row => ({
  metric,
  unit: 'ms',
  ours,
  goal: atMost === null ? null : { atMost },
});

const filled = await control.evaluate(fill);
const sources = await control.evaluate(readSources);
const opened: { first: number; all: number }[] = [];
let view: View = control;
for (let round = 0; round < 5; round += 1) {
  view = await browser.openExtensionPage('popup.html');
  await view.waitFor('text=History');
  opened.push(await view.evaluate(open, count));
}
const typed = await view.evaluate(keystrokes);
const deleted = await view.evaluate(deleteAll);
await browser.close();

console.log(`${browser.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${count} runs.`);
console.log(
  `Load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}.\n`,
);
console.log(
  tableOf([
    ms('Click on *History* to first lines painted', median(opened.map(({ first }) => first))),
    ms('— to all heads in memory', median(opened.map(({ all }) => all))),
    ms('Keystroke to paint, median of all', median(typed), 100),
    ms('— the slowest', Math.max(...typed), 100),
    ms('Heads of all runs made, after an update', filled.whole),
    ms('— longest that another write waited meanwhile', filled.waited),
    ms('All runs deleted, to the empty list painted', deleted),
    ms('Texts of all sources read and folded (not done: not searched)', sources),
  ]),
);
process.exit(0);
