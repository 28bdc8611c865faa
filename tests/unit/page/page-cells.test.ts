// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import {
  endCellOf,
  endRowOf,
  newTable,
  startCellOf,
  startFirstRow,
  startRowOf,
} from '../../../utils/page/cells';
import { endCell, newWriter, startRow, write } from '../../../utils/page/writer';
import { reset, show } from '../page-support';

afterEach(reset);

/** Rows of cells, each with its text and what it spans: `[text, columns, rows]`. */
type Rows = readonly (readonly (readonly [string, number?, number?])[])[];

function written(rows: Rows): string {
  const writer = newWriter(999, () => false);
  const table = newTable();
  for (const row of rows) {
    startRowOf(table, document.body);
    startRow(writer);
    for (const [text, columns = 1, height = 1] of row) {
      const cell = document.createElement('td');
      cell.setAttribute('colspan', String(columns));
      cell.setAttribute('rowspan', String(height));
      startCellOf(table, writer);
      write(writer, text, false);
      endCell(writer);
      endCellOf(table, cell, writer);
    }
    startRow(writer);
    endRowOf(table);
  }
  return writer.out;
}

test.each<[string, Rows, string]>([
  [
    'over two columns leaves one empty',
    [
      [['a', 2], ['b']],
      [['1'], ['2'], ['3']],
    ],
    'a\t\tb\n1\t2\t3',
  ],
  [
    'over two rows keeps its column',
    [[['a', 1, 2], ['1']], [['2']], [['b'], ['3']]],
    'a\t1\n\t2\nb\t3',
  ],
  [
    'over two rows at the end leaves nothing behind',
    [[['1'], ['a', 1, 2]], [['2']], [['3'], ['b']]],
    '1\ta\n2\n3\tb',
  ],
  [
    'over two rows and columns',
    [[['a', 2, 2], ['1']], [['2']], [['b'], ['c'], ['d']]],
    'a\t\t1\n\t\t2\nb\tc\td',
  ],
  [
    'at the start without a text keeps its column',
    [
      [[''], [''], ['a']],
      [['1'], ['2'], ['3']],
    ],
    '\t\ta\n1\t2\t3',
  ],
  [
    'of a row without any text is none',
    [
      [[''], ['']],
      [[''], ['a']],
    ],
    '\ta',
  ],
  ['that spans nothing is one cell', [[['a', 0, -1], ['b']]], 'a\tb'],
])('a cell %s', (_, rows, text) => {
  expect(written(rows)).toBe(text);
});

test('endless spans come to an end', () => {
  expect(written([[['a', 99_999_999, 99_999_999]], [['b']]])).toBe(`a\n${'\t'.repeat(100)}b`);
});

test.each([
  ['none', '<tr id="row"><td id="cell"></td></tr>', 0],
  ['cells before it', '<tr id="row"><td colspan="2"></td><td></td><td id="cell"></td></tr>', 3],
  [
    'cells that are hidden',
    '<tr id="row"><td style="display:none"></td><td id="cell"></td></tr>',
    0,
  ],
  [
    'cells of rows above',
    '<tr><td rowspan="3"></td><td></td></tr><tr><td rowspan="2"></td></tr><tr id="row"><td id="cell"></td></tr>',
    2,
  ],
  [
    'cells of a row that is hidden',
    '<tr style="display:none"><td rowspan="2"></td></tr><tr id="row"><td id="cell"></td></tr>',
    0,
  ],
  ['all cells, where it begins behind them', '<tr id="row"><td></td><td></td></tr>', 2],
  [
    'cells of ten thousand rows',
    `${'<tr><td rowspan="2"></td></tr><tr></tr>'.repeat(5000)}<tr><td rowspan="2"></td></tr><tr id="row"><td id="cell"></td></tr>`,
    1,
  ],
])('a selection that begins in a row steps over %s', (_, rows, columns) => {
  show(`<table>${rows}</table>`);
  const writer = newWriter(999, () => false);
  const [row, cell] = ['row', 'cell'].map((id) => document.getElementById(id));
  if (!row) throw new Error('No row');
  const table = newTable();
  startRowOf(table, row);
  startFirstRow(table, row, cell ?? null, writer);
  startCellOf(table, writer);
  write(writer, 'a', false);
  expect(writer.out).toBe(`${'\t'.repeat(columns)}a`);
});
