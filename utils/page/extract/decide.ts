import { bestCut } from './cut';
import { tableOf } from './features';
import { decode, likelihood, type Model } from './forest';
import type { Seen } from './seen';
import type { Steps } from './steps';

export interface Decision {
  /** For each block, whether it belongs to the main content. */
  readonly kept: readonly boolean[];
  /** The F1 score that is to be expected of it, 0 to 1. */
  readonly expected: number;
}

/** Blocks that are judged before there may be a pause. */
const stride = 64;

export function* decide(seen: Seen, model: Model): Steps<Decision> {
  const forest = decode(model);
  const { numbers, width, sums } = yield* tableOf(seen);
  const count = seen.blocks.length;
  const likely = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    likely[index] = likelihood(forest, numbers, index * width);
    if (index % stride === 0) yield;
  }
  const { at, expected } = bestCut(likely, sums.words);
  const kept = Array.from(likely, (p) => p >= at);
  return { kept: withoutCopies(seen, kept), expected };
}

/** UTF-16 units above which a text that is there again tells nothing new. Shorter ones are labels, and prices. */
const long = 100;

/** Pages hold some of their texts more than once: for small screens, for carousels, as a teaser of themselves. */
function withoutCopies({ blocks }: Seen, kept: readonly boolean[]): readonly boolean[] {
  const known = new Set<string>();
  return kept.map((isKept, index) => {
    const text = blocks[index]?.text ?? '';
    if (!isKept || text.length < long) return isKept;
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}
