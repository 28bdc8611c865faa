/** Trees as text: see `decode`. Made by `tests/bench/extract/train.ts`. */
export interface Model {
  /** The thresholds that each column is compared with. */
  readonly columns: readonly (readonly number[])[];
  /** Where the sum begins, and the size of one step of a leaf's value. */
  readonly start: number;
  readonly step: number;
  /** Digits in each tree. */
  readonly size: number;
  readonly trees: string;
}

export interface Forest {
  readonly start: number;
  readonly step: number;
  readonly size: number;
  /** As characters. */
  readonly digits: Uint8Array;
  readonly columns: Model['columns'];
}

/** Digits are the characters from `#` to `~`. */
const first = 35;
export const radix = 92;
/** In the place of a column: a leaf. */
export const leafMark = radix - 1;
/** A leaf's value is so many steps above or below nothing. */
export const middle = 45;

/**
 * Trees in pre-order. A question: column, threshold, leaves up to what follows when the value is above; when it is not,
 * what comes next follows. A leaf: its mark and value. Every tree is filled up to the same size, so that nothing has to
 * be read before it is asked.
 */
export function decode({ columns, start, step, size, trees }: Model): Forest {
  // Into an array of ours: in Firefox that of a TextEncoder is the page's, and to read there took 800 ms for 2,500 blocks
  // instead of 7.
  const digits = new Uint8Array(trees.length);
  new TextEncoder().encodeInto(trees, digits);
  return { start, step, size, digits, columns };
}

export function digit(value: number): string {
  return String.fromCharCode(value + first);
}

/** Of a tree, a leaf and a question take so many digits together; there is one question less than leaves. */
export const perLeaf = 5;
const markOfLeaf = first + leafMark;

/** After each so many trees, what is this clear (as a sum: 1 in 8) needs no more of them. */
const enoughTrees = 5;
const clear = 2;
/** The trees to come would make it clearer still: with all of them to come, by this share of the sum. */
const toCome = 1;

/** The logarithm of the odds that a row belongs to what is looked for; it begins at `start`. */
export function oddsOf(forest: Forest, row: Float32Array): number {
  const { digits, columns, size, step } = forest;
  let sum = forest.start;
  for (let tree = 0, left = enoughTrees; tree < digits.length; tree += size, left -= 1) {
    if (left === 0) {
      if (sum > clear || sum < -clear) {
        sum += sum * toCome * (1 - tree / digits.length);
        break;
      }
      left = enoughTrees;
    }
    let at = tree;
    for (let mark = digits[at] as number; mark !== markOfLeaf; mark = digits[at] as number) {
      const column = mark - first;
      const thresholds = columns[column] as readonly number[];
      const threshold = thresholds[(digits[at + 1] as number) - first] as number;
      const isAbove = (row[column] as number) > threshold;
      at += isAbove ? ((digits[at + 2] as number) - first) * perLeaf : 3;
    }
    sum += ((digits[at + 1] as number) - first - middle) * step;
  }
  return sum;
}

export function likelihood(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
