import { startOf, titleOf } from '../pristine';
import { newWriter } from '../writer';
import { decide } from './decide';
import type { Model } from './forest';
import { kindsOf } from './kinds';
import { type Limits, type Reading, readBlocks } from './read';
import { type Kept, writeKept } from './write';

export interface Extract {
  /** As plain text with light marks. */
  readonly text: string;
  /** Whether it is all that is visible: no main content was found, or none was asked for. */
  readonly everything: boolean;
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

/** The main content of a page as it stands in the browser; everything visible when none is found, or without a model. */
export function extract(
  document: Document,
  limits: Limits,
  isLateToWrite: () => boolean,
  model: Model | null,
): Extract {
  const root = startOf(document);
  const about = { title: titleOf(document), kinds: kindsOf(document) };
  const reading = readBlocks(root, about, limits);
  const decision = model && decide(reading.seen, model);
  const kept = decision ? lengthOf(reading, decision.kept) : 0;
  const choice = kept > 0 ? decision : null;
  const writer = newWriter(limits.text, isLateToWrite);
  writeKept(keptOf(reading, choice?.kept ?? null), root, writer);
  return {
    text: writer.out,
    everything: choice === null,
    visible: Math.max(writer.out.length, lengthOf(reading, null)),
    cut: writer.cut + (reading.partial ? lengthAfter(root, reading) : 0),
    unsure: !choice || kept < little || choice.expected < sure,
  };
}

function lengthOf({ seen }: Reading, kept: readonly boolean[] | null): number {
  return seen.blocks.reduce(
    (sum, { text }, index) => (!kept || kept[index] ? sum + text.length + 1 : sum),
    0,
  );
}

/** About: what nobody sees is counted too, because a closer look is what there was no time for. */
function lengthAfter(root: Element, reading: Reading): number {
  return Math.max(0, (root.textContent?.length ?? 0) - lengthOf(reading, null));
}

/** The texts of the kept blocks, or of all, and the elements without any of them. */
function keptOf({ seen, elements, texts }: Reading, kept: readonly boolean[] | null): Kept {
  const before = [0];
  for (const index of texts.keys()) {
    before.push((before[index] ?? 0) + Number(kept?.[index] ?? true));
  }
  const dropped = new Set<Element>();
  for (const [index, { start, end }] of seen.boxes.entries()) {
    const element = elements[index];
    if (element && end > start && before[end] === before[start]) dropped.add(element);
  }
  const chosen = texts.filter((_, index) => kept?.[index] ?? true);
  return { texts: new Set(chosen.flat()), dropped };
}
