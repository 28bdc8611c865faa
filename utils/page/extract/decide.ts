import { bestCut } from './cut';
import { tableOf } from './features';
import { decode, likelihood, type Model } from './forest';
import type { Seen } from './seen';

export interface Decision {
  /** For each block, whether it belongs to the main content. */
  readonly kept: readonly boolean[];
  /** The F1 score that is to be expected of it, 0 to 1. */
  readonly expected: number;
}

export function decide(seen: Seen, model: Model): Decision {
  const { numbers, width, sums } = tableOf(seen);
  const forest = decode(model);
  const likely = seen.blocks.map((_, index) => likelihood(forest, numbers, index * width));
  const words = sums.measures.map((measure) => measure.words);
  const { at, expected } = bestCut(likely, words);
  return { kept: likely.map((p) => p >= at), expected };
}
