export interface Cut {
  /** What is at least as likely as this is kept. */
  readonly at: number;
  /** The F1 score that is to be expected then, if the probabilities are right. */
  readonly expected: number;
}

/** Below this nothing is kept, however little else there is. */
const floor = 0.08;

/**
 * Where to cut so that the expected F1 score is greatest: on a page with much doubt lower than on a clear one.
 * `lean` above 1 prefers to keep.
 */
export function bestCut(likely: readonly number[], words: readonly number[], lean = 1): Cut {
  const order = Array.from(likely.keys()).sort((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0));
  const all = likely.reduce((sum, p, index) => sum + p * (words[index] ?? 0), 0);
  let [right, kept] = [0, 0];
  let best: Cut = { at: 1, expected: 0 };
  for (const index of order) {
    const p = likely[index] ?? 0;
    if (p < floor) break;
    right += p * (words[index] ?? 0);
    kept += words[index] ?? 0;
    const expected = ((1 + lean) * right) / (kept + lean * all);
    if (expected > best.expected) best = { at: p, expected };
  }
  return best;
}
