import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../browsers/find';
import { filler } from '../../stand-in/filler.ts';

const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  answer: filler,
  list: (length) => repeated(length, (n) => `- **Item ${n}** with some words, \`code\` and more\n`),
  code: (length) => `\`\`\`ts\n${repeated(length, (n) => `const value${n} = read(${n});\n`)}`,
  table: (length) =>
    `| a | b |\n|---|--:|\n${repeated(length, (n) => `| some words ${n} | **${n}** |\n`)}`,
  paragraph: (length) => repeated(length, (n) => `Some words, **strong ${n}** and \`code\`. `),
};

function repeated(length: number, part: (n: number) => string): string {
  let text = '';
  for (let n = 1; text.length < length; n += 1) text += part(n);
  return text;
}

async function bundle(): Promise<{ script: string; style: string }> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: `${import.meta.dirname}/page.ts`, formats: ['iife'], name: 'page' },
    },
  });
  const files = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  const script = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  const style = files.map((file) => (file.type === 'asset' ? String(file.source) : '')).join('');
  return { script, style };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const [rounds = '3', ...wanted] = process.argv.slice(2);
const { script, style } = await bundle();
const path = (findBrowser('chromium') ?? findBrowser('chrome'))?.path;
if (!path) throw new Error('No Chromium or Chrome is installed');
const browser = await chromium.launch({ executablePath: path });
const page = await browser.newPage({ viewport: { width: 400, height: 600 } });
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
await page.setContent('<!doctype html><body>');
await page.addStyleTag({ content: style });
await page.addScriptTag({ content: script });

/** Processor time of the page's main thread, which other programs on the machine do not lengthen. */
async function cpu(call: string): Promise<number> {
  const before = await taskTime();
  await page.evaluate(call);
  return (await taskTime()) - before;
}

async function taskTime(): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

const NAMES = ['limit', 'answer'] as const;

async function medians(text: string): Promise<readonly number[]> {
  const times = NAMES.map((): number[] => []);
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [at, name] of NAMES.entries()) {
      const call = `measure('${name}', ${JSON.stringify(text)}, 16)`;
      times[at]?.push(await cpu(call));
    }
  }
  return times.map(median);
}

for (const [shape, make] of Object.entries(SHAPES)) {
  if (wanted.length > 0 && !wanted.includes(shape)) continue;
  let smaller = Number.NaN;
  for (const size of [4_000, 16_000, 64_000]) {
    const [limit = 0, answer = 0] = await medians(make(size));
    console.log(
      `${shape.padEnd(10)} ${String(size).padStart(6)}  plain ${limit.toFixed(0)} ms`,
      ` answer ${answer.toFixed(0)} ms = ${(answer / limit).toFixed(2)} x plain,`,
      `${(answer / smaller).toFixed(2)} x the size before`,
    );
    smaller = answer;
  }
}
await browser.close();
