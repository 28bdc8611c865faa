/** Trees as text: see `decode`. Made by `tests/bench/extract/train.ts`. */
export interface Model {
  /** For each column that is asked for: its place in the row, then its thresholds. */
  readonly columns: string;
  /** Where the sum begins, and the size of one step of a leaf's value. */
  readonly start: number;
  readonly step: number;
  readonly trees: string;
}

export interface Forest {
  /** The columns that the trees ask for. */
  readonly asked: readonly number[];
  readonly start: number;
  readonly roots: readonly number[];
  /** Column of each node; −1 for a leaf. */
  readonly columns: Int16Array;
  /** Threshold, or the leaf's value. */
  readonly numbers: Float32Array;
  /** The node to go to when the value is above the threshold; otherwise it is the next one. */
  readonly above: Int32Array;
}

/** Digits are the characters from `#` to `~`, without the backslash. */
export const radix = 91;
const leafMark = radix - 1;

export function digitOf(code: number): number {
  return code - (code > 92 ? 36 : 35);
}

/** Reads the trees in pre-order: for a leaf its mark and value, else column, threshold, and the two branches. */
export function decode({ columns, start, step, trees }: Model): Forest {
  const asked = columns.split(';').map((column) => column.split(' ').map(Number));
  const size = trees.length / 2;
  const forest = {
    asked: asked.map((column) => column[0] as number),
    start,
    roots: [] as number[],
    columns: new Int16Array(size).fill(-1),
    numbers: new Float32Array(size),
    above: new Int32Array(size),
  };
  let at = 0;
  const read = () => {
    const node = at;
    at += 1;
    const first = digitOf(trees.charCodeAt(node * 2));
    const second = digitOf(trees.charCodeAt(node * 2 + 1));
    if (first === leafMark) {
      forest.numbers[node] = (second - 45) * step;
      return;
    }
    const column = asked[first] as readonly number[];
    forest.columns[node] = column[0] as number;
    forest.numbers[node] = column[second + 1] as number;
    read();
    forest.above[node] = at;
    read();
  };
  while (at < size) {
    forest.roots.push(at);
    read();
  }
  return forest;
}

/** After so many trees, what is beyond doubt (as a sum: 1 in 90) needs no more of them. */
const enoughTrees = 50;
const beyondDoubt = 4.5;

/** The probability that a row belongs to what is looked for; it begins at `start`. */
export function likelihood(forest: Forest, row: Float32Array, start = 0): number {
  const { columns, numbers, above, roots } = forest;
  let sum = forest.start;
  for (let tree = 0; tree < roots.length; tree += 1) {
    if (tree >= enoughTrees && (sum > beyondDoubt || sum < -beyondDoubt)) break;
    let node = roots[tree] as number;
    let column = columns[node] as number;
    while (column >= 0) {
      const isAbove = (row[start + column] as number) > (numbers[node] as number);
      node = isAbove ? (above[node] as number) : node + 1;
      column = columns[node] as number;
    }
    sum += numbers[node] as number;
  }
  return 1 / (1 + Math.exp(-sum));
}
