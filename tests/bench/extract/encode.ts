import { type Model, radix } from '../../../utils/page/extract/forest';
import type { Boosted, Tree } from './boost';

/** Writes trees as `decode` reads them. Thresholds are rounded to four digits, values to a 45th of the largest. */
export function encode({ start, trees }: Boosted): Model {
  const used = new Map<number, Set<number>>();
  for (const { columns, thresholds } of trees) {
    for (const [node, column] of columns.entries()) {
      if (column < 0) continue;
      const values = used.get(column) ?? new Set();
      used.set(column, values.add(rounded(thresholds[node] ?? 0)));
    }
  }
  const columns = [...used].map(([column, values]) => [
    column,
    ...[...values].sort((a, b) => a - b),
  ]);
  if (columns.length >= radix) throw new RangeError('More columns than one digit can name.');
  const largest = Math.max(...trees.flatMap(({ values }) => values.map(Math.abs)));
  const step = Number((largest / 45).toPrecision(4));
  const write = (tree: Tree, node: number): string => {
    const column = tree.columns[node] ?? -1;
    if (column < 0)
      return digit(radix - 1) + digit(Math.round((tree.values[node] ?? 0) / step) + 45);
    const place = columns.findIndex(([name]) => name === column);
    const threshold = columns[place]?.indexOf(rounded(tree.thresholds[node] ?? 0), 1) ?? 0;
    const branches = write(tree, tree.left[node] ?? 0) + write(tree, tree.right[node] ?? 0);
    return digit(place) + digit(threshold - 1) + branches;
  };
  return {
    columns: columns.map((column) => column.join(' ')).join(';'),
    start: rounded(start),
    step,
    trees: trees.map((tree) => write(tree, 0)).join(''),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function digit(value: number): string {
  return String.fromCharCode(value + (value >= 57 ? 36 : 35));
}
