import { bestCut } from './cut';
import { evened } from './evened';
import { type Table, tableOf } from './features';
import { decode, likelihood, type Model, oddsOf } from './forest';
import type { Block, Seen } from './seen';
import type { Steps } from './steps';
import { askedOf } from './twins';

export interface Decision {
  /** For each block, whether it belongs to the main content. */
  readonly kept: readonly boolean[];
  /** The F1 score that is to be expected of it, 0 to 1. */
  readonly expected: number;
}

/** Blocks that are judged before there may be a pause. */
const stride = 64;

export function* decide(seen: Seen, model: Model): Steps<Decision> {
  const table = yield* tableOf(seen);
  const likely = yield* likelyIn(table, model);
  const { at, expected } = bestCut(likely, table.sums.words);
  return { kept: keptOf(seen, likely, at), expected };
}

/** How likely it is of each block that it belongs to the main content. */
export function* likelyIn({ numbers, twins, width, places }: Table, model: Model) {
  const forest = decode(model);
  const odds = new Float64Array(places.length);
  for (const [at, alike] of twins.entries()) {
    const asked = askedOf(alike);
    const judged = asked.map((index) => oddsOf(forest, numbers, index * width));
    const mean = judged.reduce((sum, each) => sum + each, 0) / judged.length;
    for (const index of alike) odds[index] = mean;
    if (at % stride === 0) yield;
  }
  return evened(odds, places).map(likelihood);
}

/** UTF-16 units above which a text that is there again tells nothing new. Shorter ones are labels, and prices. */
const long = 60;

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
