/** A tree of yes-or-no questions: to `left` when the value is at most the threshold. */
export interface Tree {
  /** Column asked for in each node; −1 for a leaf. */
  readonly columns: number[];
  readonly thresholds: number[];
  readonly left: number[];
  readonly right: number[];
  readonly values: number[];
}

export interface Settings {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Share of the columns that each tree may ask for. */
  readonly columns: number;
  /** Share of the rows that each tree learns from. */
  readonly rows: number;
  readonly smallest: number;
  readonly calm: number;
}

export interface Boosted {
  readonly start: number;
  readonly trees: readonly Tree[];
  /** How much each column has helped. */
  readonly gains: readonly number[];
}

export interface Examples {
  readonly rows: readonly Float32Array[];
  readonly labels: readonly number[];
  readonly weights: readonly number[];
}

const binCount = 64;

interface Binned {
  readonly edges: readonly Float32Array[];
  readonly bins: readonly Uint8Array[];
}

/** Cuts every column into bins of about as many rows. */
function binned(rows: readonly Float32Array[]): Binned {
  const width = rows[0]?.length ?? 0;
  const edges: Float32Array[] = [];
  const bins: Uint8Array[] = [];
  for (let column = 0; column < width; column += 1) {
    const values = Float32Array.from(rows, (row) => row[column] ?? 0);
    const sorted = values.slice().sort();
    const cuts = new Set<number>();
    for (let bin = 1; bin < binCount; bin += 1) {
      cuts.add(sorted[Math.floor((bin * sorted.length) / binCount)] ?? 0);
    }
    const list = Float32Array.from(cuts).sort();
    edges.push(list);
    bins.push(Uint8Array.from(values, (value) => binOf(list, value)));
  }
  return { edges, bins };
}

