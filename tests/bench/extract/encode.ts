import {
  digit,
  leafMark,
  type Model,
  middle,
  perLeaf,
  radix,
} from '../../../utils/page/extract/forest';
import type { Boosted, Tree } from './boost';

/** Writes trees as `decode` reads them. Thresholds are rounded up to three digits, values to a 45th of the largest. */
export function encode({ start, trees, gains }: Boosted): Model {
  const columns = thresholdsOf(trees, gains.length);
  const largest = Math.max(...trees.flatMap(({ values }) => values.map(Math.abs)));
  const step = Number((largest / middle).toPrecision(4));
  const write = (tree: Tree, node: number): string => {
    const column = tree.columns[node] ?? -1;
    if (column < 0)
      return digit(leafMark) + digit(Math.round((tree.values[node] ?? 0) / step) + middle);
    const threshold = columns[column]?.indexOf(roundedUp(tree.thresholds[node] ?? 0)) ?? 0;
    const left = write(tree, tree.left[node] ?? 0);
    const right = write(tree, tree.right[node] ?? 0);
    return digit(column) + digit(threshold) + digit((left.length + 3) / perLeaf) + left + right;
  };
  const written = trees.map((tree) => write(tree, 0));
  const size = Math.max(...written.map(({ length }) => length));
  return {
    columns,
    start: Number(start.toPrecision(3)),
    step,
    size,
    trees: written.map((tree) => tree.padEnd(size, digit(0))).join(''),
  };
}

/** Of each column, all that it is compared with. */
function thresholdsOf(trees: readonly Tree[], width: number): readonly (readonly number[])[] {
  if (width > leafMark) throw new RangeError('More columns than one digit can name.');
  const used = Array.from({ length: width }, () => new Set<number>());
  for (const { columns, thresholds } of trees) {
    for (const [node, column] of columns.entries()) {
      used[column]?.add(roundedUp(thresholds[node] ?? 0));
    }
  }
  if (used.some(({ size }) => size > radix)) throw new RangeError('More thresholds than digits.');
  return used.map((values) => [...values].sort((a, b) => a - b));
}

/** Thresholds are values that rows have: rounded down, such a row would be above its own. */
function roundedUp(value: number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  return Number((Math.ceil(value / unit) * unit).toPrecision(4));
}
