import { median, quantile } from '../table';
import { xorshift } from './boost';
import type { Score } from './score';

/** What one engine made of one page. */
export interface Outcome extends Score {
  readonly chars: number;
  /** ms: `Runs`. */
  readonly processor: number;
  readonly clock: number;
  readonly repeated: number;
}

export interface Row {
  readonly type: string;
  readonly goldChars: number;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** A page that an extractor can win: its text is in the document. */
const winnableRecall = 0.9;
const lostRecall = 0.5;
const resamples = 2000;

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;
const three = (value: number) => value.toFixed(3).replace(/^0/, '');

export function isWinnable({ outcomes }: Row): boolean {
  return (outcomes.innerText?.recall ?? 0) >= winnableRecall;
}

/** The table of a set of pages: a line for each engine. */
export function reportOf(rows: readonly Row[], engines: readonly string[]): string {
  const types = [...new Set(rows.map(({ type }) => type))].toSorted();
  const head = [
    '',
    'P',
    'R',
    'F1',
    'macro',
    'lost',
    '÷ gold',
    '÷ innerText',
    'ms',
    'p95',
    ...types,
  ];
  const lines = engines.map((engine) => lineOf(rows, engine, types));
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function lineOf(rows: readonly Row[], engine: string, types: readonly string[]): readonly string[] {
  const all = outcomesOf(rows, engine);
  const byType = types.map((type) =>
    f1Of(
      rows.filter((row) => row.type === type),
      engine,
    ),
  );
  const chars = sum(all.map((one) => one.chars));
  const times = all.map(({ processor }) => processor);
  return [
    engine,
    three(mean(all.map(({ precision }) => precision))),
    three(mean(all.map(({ recall }) => recall))),
    three(mean(all.map(({ f1 }) => f1))),
    three(mean(byType)),
    String(all.filter(({ recall }) => recall < lostRecall).length),
    (chars / sum(rows.map(({ goldChars }) => goldChars))).toFixed(2),
    (chars / sum(outcomesOf(rows, 'innerText').map((one) => one.chars))).toFixed(2),
    median(times).toFixed(1),
    quantile(times, 0.95).toFixed(0),
    ...byType.map(three),
  ];
}

/** How many times as long one engine takes as another: of the sums, of the medians, and the median of the ratios. */
export function ratioOf(rows: readonly Row[], ours: string, theirs: string): string {
  const ratios = (['processor', 'clock', 'repeated'] as const).map((by) => {
    const [mine, other] = [ours, theirs].map((engine) =>
      outcomesOf(rows, engine).map((outcome) => outcome[by]),
    ) as [number[], number[]];
    const each = mine.map((ms, index) => ms / (other[index] ?? Number.NaN));
    return [sum(mine) / sum(other), median(mine) / median(other), median(each)]
      .map((ratio) => ratio.toFixed(2))
      .join(', ');
  });
  return `Time, ${ours} ÷ ${theirs} (sums, medians, median of ratios): by the processor ${ratios[0]}; by the clock ${ratios[1]}; repeated ${ratios[2]}`;
}

function outcomesOf(rows: readonly Row[], engine: string): readonly Outcome[] {
  return rows.flatMap(({ outcomes }) => outcomes[engine] ?? []);
}

function f1Of(rows: readonly Row[], engine: string): number {
  return mean(outcomesOf(rows, engine).map(({ f1 }) => f1));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

/** The mean difference in F1 with its 95 % interval by the bootstrap over pages; the same on every run. */
export function differenceOf(rows: readonly Row[], ours: string, theirs: string): string {
  const differences = rows.map(
    ({ outcomes }) => (outcomes[ours]?.f1 ?? 0) - (outcomes[theirs]?.f1 ?? 0),
  );
  const random = xorshift(1);
  const means = Array.from({ length: resamples }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  );
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
  const [low, high] = [quantile(means, 0.025), quantile(means, 0.975)];
  return `${ours} − ${theirs}: ${signed(mean(differences))} (95 %: ${signed(low)} to ${signed(high)})`;
}
