import { isConnected, startOf, titleOf } from '../pristine';
import { breakAtLeast, newWriter, type Writer, write } from '../writer';
import { decide } from './decide';
import type { Model } from './forest';
import { kindsOf } from './kinds';
import { type Limits, type Reading, readBlocks } from './read';
import type { Block } from './seen';
import type { Steps } from './steps';
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
  /** Address of a frame of another origin that takes a large part of the window: what is in it is not known. */
  readonly frame: string | null;
  /** Whether the choice may well be wrong: it was close, or there was little to choose from. */
  readonly unsure: boolean;
}

/** An expected F1 below this is a guess. */
const sure = 0.6;
/** UTF-16 units of main content below which it is more likely that it was not recognised. */
const little = 140;

/** The main content of a page as it stands in the browser; everything visible when none is found, or without a model. */
export function* extract(
  document: Document,
  limits: Limits,
  isLateToWrite: () => boolean,
  model: Model | null,
): Steps<Extract> {
  const root = startOf(document);
  const about = { title: titleOf(document), kinds: kindsOf(document) };
  const reading = yield* readBlocks(root, about, limits);
  const decision = model && (yield* decide(reading.seen, model));
  const found = decision ? lengthOf(reading, decision.kept) : 0;
  const choice = found > 0 ? decision : null;
  const { gone, out, cut } = yield* written(reading, choice?.kept ?? null, root, () =>
    newWriter(limits.text, isLateToWrite),
  );
  const isGuess = !choice || found < little || choice.expected < sure;
  return {
    text: out,
    everything: choice === null,
    visible: Math.max(out.length, lengthOf(reading, null)),
    cut: cut + (reading.partial ? lengthAfter(root, reading) : 0),
    frame: reading.frames.unread?.address ?? null,
    unsure: reading.lost || gone > muchGone || (model !== null && isGuess),
  };
}

/** Writes it; what is no more in the page, just as it was read. */
function* written(
  reading: Reading,
  choice: readonly boolean[] | null,
  root: Element,
  begin: () => Writer,
): Steps<Pick<Writer, 'out' | 'cut'> & { readonly gone: number }> {
  const kept = keptOf(reading, choice);
  const writer = begin();
  yield* writeKept(kept, root, writer);
  const gone = shareGone(reading, choice);
  if (gone <= mostGone) return { gone, out: writer.out, cut: writer.cut };
  const plain = begin();
  writePlain(reading, choice, plain);
  return { gone, out: plain.out, cut: plain.cut };
}

function lengthOf({ seen }: Reading, kept: readonly boolean[] | null): number {
  return seen.blocks.reduce(
    (sum, { text }, index) => (!kept || kept[index] ? sum + text.length + 1 : sum),
    0,
  );
}

/** How much of what was read has left the page since: above this it is said, */
const muchGone = 0.1;
/** and above this it is written as it was read, without marks. */
const mostGone = 0.5;

function shareGone({ seen, texts }: Reading, kept: readonly boolean[] | null): number {
  let [gone, all] = [0, 0];
  for (let index = 0; index < texts.length; index += 1) {
    if (kept && !kept[index]) continue;
    const { length } = (seen.blocks[index] as Block).text;
    all += length;
    // Where its last text is, the others are.
    const last = texts[index]?.at(-1);
    if (last && !isConnected(last)) gone += length;
  }
  return all > 0 ? gone / all : 0;
}

function writePlain({ seen }: Reading, kept: readonly boolean[] | null, writer: Writer): void {
  for (const [index, { text }] of seen.blocks.entries()) {
    if (kept && !kept[index]) continue;
    breakAtLeast(writer, 2);
    write(writer, text, false);
  }
}

/** About: what nobody sees is counted too, because a closer look is what there was no time for. */
function lengthAfter(root: Element, reading: Reading): number {
  return Math.max(0, (root.textContent?.length ?? 0) - lengthOf(reading, null));
}

/** The texts of the kept blocks, or of all, and the elements without any of them. */
function keptOf(
  { seen, elements, texts, hidden, frames }: Reading,
  kept: readonly boolean[] | null,
): Kept {
  const before = new Uint32Array(texts.length + 1);
  const chosen = new Set<Text>();
  for (let index = 0; index < texts.length; index += 1) {
    const isKept = kept === null || kept[index] === true;
    before[index + 1] = (before[index] as number) + Number(isKept);
    if (!isKept) continue;
    for (const text of texts[index] as readonly Text[]) chosen.add(text);
  }
  const dropped = new Set(hidden);
  for (const [index, { start, end }] of seen.boxes.entries()) {
    const element = elements[index];
    if (element && end > start && before[end] === before[start]) dropped.add(element);
  }
  return { texts: chosen, dropped, frames: frames.read };
}
