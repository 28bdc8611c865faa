import * as v from 'valibot';
import { captureLimit, editableKinds } from '../core/source/source';
import { addressLimit, type Captured, clean, languageLimit, titleLimit } from '../page/captured';
import { frameWaits, insist } from '../platform/insist';

/** The part of `browser.scripting` that is needed. */
export interface Scripting {
  executeScript(injection: Injection): Promise<readonly (Injected | undefined)[]>;
}

export interface Injection {
  readonly target: Frames;
  readonly files: Script[];
  readonly injectImmediately: boolean;
}

type Frames = { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true };

interface Injected {
  readonly frameId: number;
  readonly result?: unknown;
}

/** What can be run in a page. */
export type Script = '/capture.js' | '/capture-page.js' | '/want-everything.js' | '/capture-pdf.js';

const place = {
  title: v.pipe(v.string(), v.maxLength(titleLimit)),
  address: v.pipe(v.string(), v.maxLength(addressLimit)),
  language: v.fallback(
    v.nullable(
      v.pipe(v.string(), v.maxLength(languageLimit), v.regex(/^[a-z]{2,8}(-[a-z\d]{1,8})*$/i)),
    ),
    null,
  ),
  frame: v.nullable(v.pipe(v.string(), v.maxLength(addressLimit))),
};
const secret = v.optional(v.boolean());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** An answer as far as it has the shape of one. */
export const capturedSchema = v.variant('kind', [
  v.object({ kind: v.literal('nothing'), secret, ...place }),
  v.object({
    kind: v.picklist(['selection', 'page', 'everything']),
    text: v.pipe(v.string(), v.maxLength(captureLimit)),
    hidden: count,
    cut: count,
    whole: v.optional(count),
    unsure: v.optional(v.boolean()),
    editable: v.optional(v.picklist(editableKinds)),
    mark: v.optional(count),
    secret,
    ...place,
  }),
]);

/** Each frame's answer, if it came before the time was up and is one; the rest is as if never said. */
export async function inject(
  scripting: Scripting,
  script: Script,
  target: Frames,
  timeUp: Promise<null>,
): Promise<ReadonlyMap<number, Captured>> {
  const answers = new Map<number, Captured>();
  // Without `injectImmediately` a page that never finishes loading never answers.
  const injection = { target, files: filesOf(script), injectImmediately: true };
  // Refusals are told in words that differ by browser and version: any is one.
  const asked = insist(() => scripting.executeScript(injection), waitsOf(target));
  const settled = asked.catch(() => null);
  for (const injected of (await Promise.race([settled, timeUp])) ?? []) {
    // Firefox answers `undefined` for a page that it protects.
    const parsed = v.safeParse(capturedSchema, injected?.result);
    if (injected && parsed.success) answers.set(injected.frameId, cleaned(parsed.output));
  }
  return answers;
}

function waitsOf(target: Frames): number[] | undefined {
  const isOfFrame = 'frameIds' in target && !target.frameIds.includes(0);
  return isOfFrame ? frameWaits : undefined;
}

/** A wish only leaves word; the script after it answers, and its answer is the one that is told. */
function filesOf(script: Script): Script[] {
  return script === '/want-everything.js' ? [script, '/capture-page.js'] : [script];
}

/** The rules for a source's text hold whatever a renderer sends. */
export function cleaned(answer: Captured): Captured {
  if (answer.kind === 'nothing') return answer;
  const { text, hidden, cut } = clean(answer.text, captureLimit);
  if (text === '') return { ...answer, kind: 'nothing' };
  return { ...answer, text, hidden: hidden + answer.hidden, cut: cut + answer.cut };
}
