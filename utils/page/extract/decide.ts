import type { Steps } from '../../core/steps';
import { bestCut, type Cut } from './cut';
import { evened } from './evened';
import { featuresOf } from './features';
import { decode, likelihood, type Model, oddsOf } from './forest';
import type { Block, Box, Seen } from './seen';
import { askedOf, type Twins } from './twins';

export interface Decision extends Cut {
  /** For each block, whether it belongs to the main content. */
  readonly kept: readonly boolean[];
}

/** Blocks that are judged before there may be a pause. */
const stride = 64;

export function* decide(seen: Seen, model: Model): Steps<Decision> {
  const forest = decode(model);
  const { describe, twins, sums, places } = yield* featuresOf(seen);
  const odds = new Float64Array(seen.blocks.length);
  for (let at = 0; at < twins.length; at += 1) {
    const alike = twins[at] as Twins;
    const judged = oddsOf(forest, describe(askedOf(alike)));
    for (let nth = 0; nth < alike.length; nth += 1) odds[alike[nth] as number] = judged;
    if (at % stride === 0) yield;
  }
  const likely = evened(odds, places).map(likelihood);
  const cut = bestCut(likely, sums.words);
  return { ...cut, kept: keptOf(seen, likely, cut.at) };
}

/** UTF-16 units above which a text that is there again tells nothing new. Shorter ones are labels, and prices. */
const long = 60;

const fixed = /^(?:td|th|caption)$/;

/**
 * Whether a text says something where it stands: without it a line of code, a cell, the name of a table or a numbered item
 * would be missing. Not if it is one of several in a cell: so are texts where tables set the parts of a page.
 */
function isFixed(boxes: readonly Box[], at: number): boolean {
  for (let box = boxes[at]; box; box = boxes[box.parent]) {
    const { tag, start, end, parent } = box;
    if (tag === 'pre') return true;
    if (end - start > 1) return false;
    if (fixed.test(tag) || (tag === 'li' && boxes[parent]?.tag === 'ol')) return true;
  }
  return false;
}

/** Pages hold some of their texts more than once: for small screens, for carousels, as a teaser of themselves. */
function keptOf(seen: Seen, likely: Float64Array, least: number): readonly boolean[] {
  const { boxes, blocks } = seen;
  const known = new Set<string>();
  const kept: boolean[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const isLikely = (likely[index] as number) >= least;
    const { text, box } = blocks[index] as Block;
    const isLong = isLikely && text.length >= long;
    kept.push(isLikely && !(isLong && known.has(text) && !isFixed(boxes, box)));
    if (isLong) known.add(text);
  }
  keepTables(seen, kept);
  return kept;
}

const mostCells = 2000;

/**
 * Where cells have one text each, a row of which one is kept is kept whole, and a table of which half is: without its names it
 * says something else. From the last to the first, so that rows come before their table.
 */
function keepTables({ boxes, blocks }: Seen, kept: boolean[]): void {
  for (let part = boxes.length - 1; part >= 0; part -= 1) {
    const { tag, start, end } = boxes[part] as Box;
    if ((tag !== 'tr' && tag !== 'table') || end - start > mostCells) continue;
    const count = kept.slice(start, end).filter(Boolean).length;
    if (count < (tag === 'tr' ? 1 : (end - start) / 2)) continue;
    const isCell = ({ box }: Block) => isFixed(boxes, box) && partAround(boxes, box, tag) === part;
    if (blocks.slice(start, end).every(isCell)) kept.fill(true, start, end);
  }
}

function partAround(boxes: readonly Box[], at: number, tag: string): number {
  let box = at;
  while (boxes[box] && boxes[box]?.tag !== tag) box = boxes[box]?.parent ?? -1;
  return box;
}
