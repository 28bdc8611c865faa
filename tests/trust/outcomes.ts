import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Outcome } from './table';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly meta?: { readonly measured?: string };
    }[];
  }[];
}

/** The tests that ran, as a report of vitest's JSON reporter tells them. What is skipped in a browser shows nothing. */
export function outcomesOf(report: string): readonly Outcome[] {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status, meta }) => ({
        file: relative(resolve('tests'), name),
        fullName,
        passed: status === 'passed',
        measured: meta?.measured,
      })),
  );
}
