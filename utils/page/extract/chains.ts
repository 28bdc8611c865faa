import type { Steps } from '../../core/steps';
import type { Box, Seen } from './seen';
import { type Sums, stride, within } from './sums';

/** More levels than this are cut off, so that the deepest page costs little. */
const longestChain = 60;

/**
 * The chain of a box: itself and those around it that each hold more blocks than the one before; none holds only one.
 * All boxes are named by their place, −1 is none.
 */
export interface Chains {
  /** The first box of each box's chain. */
  readonly heads: Int32Array;
  /** For the head of a chain, the next in it. */
  readonly next: Int32Array;
  /** For the head, how many there are. */
  readonly lengths: Uint8Array;
  /** For the head, the outermost that does not hold nearly all of the page. */
  readonly tops: Int32Array;
}

/** What is nearly all. */
const nearly = 0.85;

export function* chainsIn({ boxes }: Seen, sums: Sums): Steps<Chains> {
  const numbers = () => new Int32Array(boxes.length).fill(-1);
  const chains: Chains = {
    heads: numbers(),
    next: numbers(),
    lengths: new Uint8Array(boxes.length),
    tops: numbers(),
  };
  const most = (sums.words.at(-1) as number) * nearly;
  for (let index = 0; index < boxes.length; index += 1) {
    const box = boxes[index] as Box;
    const outer = box.parent < 0 ? -1 : (chains.heads[box.parent] as number);
    const isHead = box.end - box.start > 1 && isLonger(chains, boxes, outer, box);
    chains.heads[index] = isHead ? index : outer;
    if (isHead) addHead(chains, index, outer, within(sums.words, box) < most);
    if (index % stride === 0) yield;
  }
  return chains;
}

function isLonger({ lengths }: Chains, boxes: readonly Box[], outer: number, box: Box): boolean {
  if (outer < 0) return true;
  const { start, end } = boxes[outer] as Box;
  return box.end - box.start < end - start && (lengths[outer] as number) < longestChain;
}

function addHead(
  { next, lengths, tops }: Chains,
  head: number,
  outer: number,
  mayBeTop: boolean,
): void {
  next[head] = outer;
  lengths[head] = (lengths[outer] ?? 0) + 1;
  const outerTop = tops[outer] ?? -1;
  tops[head] = outerTop < 0 && mayBeTop ? head : outerTop;
}

export type Hearts = readonly (Box | null)[];

/** The smallest boxes with half of the page's sentences, and with 80 % of them. */
export function heartsIn({ boxes }: Seen, { heads }: Chains, sums: Sums): Hearts {
  const all = sums.proseWords.at(-1) as number;
  let half: Box | null = null;
  let most: Box | null = null;
  for (let index = 0; index < boxes.length; index += 1) {
    if (heads[index] !== index) continue;
    const box = boxes[index] as Box;
    const prose = within(sums.proseWords, box);
    if (prose < all * 0.5) continue;
    const size = box.end - box.start;
    if (!half || size <= half.end - half.start) half = box;
    if (prose >= all * 0.8 && (!most || size <= most.end - most.start)) most = box;
  }
  return [half, most];
}

/** How many steps up a chain it is to a box with all of another in it; −1 when there is none. */
export function stepsTo(heart: Box, head: number, { next }: Chains, boxes: readonly Box[]): number {
  for (let at = head, steps = 0; at >= 0; steps += 1) {
    const { start, end } = boxes[at] as Box;
    if (start <= heart.start && end >= heart.end) return steps;
    at = next[at] as number;
  }
  return -1;
}
