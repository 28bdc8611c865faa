import { browser } from 'wxt/browser';
import { originAt } from '../core/host';
import type { Problem } from '../core/problem';
import { captureLimit, type Source, toldLimit, type Wanted } from '../core/source/source';
import {
  addressLimit,
  type Captured,
  type Clean,
  clean,
  cleanTitle,
  type Taken,
} from '../page/captured';
import { agrees } from './agrees';
import { inject, type Script, type Scripting } from './inject';
import { noText, unread } from './unread';

/** What to capture, with what the browser itself told about it. */
export interface Target {
  readonly tabId: number;
  /** The frame that was clicked; without it the selection may be in any. */
  readonly frameId?: number | undefined;
  readonly selectionText?: string | undefined;
  /** The tab's, where they are known: used before the page's own words. */
  readonly title?: string | undefined;
  readonly address?: string | undefined;
  readonly wants: Wanted;
  /** With a selection also the page that it stands in, where that can be read. */
  readonly around?: boolean | undefined;
}

export type Capture =
  /** `shielded`: what the user decided when it was shown; without it the site decides. */
  | { readonly kind: 'source'; readonly source: Source; readonly shielded?: boolean | undefined }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** One frame's answer; null when it was not given in time or is none. */
type Read = (script: Script, frameId: number) => Promise<Captured | null>;

/** Reads a tab's selection or text; `limitMs` in all, because some pages never answer. */
export async function capture(
  target: Target,
  scripting: Scripting = browser.scripting,
  limitMs = 2000,
): Promise<Capture> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const timeUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(null);
    }, limitMs);
  });
  try {
    const captured = await captureWithin(target, scripting, timeUp);
    // A page that is closed to us says so at once.
    return isLate && isForbidden(captured) ? unread('page-silent') : captured;
  } finally {
    clearTimeout(timer);
  }
}

function isForbidden(captured: Capture): boolean {
  return captured.kind === 'problem' && captured.problem.kind === 'page-forbids';
}

async function captureWithin(
  target: Target,
  scripting: Scripting,
  timeUp: Promise<null>,
): Promise<Capture> {
  const { tabId } = target;
  const read: Read = async (script, frameId) => {
    const answers = await inject(scripting, script, { tabId, frameIds: [frameId] }, timeUp);
    return answers.get(frameId) ?? null;
  };

  if (target.wants === 'everything') return whole(await read('/want-everything.js', 0), target);
  if (target.wants === 'page') return whole(await read('/capture-page.js', 0), target);
  const inAllFrames = () => inject(scripting, '/capture.js', { tabId, allFrames: true }, timeUp);
  const found = await selectionIn(target, read, inAllFrames);
  if (found) return target.around ? withPage(found, read) : found;
  if (target.wants === 'selection') return unread('nothing-selected', { needed: true });
  return whole(await read('/capture-page.js', target.frameId ?? 0), target);
}

/** What is selected, or why that cannot be read; null: nothing is. */
async function selectionIn(
  target: Target,
  read: Read,
  inAllFrames: () => ReturnType<typeof inject>,
): Promise<Capture | null> {
  const clicked = await read('/capture.js', target.frameId ?? 0);
  // The browser tells what is in fields for cards and codes, and in Firefox what is shown as dots.
  const mayTell = !clicked?.secret && target.selectionText;
  const told = clean(maskless(mayTell || ''), captureLimit);
  if (told.text !== '') return selected(clicked, told, target);
  if (clicked === null) return refused(read, target);
  // Who clicked on a password does not want all of its page instead.
  if (clicked.kind === 'nothing' && clicked.secret && target.selectionText)
    return unread('nothing-selected');
  if (clicked.kind === 'selection') return whole(clicked, target);
  if (clicked.frame === null || target.frameId !== undefined) return null;
  return inFrames(clicked, clicked.frame, await inAllFrames(), target);
}

/** A selection with the main content of its page; by itself where that cannot be read. */
async function withPage(found: Capture, read: Read): Promise<Capture> {
  const page = found.kind === 'source' ? await read('/capture-page.js', 0) : null;
  if (found.kind === 'problem' || page === null || page.kind === 'nothing') return found;
  const { source } = found;
  const hidden = source.hidden + page.hidden;
  const cut = source.cut + page.cut;
  return { kind: 'source', source: { ...source, around: page.text, hidden, cut } };
}

/** The browser's own words are always there; the page's are better where both say the same: they keep line breaks. */
function selected(answer: Captured | null, told: Clean, target: Target): Capture {
  if (answer?.kind === 'selection' && agrees(answer.text, told.text)) {
    return source('selection', answer, answer, target);
  }
  const unsure = target.selectionText?.length === toldLimit;
  return source('selection', told, answer, target, unsure);
}

function whole(answer: Captured | null, target: Target): Capture {
  if (answer === null) return unread('page-forbids');
  if (answer.kind === 'nothing') return noText(answer);
  return source(answer.kind, answer, answer, target);
}

/** Offers the page instead of a frame that was clicked, if there is one to offer. */
async function refused(read: Read, target: Target): Promise<Capture> {
  if (!target.frameId) return unread('page-forbids');
  const page = await read('/capture-page.js', 0);
  if (page?.kind === 'nothing' && page.frame) return noText(page);
  return unread(page && page.kind !== 'nothing' ? 'frame-unreadable' : 'page-forbids');
}

/** The focus is in a frame that the page cannot look into: the frames are asked themselves. Null: none has a selection. */
function inFrames(
  top: Captured,
  focused: string,
  answers: ReadonlyMap<number, Captured>,
  target: Target,
): Capture | null {
  const frames = [...answers].filter(([frameId]) => frameId !== 0);
  const inFocus = frames.filter(([, { address }]) => originAt(address) === originAt(focused));
  for (const [frameId, found] of [...inFocus, ...frames]) {
    if (found.kind === 'selection') return source('selection', found, top, { ...target, frameId });
  }
  return inFocus.length > 0 ? null : unread('frame-unreadable');
}

function source(
  kind: Source['kind'],
  found: Clean & Pick<Taken, 'editable' | 'mark' | 'unsure'>,
  where: Captured | null,
  target: Target,
  unsure = false,
): Capture {
  const { text, hidden, cut, editable, mark } = found;
  const frameId = target.frameId ?? 0;
  const page = kind !== 'selection' && where?.kind === kind ? where : null;
  return {
    kind: 'source',
    source: {
      kind,
      text,
      title: cleanTitle(target.title ?? where?.title ?? ''),
      address: (target.address ?? where?.address ?? '').slice(0, addressLimit),
      language: where?.language ?? null,
      hidden,
      cut,
      whole: page?.whole ?? null,
      unsure: unsure || found.unsure === true,
      ...(page?.frame ? { frame: page.frame } : {}),
      media: null,
      place: editable && cut === 0 ? { kind: editable, frameId, ...(mark && { mark }) } : undefined,
    },
  };
}

// Browsers tell the dots of a password as the selection.
function maskless(told: string): string {
  return /^[\s•●◦■]*$/.test(told) ? '' : told;
}
