import type { Cost } from '../money/cost';
import type { NanoDollars } from '../money/money';
import type { Usage } from '../money/usage';
import { type Line, type Saving, type Way, ways } from './ledger-line';

/** What lines come to together: whole numbers, so that what is taken away leaves what was there before. */
export interface Sums {
  readonly turns: number;
  /** Of the turns whose price is known to the last nano-dollar. */
  readonly exact: NanoDollars;
  /** Turns of which only bounds are known, and those bounds. */
  readonly estimated: number;
  readonly atLeast: NanoDollars;
  readonly atMost: NanoDollars;
  /** Turns whose price nobody knows. */
  readonly unknown: number;
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** With thinking. */
  readonly output: number;
  readonly thinking: number;
  readonly savings: Readonly<Record<Way, SavingSums>>;
}

/** `turns`: of how many; `priced`: of how many of them `nano` is known. */
export interface SavingSums {
  readonly turns: number;
  readonly before: number;
  readonly after: number;
  readonly priced: number;
  readonly nano: NanoDollars;
}

/** The numbers of a sum in a fixed order: how it is stored, added and taken away. */
export type Figures = ArrayLike<number>;

const plain = [
  'turns',
  'exact',
  'estimated',
  'atLeast',
  'atMost',
  'unknown',
  'input',
  'cacheRead',
  'cacheWrite',
  'output',
  'thinking',
] as const;

const ofSaving = ['turns', 'before', 'after', 'priced', 'nano'] as const;

/** How many numbers there are in a sum. */
export const figureCount = plain.length + ways.length * ofSaving.length;

/** What one line adds to a sum. What no count of tokens can be adds none. */
export function figuresOf({ cost, usage, savings }: Line): Figures {
  return [
    1,
    ...costFigures(cost),
    ...tokensIn(usage).map((count) => (Number.isSafeInteger(count) && count > 0 ? count : 0)),
    ...ways.flatMap((way) => savingFigures(savings[way])),
  ];
}

/** input, cacheRead, cacheWrite, output, thinking */
function tokensIn(usage: Usage | null): readonly number[] {
  if (!usage) return [0, 0, 0, 0, 0];
  const { input, cacheRead, cacheWrite5m, cacheWrite1h, output, thinking } = usage;
  return [input, cacheRead, cacheWrite5m + cacheWrite1h, output, thinking];
}

/** exact, estimated, atLeast, atMost, unknown */
function costFigures(cost: Cost): readonly number[] {
  switch (cost.kind) {
    case 'exact':
      return [cost.nano, 0, 0, 0, 0];
    case 'between':
      return [0, 1, cost.atLeast, cost.atMost, 0];
    case 'unverified':
      return [0, 1, 0, cost.atMost, 0];
    case 'unknown':
      return cost.atMost === undefined ? [0, 0, 0, 0, 1] : [0, 1, 0, cost.atMost, 0];
  }
}

function savingFigures(saving: Saving | null): readonly number[] {
  if (!saving) return [0, 0, 0, 0, 0];
  const { before, after, nano } = saving;
  return [1, before, after, nano === null ? 0 : 1, nano ?? 0];
}

/** A sum of nothing, to be added to. */
export function emptySum(): number[] {
  return new Array<number>(figureCount).fill(0);
}

/** Adds figures to a sum in place, `times` 1, or takes them away, `times` -1. */
export function addFigures(sum: number[], figures: Figures, times: 1 | -1 = 1): void {
  for (let index = 0; index < figureCount; index += 1)
    sum[index] = (sum[index] ?? 0) + times * (figures[index] ?? 0);
}

/** A sum by the names of its numbers. */
export function sumsOf(figures: Figures): Sums {
  const saving = (way: Way) =>
    named(ofSaving, figures, plain.length + ways.indexOf(way) * ofSaving.length);
  return {
    ...named(plain, figures, 0),
    savings: { page: saving('page'), prompt: saving('prompt'), cache: saving('cache') },
  };
}

function named<Name extends string>(
  names: readonly Name[],
  figures: Figures,
  from: number,
): Readonly<Record<Name, number>> {
  const entries = names.map((name, index) => [name, figures[from + index] ?? 0]);
  return Object.fromEntries(entries) as Record<Name, number>;
}