/** The number of edges below the value: a value at an edge belongs before it. */
function binOf(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Stochastic gradient boosting of small trees for the logistic loss (Friedman 2002), the same on every run. */
export function boost(examples: Examples, settings: Settings): Boosted {
  const allowed = Array.from(examples.rows[0]?.keys() ?? []);
  const { labels, weights } = examples;
  const table = binned(examples.rows);
  const total = weights.reduce((sum, one) => sum + one, 0);
  const positive = labels.reduce((sum, label, index) => sum + label * (weights[index] ?? 0), 0);
  const start = Math.log(positive / (total - positive));
  const scores = new Float64Array(labels.length).fill(start);
  const random = xorshift(7);
  const trees: Tree[] = [];
  const gains = table.bins.map(() => 0);
  const gradient = new Float64Array(labels.length);
  const curve = new Float64Array(labels.length);
  for (let round = 0; round < settings.trees; round += 1) {
    for (let index = 0; index < labels.length; index += 1) {
      const p = sigmoid(scores[index] ?? 0);
      const weight = weights[index] ?? 0;
      gradient[index] = weight * ((labels[index] ?? 0) - p);
      curve[index] = weight * p * (1 - p);
    }
    const columns = allowed.filter(() => random() < settings.columns);
    const rows = Int32Array.from(gradient.keys()).filter(() => random() < settings.rows);
    const tree = grow({ table, gradient, curve, columns, settings, gains }, rows);
    for (const [index, row] of examples.rows.entries()) {
      scores[index] = (scores[index] as number) + valueIn(tree, row);
    }
    trees.push(tree);
  }
  return { start, trees, gains };
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  /** For each column and bin, the sum of the gradients and that of the curvatures. */
  readonly sums: Float64Array;
  readonly split: Split | null;
}

interface Split {
  readonly column: number;
  readonly bin: number;
  readonly gain: number;
}

interface Round {
  readonly table: Binned;
  readonly gradient: Float64Array;
  readonly curve: Float64Array;
  readonly columns: readonly number[];
  readonly settings: Settings;
  readonly gains: number[];
}

function grow(round: Round, all: Int32Array<ArrayBuffer>): Tree {
  const { table, settings } = round;
  const tree: Tree = { columns: [], thresholds: [], left: [], right: [], values: [] };
  const leaves = [leafOf(round, addNode(tree), all, sumsOf(round, all))];
  while (leaves.length < settings.leaves) {
    const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (!best.split) break;
    const { column, bin, gain } = best.split;
    round.gains[column] = (round.gains[column] ?? 0) + gain;
    const bins = table.bins[column] as Uint8Array;
    const parts = [
      best.rows.filter((row) => (bins[row] as number) <= bin),
      best.rows.filter((row) => (bins[row] as number) > bin),
    ] as const;
    // The smaller part is counted; the larger is what is left.
    const small = parts[0].length < parts[1].length ? 0 : 1;
    const counted = sumsOf(round, parts[small]);
    const rest = best.sums.map((value, at) => value - (counted[at] as number));
    const [left, right] = [addNode(tree), addNode(tree)];
    tree.columns[best.node] = column;
    tree.thresholds[best.node] = table.edges[column]?.[bin] ?? 0;
    tree.left[best.node] = left;
    tree.right[best.node] = right;
    leaves.splice(
      leaves.indexOf(best),
      1,
      leafOf(round, left, parts[0], small === 0 ? counted : rest),
      leafOf(round, right, parts[1], small === 1 ? counted : rest),
    );
  }
  for (const leaf of leaves) settle(round, tree, leaf);
  return tree;
}

function addNode(tree: Tree): number {
  tree.thresholds.push(0);
  tree.left.push(0);
  tree.right.push(0);
  tree.values.push(0);
  return tree.columns.push(-1) - 1;
}

function settle(round: Round, tree: Tree, { node, rows }: Leaf): void {
  let [up, down] = [0, round.settings.calm];
  for (const row of rows) {
    up += round.gradient[row] as number;
    down += round.curve[row] as number;
  }
  tree.values[node] = (round.settings.rate * up) / down;
}

function sumsOf({ table, gradient, curve, columns }: Round, rows: Int32Array): Float64Array {
  const sums = new Float64Array(columns.length * binCount * 2);
  for (const [place, column] of columns.entries()) {
    const bins = table.bins[column] as Uint8Array;
    const offset = place * binCount;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] as number;
      const at = (offset + (bins[row] as number)) * 2;
      sums[at] = (sums[at] as number) + (gradient[row] as number);
      sums[at + 1] = (sums[at + 1] as number) + (curve[row] as number);
    }
  }
  return sums;
}

function leafOf(round: Round, node: number, rows: Int32Array, sums: Float64Array): Leaf {
  return { node, rows, sums, split: bestSplit(round, sums) };
}

function bestSplit({ table, columns, settings }: Round, sums: Float64Array): Split | null {
  const { smallest, calm } = settings;
  let best: Split | null = null;
  let [allUp, allDown] = [0, 0];
  for (let at = 0; at < binCount * 2; at += 2) {
    allUp += sums[at] as number;
    allDown += sums[at + 1] as number;
  }
  const base = (allUp * allUp) / (allDown + calm);
  for (const [place, column] of columns.entries()) {
    let [up, down] = [0, 0];
    const last = table.edges[column]?.length ?? 0;
    for (let bin = 0; bin < last; bin += 1) {
      const at = (place * binCount + bin) * 2;
      up += sums[at] as number;
      down += sums[at + 1] as number;
      if (down < smallest || allDown - down < smallest) continue;
      const rest = allUp - up;
      const gain = (up * up) / (down + calm) + (rest * rest) / (allDown - down + calm) - base;
      if (gain > (best?.gain ?? 1e-6)) best = { column, bin, gain };
    }
  }
  return best;
}

export function scoreBy({ start, trees }: Boosted, row: Float32Array): number {
  return trees.reduce((sum, tree) => sum + valueIn(tree, row), start);
}

function valueIn({ columns, thresholds, left, right, values }: Tree, row: Float32Array): number {
  let node = 0;
  while ((columns[node] as number) >= 0) {
    const goes = (row[columns[node] as number] as number) <= (thresholds[node] as number);
    node = (goes ? left[node] : right[node]) as number;
  }
  return values[node] as number;
}

export function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    // Marsaglia 2003.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
