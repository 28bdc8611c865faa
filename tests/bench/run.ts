import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureClicks } from './click';
import { measureColdStarts } from './cold-start';
import { measureHeap } from './heap';
import { measureIdlePages } from './idle';
import { measurePopups } from './popup';
import { measureRendering } from './rendering';
import { type Stage, setStage } from './stage';
import { type Row, tableOf } from './table';
import { measureTokens } from './tokens';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    only: { type: 'string' },
    extension: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const few = Math.ceil(rounds / 5);

const onStage: Readonly<Record<string, (stage: Stage) => Promise<readonly Row[]>>> = {
  click: (stage) => measureClicks(stage, rounds),
  popup: (stage) => measurePopups(stage, rounds),
  cold: (stage) => measureColdStarts(stage, rounds),
  tokens: (stage) => measureTokens(stage),
  heap: measureHeap,
};
const alone: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  rendering: () => measureRendering(few),
  idle: () => measureIdlePages(few),
};
const isWanted = (name: string) =>
  values.only === undefined || values.only.split(',').includes(name);

function buildIfMissing(): void {
  if (existsSync('.output/chrome-mv3')) return;
  const { status } = spawnSync('npx', ['--no-install', 'wxt', 'build'], { stdio: 'ignore' });
  if (status !== 0) throw new Error('The build failed: npm run build');
}

const load = () => loadavg().map((one) => one.toFixed(1));
const progress = (text: string) => process.stderr.write(`${text} (load ${load()[0]})\n`);

async function measureOnStage(): Promise<{ rows: readonly Row[]; version: string }> {
  const stage = await setStage(values.extension);
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(onStage)) {
    if (!isWanted(name)) continue;
    progress(name);
    rows.push(...(await measure(stage)));
  }
  await stage.close();
  return { rows, version: stage.version };
}

async function measureAlone(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(alone)) {
    if (!isWanted(name)) continue;
    progress(name);
    rows.push(...(await measure()));
  }
  return rows;
}

buildIfMissing();
const atStart = load().join(' ');
const { rows, version } = await measureOnStage();
const others = await measureAlone();
const machine = `${version}, node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model})`;
console.log(`${new Date().toISOString().slice(0, 10)}. ${machine}.`);
console.log(
  `Medians of ${rounds} rounds; of ${few} for rendering and idle pages; tokens: one stream.`,
);
console.log(`Load average at the start ${atStart}.\n`);
console.log(tableOf([...rows, ...others]));
process.exit(0);
