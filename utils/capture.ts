import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Problem } from './core/problem';
import { captureLimit, type Source } from './core/source';
import { agrees } from './page/agrees';
import {
  addressLimit,
  type Captured,
  type Clean,
  clean,
  cleanTitle,
  languageLimit,
  titleLimit,
} from './page/captured';

/** What to capture, with what the browser itself told about it. */
export interface Target {
  readonly tabId: number;
  /** The frame that was clicked; without it the selection may be in any. */
  readonly frameId?: number | undefined;
  readonly selectionText?: string | undefined;
  /** The tab's, where they are known: used before the page's own words. */
  readonly title?: string | undefined;
  readonly address?: string | undefined;
  /** `page`: its text, whatever is selected. */
  readonly wants: 'selection-or-page' | 'page';
}

export type Capture =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The part of `browser.scripting` that is needed. */
export interface Scripting {
  executeScript(injection: Injection): Promise<readonly Injected[]>;
}

interface Injection {
  readonly target: { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true };
  readonly files: Script[];
  readonly injectImmediately: boolean;
}

interface Injected {
  readonly frameId: number;
  readonly result?: unknown;
}

type Script = '/capture.js' | '/capture-page.js';
/** One frame's answer, parsed; null when it was not given in time or is none. */
type Read = (script: Script, frameId: number) => Promise<Captured | null>;

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
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const captured = v.variant('kind', [
  v.object({ kind: v.literal('nothing'), ...place }),
  v.object({
    kind: v.picklist(['selection', 'page']),
    text: v.pipe(v.string(), v.maxLength(captureLimit)),
    hidden: count,
    cut: count,
    ...place,
  }),
]);

/** Reads a tab's selection or text; `limitMs` in all, because some pages never answer. */
export async function capture(
  target: Target,
  scripting: Scripting = browser.scripting,
  limitMs = 2000,
): Promise<Capture> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await captureWithin(target, scripting, timeUp);
  } finally {
    clearTimeout(timer);
  }
}

async function captureWithin(
  target: Target,
  scripting: Scripting,
  timeUp: Promise<null>,
): Promise<Capture> {
  const inject = (script: Script, frames: { frameIds: number[] } | { allFrames: true }) =>
    run(
      scripting,
      { target: { tabId: target.tabId, ...frames }, files: [script], injectImmediately: true },
      timeUp,
    );
  const read: Read = async (script, frameId) =>
    (await inject(script, { frameIds: [frameId] })).get(frameId) ?? null;

  if (target.wants === 'page') return whole(await read('/capture-page.js', 0), target);
  const told = clean(target.selectionText ?? '', captureLimit);
  const clicked = await read('/capture.js', target.frameId ?? 0);
  if (told.text !== '') return selected(clicked, told, target);
  if (clicked === null) return refused(read, target);
  if (clicked.frame === null || target.frameId !== undefined) return whole(clicked, target);
  return inFrames(clicked, clicked.frame, await inject('/capture.js', { allFrames: true }), target);
}

async function run(
  scripting: Scripting,
  injection: Injection,
  timeUp: Promise<null>,
): Promise<ReadonlyMap<number, Captured>> {
  const answers = new Map<number, Captured>();
  const all = await Promise.race([scripting.executeScript(injection).catch(() => null), timeUp]);
  for (const { frameId, result } of all ?? []) {
    const parsed = v.safeParse(captured, result);
    if (parsed.success) answers.set(frameId, parsed.output);
  }
  return answers;
}

/** The browser's own words are always there; the page's are better where both say the same: they keep line breaks. */
function selected(answer: Captured | null, told: Clean, target: Target): Capture {
  const found = answer?.kind === 'selection' && agrees(answer.text, told.text) ? answer : told;
  return source('selection', found, answer, target);
}

function whole(answer: Captured | null, target: Target): Capture {
  if (answer === null) return problem('page-forbids');
  if (answer.kind === 'nothing') return problem('nothing-selected');
  return source(answer.kind, answer, answer, target);
}

/** Offers the page instead of a frame that was clicked, if there is one to offer. */
async function refused(read: Read, target: Target): Promise<Capture> {
  if (!target.frameId) return problem('page-forbids');
  const page = await read('/capture-page.js', 0);
  return problem(page?.kind === 'page' ? 'frame-unreadable' : 'page-forbids');
}

/** The focus is in a frame that the page cannot look into: the frames are asked themselves. */
function inFrames(
  top: Captured,
  focused: string,
  answers: ReadonlyMap<number, Captured>,
  target: Target,
): Capture {
  const frames = [...answers].filter(([frameId]) => frameId !== 0).map(([, answer]) => answer);
  const found = frames.find((answer) => answer.kind === 'selection');
  if (found?.kind === 'selection') return source('selection', found, top, target);
  const answered = frames.some((answer) => originOf(answer.address) === originOf(focused));
  return answered ? whole(top, target) : problem('frame-unreadable');
}

function source(
  kind: Source['kind'],
  found: Clean,
  where: Captured | null,
  target: Target,
): Capture {
  // Once more: the rules for a source must hold whatever a renderer sends.
  const { text, hidden, cut } = clean(found.text, captureLimit);
  if (text === '') return problem('nothing-selected');
  return {
    kind: 'source',
    source: {
      kind,
      text,
      title: cleanTitle(target.title ?? where?.title ?? ''),
      address: (target.address ?? where?.address ?? '').slice(0, addressLimit),
      language: where?.language ?? null,
      hidden: hidden + found.hidden,
      cut: cut + found.cut,
    },
  };
}

function problem(kind: 'page-forbids' | 'nothing-selected' | 'frame-unreadable'): Capture {
  return { kind: 'problem', problem: { kind } };
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
