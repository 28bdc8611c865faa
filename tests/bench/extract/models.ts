import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldCount, type GoldPage } from './corpus';

const root = join(import.meta.dirname, '../../..');

/** Where training puts its models: what ships, and for each fold one that was trained without it. */
export const places = {
  ships: join(root, 'utils/page/extract/model.json'),
  without: (fold: number) => join(root, `artifacts/extract/without-${fold}.json`),
} as const;

/** The pages that what ships was trained on, by their marks. */
const learntPlace = join(import.meta.dirname, 'learnt.txt');

export function writeLearnt(pages: readonly GoldPage[]): void {
  const marks = pages.map(({ mark }) => mark).toSorted((one, other) => one - other);
  writeFileSync(learntPlace, `${marks.join('\n')}\n`);
}

/**
 * Of each page, the model that judges it, as JSON: what ships, where that has not seen the page in training; else the one that
 * was trained without its fold. Those are trained where they are missing, which takes some minutes.
 */
export function modelsFor(
  pages: readonly GoldPage[],
  corpus: string,
): ReadonlyMap<GoldPage, string> {
  const learnt = new Set(readFileSync(learntPlace, 'utf8').trim().split('\n').map(Number));
  const known = pages.filter(({ mark }) => learnt.has(mark));
  const all = Array.from({ length: foldCount }, (_, fold) => fold);
  const missing = all.filter((fold) => !existsSync(places.without(fold)));
  if (known.length > 0 && missing.length > 0) train(corpus, missing);
  console.log(
    `By the model that ships, which was not trained on them: ${pages.length - known.length} pages.`,
    `By one that was trained without their sites: ${known.length}.`,
  );
  const modelOf = ({ mark, fold }: GoldPage) =>
    readFileSync(learnt.has(mark) ? places.without(fold) : places.ships, 'utf8');
  return new Map(pages.map((page) => [page, modelOf(page)]));
}

function train(corpus: string, folds: readonly number[]): void {
  const args = ['tests/bench/extract/train.ts', '--corpus', corpus, '--only', folds.join()];
  const { status } = spawnSync('npx', ['--no-install', 'jiti', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The training failed.');
}
