export interface Cut {
  /** What is at least as likely as this is kept. */
  readonly at: number;
  /** What is to be expected then, if the probabilities are right, 0 to 1: the F1 score, */
  readonly expected: number;
  /** and the share of the main content that is kept. */
  readonly share: number;
}

/** Below this nothing is kept, however little else there is. */
const floor = 0.06;

/** Less than this would leave nothing of a long page but what is beyond all doubt. */
const leastLean = 0.12;
const mostLean = 2.8;
/** Words of a page on which right and too much weigh the same, and how fast that changes with the length. */
const evenWords = 1230;
const steepness = 1.7;

/** Above 1 to prefer too much to too little: on a short page a reader misses more and pays less. */
function leanFor(words: number): number {
  return Math.max(leastLean, Math.min(mostLean, (evenWords / words) ** steepness));
}

/**
 * Where to cut so that the expected F-score is greatest, with a weight of recall that the length decides: on a page with
 * much doubt lower than on a clear one. `words`: how many there are before each block, and in all.
 */
export function bestCut(likely: Float64Array, words: Float64Array): Cut {
  const wordsOf = (index: number) => (words[index + 1] as number) - (words[index] as number);
  let all = 0;
  for (let index = 0; index < likely.length; index += 1) {
    all += (likely[index] as number) * wordsOf(index);
  }
  const lean = leanFor(all);
  let right = 0;
  let kept = 0;
  let score = 0;
  let best: Cut = { at: 1, expected: 0, share: 0 };
  for (const index of byLikelihood(likely)) {
    const p = likely[index] as number;
    right += p * wordsOf(index);
    kept += wordsOf(index);
    const now = ((1 + lean) * right) / (kept + lean * all);
    if (now <= score) continue;
    score = now;
    best = { at: p, expected: (2 * right) / (kept + all), share: right / all };
  }
  return best;
}

/** Where numbers are sorted without a function that compares them, the browser does it all. */
const fine = 2 ** 24;

/** The likeliest first; those that may be kept, which few blocks of a page are. */
function byLikelihood(likely: Float64Array): readonly number[] {
  const count = likely.length;
  const keys = new Float64Array(count);
  let possible = 0;
  for (let index = 0; index < count; index += 1) {
    const p = likely[index] as number;
    if (p < floor) continue;
    keys[possible] = Math.round(p * fine) * count + (count - 1 - index);
    possible += 1;
  }
  const sorted = keys.subarray(0, possible).sort();
  const order: number[] = [];
  for (let at = possible - 1; at >= 0; at -= 1) {
    order.push(count - 1 - ((sorted[at] as number) % count));
  }
  return order;
}
