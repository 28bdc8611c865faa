import { newWriter } from '../writer';
import { type Decision, decide } from './decide';
import type { Model } from './forest';
import { kindsOf } from './kinds';
import model from './model.json';
import { type Limits, type Reading, readBlocks } from './read';
import { writeWithout } from './write';

export interface Extract {
  /** The main content, as plain text with light marks. */
  readonly text: string;
  /** UTF-16 units of all that is visible, the main content included. */
  readonly visible: number;
  /** UTF-16 units of the main content that were left out because a limit was reached; about. */
  readonly cut: number;
  /** Whether the choice may well be wrong: it was close, or there was little to choose from. */
  readonly unsure: boolean;
}

/** An expected F1 below this is a guess. */
const sure = 0.6;
/** UTF-16 units of main content below which it is more likely that it was not recognised. */
const little = 140;

/** The main content of a page as it stands in the browser; everything visible when none is found. */
export function extract(document: Document, limits: Limits, trained: Model = model): Extract {
  const root = document.body ?? document.documentElement;
  const about = { title: document.title, kinds: kindsOf(document) };
  const reading = readBlocks(root, about, limits);
  const decision = decide(reading.seen, trained);
  const kept = lengthOf(reading, decision.kept);
  const found = kept > 0;
  const writer = newWriter(limits.text, limits.isLate);
  writeWithout(found ? droppedIn(reading, decision) : new Set(), root, writer);
  return {
    text: writer.out,
    visible: Math.max(writer.out.length, lengthOf(reading, null)),
    cut: writer.cut,
    unsure: !found || kept < little || decision.expected < sure,
  };
}

function lengthOf({ seen }: Reading, kept: readonly boolean[] | null): number {
  return seen.blocks.reduce(
    (sum, { text }, index) => (!kept || kept[index] ? sum + text.length + 1 : sum),
    0,
  );
}

/** The largest elements of which nothing is kept, and text that is not kept beside some that is. */
function droppedIn({ seen, elements, texts }: Reading, { kept }: Decision): ReadonlySet<Node> {
  const before = [0];
  for (const [index, one] of kept.entries()) before.push((before[index] ?? 0) + Number(one));
  const dropped = new Set<Node>();
  for (const [index, { start, end }] of seen.boxes.entries()) {
    const element = elements[index];
    if (element && end > start && before[end] === before[start]) dropped.add(element);
  }
  for (const [index, nodes] of texts.entries()) {
    if (!kept[index]) for (const node of nodes) dropped.add(node);
  }
  return dropped;
}
