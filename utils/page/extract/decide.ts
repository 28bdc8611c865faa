import { bestCut } from './cut';
import { tableOf } from './features';
import { decode, likelihood, type Model } from './forest';
import type { Block, Seen } from './seen';
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
  const { numbers, twins, width, sums } = yield* tableOf(seen);
  const count = seen.blocks.length;
  const likely = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    if ((twins[index] as number) < 0) likely[index] = likelihood(forest, numbers, index * width);
    if (index % stride === 0) yield;
  }
  for (let index = 0; index < count; index += 1) {
    const twin = twins[index] as number;
    if (twin >= 0) likely[index] = likely[twin] as number;
  }
  const { at, expected } = bestCut(likely, sums.words);
  return { kept: keptOf(seen, likely, at), expected };
}

/** UTF-16 units above which a text that is there again tells nothing new. Shorter ones are labels, and prices. */
const long = 100;

/** Pages hold some of their texts more than once: for small screens, for carousels, as a teaser of themselves. */
function keptOf({ blocks }: Seen, likely: Float64Array, least: number): readonly boolean[] {
  const known = new Set<string>();
  const kept: boolean[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const isLikely = (likely[index] as number) >= least;
    const { text } = blocks[index] as Block;
    const isCopy = isLikely && text.length >= long && known.has(text);
    if (isLikely && text.length >= long) known.add(text);
    kept.push(isLikely && !isCopy);
  }
  return kept;
}
