// @vitest-environment node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Row } from '../trust/row';
import { counts, type Outcome, resultOf, rows, shownOf } from '../trust/table';

const row: Row = {
  id: 'T1',
  what: 'Somebody tries it',
  done: 'it is tried',
  shown: [
    ['unit/a.test.ts', 'is refused'],
    ['unit/b.test.ts', 'is told'],
  ],
  full: [['trust/full/c.test.ts', 'a hundred times']],
};
const ran = (file: string, fullName: string, passed = true): Outcome => ({
  file: `${file}.test.ts`,
  fullName,
  passed,
});
const [first, second] = [ran('unit/a', 'a page is refused'), ran('unit/b', 'a view is told')];

describe('a row', () => {
  test('has passed when all tests that it names have', () => {
    expect(resultOf(row, [first, second])).toEqual({ kind: 'passed', tests: 2, measured: [] });
  });

  test.each<[string, readonly Outcome[], boolean]>([
    ['one of them has failed', [first, { ...second, passed: false }], false],
    [
      'one of several of that name has failed',
      [first, second, ran('unit/a', 'a view is refused', false)],
      false,
    ],
    ['one of them did not run', [first], false],
    ['it ran in another file', [first, ran('unit/c', 'a view is told')], false],
    ['a test of the full run did not run', [first, second], true],
  ])('has failed when %s', (_, outcomes, full) => {
    expect(resultOf(row, outcomes, full).kind).toBe('failed');
  });

  test('that only the full run shows has not run without it', () => {
    const { shown: _, full: __, ...rest } = row;
    const only: Row = { ...rest, onlyFull: [['trust/full/c.test.ts', 'a hundred times']] };
    expect(resultOf(only, []).kind).toBe('not run');
    expect(resultOf(only, [], true).kind).toBe('failed');
  });
});

describe('the table', () => {
  test('has each row once, and counts every result', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const told = counts(rows.map((each) => resultOf(each, [])));
    const sum = (told.match(/\d+/g) ?? []).reduce((all, count) => all + Number(count), 0);
    expect(sum).toBe(rows.length);
  });

  test('names its tests in words, in files that there are', () => {
    const shown = rows.flatMap((each) => shownOf(each, true));
    expect(shown.length).toBeGreaterThan(rows.length);
    // An empty name would be the name of every test.
    expect(shown.filter(([, name]) => name.trim().length < 4)).toEqual([]);
    const missing = shown.filter(([file]) => !existsSync(join('tests', file)));
    expect(missing).toEqual([]);
  });
});
