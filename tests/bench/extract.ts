import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Model } from '../../utils/page/extract/forest';
import { pageScript } from './extract/bundle';
import { foldCount, goldPages, htmlOf } from './extract/corpus';
import { growth } from './extract/growth';
import type { Result } from './extract/page';
import { processorTimes } from './extract/processor';
import { differenceOf, isWinnable, type Outcome, type Row, reportOf } from './extract/report';
import { scoreOf, wordsOf } from './extract/score';
import { servePages } from './extract/serve';
import { openStage, type World } from './extract/world';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, step: { type: 'string', default: '1' } },
});
if (!values.corpus) throw new Error('Where is the corpus? --corpus DIR');
const corpus = values.corpus;

const engines = ['innerText', 'mainInnerText', 'Readability', 'Defuddle', 'Gloss'] as const;
const folder = join(import.meta.dirname, '../../artifacts/extract');

/** Of each fold, the model that was trained without it: `train.ts` writes them. */
const models = await Promise.all(
  Array.from({ length: foldCount }, (_, fold) =>
    readFile(join(folder, `without-${fold}.json`), 'utf8').catch(() => {
      throw new Error('Train first: jiti tests/bench/extract/train.ts --corpus DIR');
    }),
  ),
);

async function outcome(
  world: World,
  engine: string,
  fold: number,
  gold: readonly string[],
): Promise<Outcome> {
  const model = engine === 'Gloss' ? models[fold] : 'null';
  const { text, ms } = await world.ask<Result>(`bench.run(${JSON.stringify(engine)}, ${model})`);
  return { ...scoreOf(wordsOf(text), gold), chars: text.length, ms };
}

const script = await pageScript();
const site = await servePages((name) => htmlOf(corpus, name));
const stage = await openStage();
const rows: Row[] = [];
for (const { id, type, fold, gold } of goldPages(corpus, Number(values.step))) {
  const world = await stage.open(`${site.url}/${id}`, script);
  const words = wordsOf(gold);
  const outcomes: Record<string, Outcome> = {};
  for (const engine of engines) outcomes[engine] = await outcome(world, engine, fold, words);
  rows.push({ type, goldChars: gold.length, outcomes });
}

const winnable = rows.filter(isWinnable);
for (const [name, set] of [
  ['All pages', rows],
  ['Winnable pages', winnable],
] as const) {
  console.log(`\n${name}: ${set.length}\n\n${reportOf(set, engines)}\n`);
  console.log(differenceOf(set, 'Gloss', 'Defuddle'));
  console.log(differenceOf(set, 'Gloss', 'Readability'));
}
const shipped: Model = JSON.parse(
  await readFile(join(import.meta.dirname, '../../utils/page/extract/model.json'), 'utf8'),
);
const timed = goldPages(corpus, 12 * Number(values.step)).map(({ id }) => `${site.url}/${id}`);
console.log(`\n${await processorTimes(stage, timed, script, shipped)}`);
site.close();
console.log(`\n${await growth(stage, script, shipped)}`);
await stage.close();
