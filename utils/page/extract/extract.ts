import type { Steps } from '../../core/steps';
import { isConnected, startOf, titleOf } from '../pristine';
import { newWriter, written } from '../writer';
import { lengthAround } from './around';
import { unseen } from './counted';
import { decide } from './decide';
import type { Model } from './forest';
import { kindsOf } from './kinds';
import { type Limits, type Reading, readBlocks } from './read';
import type { Block } from './seen';
import { withNoneOf } from './tape';
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
/** Of the main content, an expected share below this: a long page of which much is doubtful is kept to what is not. */
const sureShare = 0.7;
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
  let reading = yield* readBlocks(root, about, limits, model === null);
  const decision = model && (yield* decide(reading.seen, model));
  const found = decision ? lengthOf(reading, decision.kept) : 0;
  const choice = found > 0 ? decision : null;
  if (!choice && reading.around.length > 0) reading = yield* readBlocks(root, about, limits, true);
  const writer = newWriter(limits.text, isLateToWrite);
  yield* writeKept(keptOf(reading, choice?.kept ?? null), writer);
  const out = written(writer);
  const unwritten = writer.full ? lengthOf(reading, choice?.kept ?? null) - out.length : 0;
  const isGuess = !choice || found < little || choice.expected < sure || choice.share < sureShare;
  return {
    text: out,
    everything: choice === null,
    visible: Math.max(out.length, lengthOf(reading, null) + lengthAround(root, reading.around)),
    cut: Math.max(writer.cut, unwritten) + (reading.partial ? lengthAfter(root, reading) : 0),
    frame: reading.frames.unread?.address ?? null,
    unsure:
      reading.lost ||
      shareGone(reading, choice?.kept ?? null) > muchGone ||
      (model !== null && isGuess),
  };
}

function lengthOf({ seen }: Reading, kept: readonly boolean[] | null): number {
  const { blocks } = seen;
  let length = 0;
  for (let index = 0; index < blocks.length; index += 1) {
    if (!kept || kept[index]) length += (blocks[index] as Block).text.length + 1;
  }
  return length;
}

/** How much of what was read may have left the page since: above this it is said. */
const muchGone = 0.1;

function shareGone({ seen, tape, places }: Reading, kept: readonly boolean[] | null): number {
  let gone = 0;
  let all = 0;
  for (let index = 0; index < seen.blocks.length; index += 1) {
    if (kept && !kept[index]) continue;
    const { box, text } = seen.blocks[index] as Block;
    all += text.length;
    if (!isConnected(tape.items[places[box] as number] as Element)) gone += text.length;
  }
  return all > 0 ? gone / all : 0;
}

/** About: what nobody sees is counted too, because a closer look is what there was no time for. */
function lengthAfter(root: Element, reading: Reading): number {
  return Math.max(0, (root.textContent?.length ?? 0) - lengthOf(reading, null));
}

function keptOf({ tape, hidden }: Reading, kept: readonly boolean[] | null): Kept {
  const dropped = kept ? withNoneOf(kept, tape) : new Uint8Array(tape.items.length);
  for (const place of hidden) dropped[place] = unseen;
  return { tape, blocks: kept, dropped };
}
