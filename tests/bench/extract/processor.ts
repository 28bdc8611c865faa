import type { Model } from '../../../utils/page/extract/forest';
import { median } from '../table';
import type { Stage } from './world';

const engines = ['Readability', 'Gloss'] as const;
/** Of so many runs the least: what else the machine does only adds. */
const rounds = 3;

type Times = Readonly<Record<(typeof engines)[number], number>>;
type Pair = { readonly processor: Times; readonly clock: Times };

/** Times of first runs, each on a page that was just opened and laid out, by the processor and by the clock, as a table. */
export async function processorTimes(
  stage: Stage,
  urls: readonly string[],
  script: string,
  model: Model,
): Promise<string> {
  const pages: Pair[] = [];
  for (const url of urls) pages.push(await timesOf(stage, url, script, model));
  return [
    '| Time by | Pages | Readability, median | Gloss, median | Ratio of the medians | of the sums | median of the ratios |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    lineOf(
      'processor',
      pages.map(({ processor }) => processor),
    ),
    lineOf(
      'clock',
      pages.map(({ clock }) => clock),
    ),
  ].join('\n');
}

function lineOf(name: keyof Pair, pages: readonly Times[]): string {
  const of = (engine: keyof Times) => pages.map((times) => times[engine]);
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  const ratios = [
    median(of('Gloss')) / median(of('Readability')),
    sum(of('Gloss')) / sum(of('Readability')),
    median(pages.map(({ Gloss, Readability }) => Gloss / Readability)),
  ].map((ratio) => ratio.toFixed(2));
  const medians = engines.map((engine) => `${median(of(engine)).toFixed(1)} ms`);
  return `| ${[name, pages.length, ...medians, ...ratios].join(' | ')} |`;
}

async function timesOf(stage: Stage, url: string, script: string, model: Model): Promise<Pair> {
  const none = { Readability: Number.POSITIVE_INFINITY, Gloss: Number.POSITIVE_INFINITY };
  const [processor, clock] = [{ ...none }, { ...none }];
  for (let round = 0; round < rounds; round += 1) {
    for (const engine of engines) {
      const world = await stage.open(url, script);
      await world.ask(`globalThis.model = ${JSON.stringify(model)}; document.body.offsetHeight`);
      const before = await stage.processorMs();
      const ms = await world.ask<number>(`bench.only('${engine}', globalThis.model)`);
      processor[engine] = Math.min(processor[engine], (await stage.processorMs()) - before);
      clock[engine] = Math.min(clock[engine], ms);
    }
  }
  return { processor, clock };
}
