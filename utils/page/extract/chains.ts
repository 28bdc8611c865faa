import type { Box, Seen } from './seen';
import type { Steps } from './steps';
import { log, type Sums, share, stride, within } from './sums';

/** More levels than this are cut off, so that the deepest page costs little. */
const longestChain = 60;
/** What is told of a box in a row. */
export const boxWidth = 4;

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
  /** For the head, how many steps it is to one with the whole heart in it; for each heart. */
  readonly toHearts: readonly Int32Array[];
  /** For the head, what is told of it. */
  readonly told: Float32Array;
}

export function* chainsIn({ boxes }: Seen, sums: Sums, hearts: Hearts): Steps<Chains> {
  const numbers = () => new Int32Array(boxes.length).fill(-1);
  const chains: Chains = {
    heads: numbers(),
    next: numbers(),
    lengths: new Uint8Array(boxes.length),
    tops: numbers(),
    toHearts: hearts.map(numbers),
    told: new Float32Array(boxes.length * boxWidth),
  };
  for (let index = 0; index < boxes.length; index += 1) {
    addBox(chains, boxes, index, sums, hearts);
    if (index % stride === 0) yield;
  }
  return chains;
}

type Hearts = readonly (Box | null)[];

function addBox(
  { heads, next, lengths, tops, toHearts, told }: Chains,
  boxes: readonly Box[],
  index: number,
  sums: Sums,
  hearts: Hearts,
): void {
  const box = boxes[index] as Box;
  const outer = box.parent < 0 ? -1 : (heads[box.parent] as number);
  const around = boxes[outer];
  const size = box.end - box.start;
  const length = lengths[outer] ?? 0;
  if (size <= 1 || length >= longestChain || (around && size >= around.end - around.start)) {
    heads[index] = outer;
    return;
  }
  heads[index] = index;
  next[index] = outer;
  lengths[index] = length + 1;
  const allWords = sums.words[sums.words.length - 1] as number;
  const words = within(sums.words, box);
  const outerTop = tops[outer] ?? -1;
  tops[index] = outerTop < 0 && words < allWords * 0.85 ? index : outerTop;
  for (let at = 0; at < hearts.length; at += 1) {
    const heart = hearts[at];
    const steps = toHearts[at] as Int32Array;
    const above = steps[outer] ?? -1;
    if (heart && box.start <= heart.start && box.end >= heart.end) steps[index] = 0;
    else steps[index] = above < 0 ? -1 : above + 1;
  }
  tell(told, index * boxWidth, box, sums, words, allWords);
}

function tell(
  told: Float32Array,
  at: number,
  box: Box,
  sums: Sums,
  words: number,
  allWords: number,
): void {
  told[at] = log(words);
  told[at + 1] = share(within(sums.linkWords, box), words);
  told[at + 2] = share(within(sums.proseWords, box), words);
  told[at + 3] = share(words, allWords);
}

/** The smallest boxes with half of the page's sentences, and with 80 % of them. */
export function heartsIn({ boxes }: Seen, sums: Sums): Hearts {
  const all = sums.proseWords[sums.proseWords.length - 1] as number;
  let half: Box | null = null;
  let most: Box | null = null;
  for (const box of boxes) {
    const prose = within(sums.proseWords, box);
    if (prose < all * 0.5) continue;
    const size = box.end - box.start;
    if (!half || size <= half.end - half.start) half = box;
    if (prose >= all * 0.8 && (!most || size <= most.end - most.start)) most = box;
  }
  return [half, most];
}
