import { parseArgs } from 'node:util';
import { pageScript } from './extract/bundle';
import { type GoldPage, goldPages, htmlOf } from './extract/corpus';
import { growth } from './extract/growth';
import { modelsFor } from './extract/models';
import {
  differenceOf,
  isWinnable,
  type Outcome,
  type Row,
  ratioOf,
  reportOf,
} from './extract/report';
import { runsOn } from './extract/runs';
import { scoreOf, wordsOf } from './extract/score';
import { servePages } from './extract/serve';
import { openStage } from './extract/world';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, step: { type: 'string', default: '1' } },
});
if (!values.corpus) throw new Error('Where is the corpus? --corpus DIR');
const corpus = values.corpus;

const engines = ['innerText', 'mainInnerText', 'Readability', 'Defuddle', 'Gloss'] as const;
const pages = goldPages(corpus, Number(values.step));
const models = modelsFor(pages, corpus);

const script = await pageScript();
const site = await servePages((name) => htmlOf(corpus, name));
const stage = await openStage();

async function outcome(page: GoldPage, engine: string, gold: readonly string[]): Promise<Outcome> {
  const model = engine === 'Gloss' ? models.get(page) : 'null';
  const url = `${site.url}/${page.id}`;
  const { text, ...times } = await runsOn(stage, url, script, engine, model);
  return { ...scoreOf(wordsOf(text), gold), chars: text.length, ...times };
}

/** Another one for each page, so that none is always the one that finds what a certain other has left to clear away. */
function orderOf(turn: number): readonly string[] {
  const at = turn % engines.length;
  const order = [...engines.slice(at), ...engines.slice(0, at)];
  return turn % 2 === 0 ? order : order.reverse();
}

const rows: Row[] = [];
for (const page of pages) {
  const words = wordsOf(page.gold);
  const outcomes: Record<string, Outcome> = {};
  for (const engine of orderOf(rows.length)) outcomes[engine] = await outcome(page, engine, words);
  rows.push({ type: page.type, goldChars: page.gold.length, outcomes });
}
site.close();

const winnable = rows.filter(isWinnable);
for (const [name, set] of [
  ['All pages', rows],
  ['Winnable pages', winnable],
] as const) {
  console.log(`\n${name}: ${set.length}\n\n${reportOf(set, engines)}\n`);
  console.log(differenceOf(set, 'Gloss', 'Defuddle'));
  console.log(differenceOf(set, 'Gloss', 'Readability'));
  console.log(ratioOf(set, 'Gloss', 'Readability'));
}
console.log(`\n${await growth(stage, script, models.values().next().value)}`);
await stage.close();
