export interface Cut {
  /** What is at least as likely as this is kept. */
  readonly at: number;
  /** The F1 score that is to be expected then, if the probabilities are right. */
  readonly expected: number;
}

/** Below this nothing is kept, however little else there is. */
const floor = 0.08;

/** Above 1 to prefer too much to too little: on a short page a reader misses more and pays less. */
function leanFor(words: number): number {
  return Math.max(0.3, Math.min(1.6, (1.4 * 1200) / words));
}

/**
 * Where to cut so that the expected F-score is greatest, with a weight of recall that the length decides: on a page with
 * much doubt lower than on a clear one.
 */
export function bestCut(likely: readonly number[], words: readonly number[]): Cut {
  const order = Array.from(likely.keys()).sort((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0));
  const all = likely.reduce((sum, p, index) => sum + p * (words[index] ?? 0), 0);
  const lean = leanFor(all);
  let [right, kept, score] = [0, 0, 0];
  let best: Cut = { at: 1, expected: 0 };
  for (const index of order) {
    const p = likely[index] ?? 0;
    if (p < floor) break;
    right += p * (words[index] ?? 0);
    kept += words[index] ?? 0;
    const now = ((1 + lean) * right) / (kept + lean * all);
    if (now <= score) continue;
    score = now;
    best = { at: p, expected: (2 * right) / (kept + all) };
  }
  return best;
}
