import { faults } from './faults';
import type { Row, Shown } from './row';
import { threats } from './threats';

export const rows: readonly Row[] = [...threats, ...faults];

/** One test as vitest's JSON reporter tells it; `file` is relative to `tests/`. */
export interface Outcome {
  readonly file: string;
  readonly fullName: string;
  readonly passed: boolean;
  /** What it measured, in words. */
  readonly measured?: string | undefined;
}

export type Result =
  | { readonly kind: 'passed'; readonly tests: number; readonly measured: readonly string[] }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'void' | 'missing' | 'not run'; readonly because: string };

/** What the tests that ran say of a row. A test that is named and did not run has failed. */
export function resultOf(row: Row, outcomes: readonly Outcome[], full = false): Result {
  if ('void' in row) return { kind: 'void', because: row.void };
  if ('missing' in row) return { kind: 'missing', because: row.missing };
  if ('onlyFull' in row && !full) return { kind: 'not run', because: 'only with --full' };
  const found = shownOf(row, full).map((shown) => ({
    shown,
    tests: outcomes.filter(shows(shown)),
  }));
  const absent = found.find(({ tests }) => tests.length === 0);
  if (absent) return { kind: 'failed', because: `did not run: ${absent.shown.join(': ')}` };
  const failing = found.flatMap(({ tests }) => tests).find(({ passed }) => !passed);
  if (failing) return { kind: 'failed', because: `${failing.file}: ${failing.fullName}` };
  const tests = [...new Set(found.flatMap(({ tests }) => tests))];
  const measured = tests.flatMap((test) => test.measured ?? []);
  return { kind: 'passed', tests: tests.length, measured };
}

/** The tests that a row names. */
export function shownOf(row: Row, full: boolean): readonly Shown[] {
  if ('onlyFull' in row) return full ? row.onlyFull : [];
  return 'shown' in row ? [...row.shown, ...(full ? (row.full ?? []) : [])] : [];
}

function shows([file, name]: Shown): (outcome: Outcome) => boolean {
  return (outcome) => outcome.file === file && outcome.fullName.includes(name);
}

export function line(row: Row, result: Result): string {
  const tail =
    result.kind === 'passed'
      ? [`passed (${result.tests} tests)`, ...result.measured].join('; ')
      : `${result.kind}: ${result.because}`;
  const done = 'done' in row ? ` · ${row.done}` : '';
  return `${row.id.padEnd(3)} ${row.what}${done} · ${tail}`;
}

/** How many rows there are of each result, in words. */
export function counts(results: readonly Result[]): string {
  const of = (kind: Result['kind']) => results.filter((result) => result.kind === kind).length;
  return `${of('passed')} rows passed, ${of('failed')} failed, ${of('missing')} not shown, ${of('not run')} only with --full, ${of('void')} do not apply`;
}
