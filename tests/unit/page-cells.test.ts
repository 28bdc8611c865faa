// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { endCellOf, endRowOf, newTable, startCellOf, startRowOf } from '../../utils/page/cells';
import { endCell, newWriter, startRow, write } from '../../utils/page/writer';

/** Rows of cells, each with its text and what it spans: `[text, columns, rows]`. */
type Rows = readonly (readonly (readonly [string, number?, number?])[])[];

function written(rows: Rows): string {
  const writer = newWriter(999, () => false);
  const table = newTable();
  for (const row of rows) {
    startRowOf(table);
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
