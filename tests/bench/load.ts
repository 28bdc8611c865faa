import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { toRecord } from '../../utils/store/run-record';
import type { BrowserName } from '../browsers/browser';
import { type Stage, saveKey, setStage } from '../e2e/support';
import { manyLines } from '../gallery/data/lines';
import { receipt, run, source, turn } from '../gallery/data/runs';
import { nextPost } from './clock';
import { timedWake } from './cold-start';
import { fill, seed } from './history/page';
import { seedLedger } from './ledger/seed';
import { openOnce, wake } from './popup';
import { median, type Row, tableOf } from './table';

const runs = 10_000;
const lines = 100_000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    browser: { type: 'string', default: 'chromium' },
  },
});
const rounds = Number(values.rounds);
const name: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium';

type Control = Awaited<ReturnType<typeof saveKey>>;

/** A browser, the page that orders its background about, and what was measured in it, in ms. */
interface Side {
  readonly stage: Stage;
  readonly control: Control;
  readonly times: Readonly<Record<Metric, number[]>>;
}

type Metric = keyof typeof metrics;

const metrics = {
  cold: 'Background cold start: message to answer',
  popup: '`openPopup` to first words',
  request: 'Click on an action with the background stopped, to the request',
  warm: '— with the background running',
  budget: 'What is spent of the limits, asked of a stopped background',
};

async function side(): Promise<Side> {
  const stage = await setStage(name);
  const control = await saveKey(stage.browser);
  // The lines are counted all the same, and nothing is above a limit.
  await control.evaluate(`await ${send({ dailyLimit: plenty, monthlyLimit: plenty })}`);
  return { stage, control, times: { cold: [], popup: [], request: [], warm: [], budget: [] } };
}

/** Nano-dollars. */
const plenty = 1e15;

const send = (change: object) =>
  `chrome.runtime.sendMessage(${JSON.stringify({ kind: 'change-settings', change })})`;

async function fillUp({ control }: Side): Promise<void> {
  const like = toRecord(
    run(source('', 'Title'), { turns: [turn({ kind: 'done' }, { receipt: receipt() })] }),
  );
  await control.evaluate(seed, like, runs);
  await control.evaluate(fill);
  await seedLedger(control, manyLines(lines, 400, Date.now()));
}

async function measure({ stage, control, times }: Side, round: number): Promise<void> {
  const { browser } = stage;
  await control.bringToFront();
  const killed = async (script: string) => {
    await browser.killBackground();
    return Number(await control.evaluate(script));
  };
  const cold = await killed(timedWake);
  const budget = await killed(timed('{ kind: "budget" }'));
  await browser.killBackground();
  const request = await toRequest(control, `Question ${round}?`);
  const warm = await toRequest(control, `And ${round}?`);
  await control.evaluate(wake);
  const { called, contentful, first } = await openOnce(browser);
  if (round === 0) return;
  const seen = { cold, budget, request, warm, popup: called + contentful - first };
  for (const [metric, time] of Object.entries(seen)) times[metric as Metric].push(time);
}

async function toRequest(control: Control, question: string): Promise<number> {
  const posted = nextPost();
  const from = await control.evaluate<number>(start, question);
  const { at } = await posted;
  await control.waitUntil(isOver, question);
  return at - from;
}

const timed = (command: string) => `
  const from = performance.now();
  await chrome.runtime.sendMessage(${command});
  return performance.now() - from;`;

/** Asks a question about a text that is there already, as a view does; answers when. */
const start = `
  const tab = await chrome.tabs.getCurrent();
  const source = { kind: 'page', text: 'The harbour froze in January.', title: 'Winter', address: 'https://example.org/', language: 'en', hidden: 0, cut: 0 };
  const at = performance.timeOrigin + performance.now();
  await chrome.runtime.sendMessage({ kind: 'start', tabId: tab.id, actionId: 'ask', controls: {}, question: args[0], source, shielded: false, endpointId: null });
  return at;`;

/** Whether the newest run, of this question, has its answer and its line in the ledger: until then the background is busy. */
const isOver = `
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await result(indexedDB.open('gloss'));
  const runs = database.transaction('runs').objectStore('runs').index('createdAt');
  const newest = await result(runs.openCursor(null, 'prev'));
  const { question, turns } = newest.value.run;
  const turn = turns.at(-1);
  const ledger = database.transaction('ledger').objectStore('ledger');
  const line = turn && (await result(ledger.getKey(turn.id)));
  database.close();
  return question === args[0] && turn?.state.kind === 'done' && line !== undefined;`;

const [empty, full] = [await side(), await side()];
await fillUp(full);
for (let round = 0; round <= rounds; round += 1)
  for (const each of [empty, full]) await measure(each, round);

const rows = Object.entries(metrics).map(
  ([metric, what]): Row => ({
    metric: what,
    unit: 'ms',
    limit: median(empty.times[metric as Metric]),
    ours: median(full.times[metric as Metric]),
    goal: { times: 1.1 },
  }),
);
console.log(`${full.stage.browser.version}, ${cpus().length} cores (${cpus()[0]?.model}).`);
console.log(`${runs} runs and ${lines} lines of the ledger; limit: nothing stored.`);
console.log(`Medians of ${rounds} rounds, in turn. Load average ${loadavg()[0]?.toFixed(1)}.\n`);
console.log(tableOf(rows));
process.exit(0);
