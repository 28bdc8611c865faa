import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atOnce } from '../../../utils/core/steps';
import { featuresOf } from '../../../utils/page/extract/features';
import type { Model } from '../../../utils/page/extract/forest';
import { boost, type Examples, xorshift } from './boost';
import { foldCount, goldPages } from './corpus';
import { encode } from './encode';
import { labelsOf } from './labels';
import { places, writeLearnt } from './models';
import { wordsOf } from './score';
import { snapshots } from './snapshots';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, only: { type: 'string' } },
});
if (!values.corpus) throw new Error('Where is the corpus? --corpus DIR');

/** Chosen on the folds: others that are near them differ by up to .003 in F1, which is chance. */
const settings = {
  trees: 45,
  leaves: 20,
  rate: 0.2,
  columns: 0.3,
  rows: 0.8,
  smallest: 25,
  calm: 30,
};
/** A page teaches nothing when less of its gold is in it: scripts bring the rest. */
const enoughGold = 0.6;
/** Blocks of a page that teach; of more, the short ones are sampled. */
const blockLimit = 300;
const short = 30;

interface Lesson {
  readonly fold: number;
  readonly examples: Examples;
}

const root = join(import.meta.dirname, '../../..');
const cache = join(root, 'artifacts/extract');
const pages = goldPages(values.corpus);
const seen = await snapshots(values.corpus, pages, join(cache, 'seen'));
const lessons = pages.map(({ id, fold, gold }): Lesson => {
  const page = seen.get(id);
  if (!page) throw new Error(`${id} was not seen.`);
  const { describe } = atOnce(featuresOf(page));
  const rows = page.blocks.map((_, block) => describe(block).slice());
  const labels = labelsOf(page, gold);
  const words = page.blocks.map(({ text }) => wordsOf(text).length);
  return { fold, examples: examplesOf(rows, labels, words, wordsOf(gold).length) };
});

/** Every page weighs about the same, and in it every word. */
function examplesOf(
  rows: readonly Float32Array[],
  labels: readonly number[],
  words: readonly number[],
  goldWords: number,
): Examples {
  const right = labels.reduce((sum, label, index) => sum + label * (words[index] ?? 0), 0);
  const all = words.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, blockLimit / rows.length);
  const random = xorshift(all + 1);
  const taken = right < enoughGold * goldWords ? [] : Array.from(rows.keys());
  const chosen = taken.filter((index) => {
    const count = words[index] ?? 0;
    return count > 0 && (count >= short || random() < share);
  });
  const weightOf = (index: number) => {
    const count = words[index] ?? 0;
    return (100 * count * (count < short ? 1 / share : 1)) / (right + 0.2 * all);
  };
  return {
    rows: chosen.map((index) => rows[index] as Float32Array),
    labels: chosen.map((index) => labels[index] ?? 0),
    weights: chosen.map(weightOf),
  };
}

function train(fold: number | null): string {
  const used = lessons.filter((lesson) => lesson.fold !== fold).map(({ examples }) => examples);
  const all: Examples = {
    rows: used.flatMap(({ rows }) => rows),
    labels: used.flatMap(({ labels }) => labels),
    weights: used.flatMap(({ weights }) => weights),
  };
  return `${written(encode(boost(all, settings)))}\n`;
}

/** A line for each column. */
function written({ columns, ...rest }: Model): string {
  const lines = columns.map((column) => `    ${JSON.stringify(column)}`);
  const others = Object.entries(rest).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  return ['{', '  "columns": [', lines.join(',\n'), '  ],', others.join(',\n'), '}'].join('\n');
}

await mkdir(cache, { recursive: true });
const wanted = values.only?.split(',') ?? [
  'all',
  ...Array.from({ length: foldCount }, (_, fold) => String(fold)),
];
for (const name of wanted) {
  const path = name === 'all' ? places.ships : places.without(Number(name));
  await writeFile(path, train(name === 'all' ? null : Number(name)));
  if (name === 'all') writeLearnt(pages);
  console.log(`${path} is trained.`);
}
