import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { EditablePlace } from '../core/source/source';
import { type Answer, leaveOrder, type Order, type Put } from '../page/order';
import { pasteInPage, pretendFocus } from '../page/paste';

/** How writing into a page went. */
export type PutOutcome =
  /** `changed`: what was captured does not stand there any more; `unclear`: more than once; `ignored`: the page did not take it. */
  | Exclude<Answer['kind'], 'selected'>
  /** The frame is not there any more. */
  | 'gone'
  /** The browser wants a gesture of the user on the tab. */
  | 'needs-gesture';

/** Which text is to be written where. */
export interface Writing {
  readonly tabId: number;
  readonly place: EditablePlace;
  readonly expected: string;
  readonly text: string;
  readonly how: Put;
}

/** What can be done in a frame; each answers what was told there, and fails where the browser forbids it. */
export interface Hands {
  leave(target: Target, order: Order): Promise<unknown>;
  obey(target: Target): Promise<unknown>;
  pretendFocus(target: Target): Promise<unknown>;
  paste(target: Target, text: string): Promise<unknown>;
  touch(target: Target): Promise<unknown>;
}

type Target = { tabId: number; frameIds: number[] };

const { scripting } = browser;
const injectImmediately = true;
const ours: Hands = {
  leave: (target, order) =>
    first(scripting.executeScript({ target, injectImmediately, func: leaveOrder, args: [order] })),
  obey: (target) =>
    first(scripting.executeScript({ target, injectImmediately, files: ['/put-text.js'] })),
  paste: (target, text) =>
    first(
      scripting.executeScript({
        target,
        injectImmediately,
        world: 'MAIN',
        func: pasteInPage,
        args: [text],
      }),
    ),
  pretendFocus: (target) =>
    first(
      scripting.executeScript({ target, injectImmediately, world: 'MAIN', func: pretendFocus }),
    ),
  touch: (target) =>
    first(scripting.executeScript({ target, injectImmediately, func: () => true })),
};

async function first(told: Promise<readonly ({ result?: unknown } | undefined)[]>) {
  return (await told)[0]?.result;
}

const string = v.string();
const answer: v.GenericSchema<unknown, Answer> = v.variant('kind', [
  v.object({ kind: v.literal('selected'), text: string, around: v.strictTuple([string, string]) }),
  v.object({ kind: v.picklist(['written', 'changed', 'unclear', 'too-long', 'ignored']) }),
]);

/** Writes a text into a page, if what it is to replace or to follow still stands there. */
export async function putText(writing: Writing, hands: Hands = ours): Promise<PutOutcome> {
  const { tabId, place, expected, text, how } = writing;
  const target = { tabId, frameIds: [place.frameId] };
  const { mark } = place;
  const order: Order = { step: 'find', expected, text, how, around: ['', ''], mark };
  if (place.kind === 'rich') await attempt(hands.pretendFocus(target));
  const found = await step(order, target, hands);
  if (found === null) return whyNot(writing, hands);
  if (found.kind !== 'selected') return found.kind;
  const given = { ...order, text: found.text, around: found.around };
  const taken = await attempt(hands.paste(target, given.text));
  const put = await step({ ...given, step: taken === true ? 'check' : 'type' }, target, hands);
  return put === null || put.kind === 'selected' ? 'ignored' : put.kind;
}

async function step(order: Order, target: Target, hands: Hands): Promise<Answer | null> {
  await attempt(hands.leave(target, order));
  const parsed = v.safeParse(answer, await attempt(hands.obey(target)));
  return parsed.success ? parsed.output : null;
}

/** If the page itself can be reached, it is the frame that cannot. */
async function whyNot({ tabId, place }: Writing, hands: Hands): Promise<PutOutcome> {
  if (place.frameId === 0) return 'needs-gesture';
  const reached = await attempt(hands.touch({ tabId, frameIds: [0] }));
  return reached === true ? 'gone' : 'needs-gesture';
}

/** Null where the browser forbids it: it tells so in words that differ by browser and version. */
function attempt(asked: Promise<unknown>): Promise<unknown> {
  return asked.catch(() => null);
}
