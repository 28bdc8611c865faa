import { browser } from 'wxt/browser';
import type { WantedPassage } from '../core/source/citation';
import { highlightName, leavePassage } from '../page/wanted-passage';

/** How showing a passage in its page went; `needs-gesture`: the browser wants one of the user on the tab. */
export type Shown = 'shown' | 'gone' | 'needs-gesture';

/** What can be done in the frames of a tab; each fails where the browser forbids it. */
export interface Pointer {
  style(frames: Frames, css: string): Promise<unknown>;
  leave(frames: Frames, wanted: WantedPassage): Promise<unknown>;
  /** What each frame answers. */
  show(frames: Frames): Promise<readonly ({ readonly result?: unknown } | undefined)[]>;
}

type Frames = { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true };

const { scripting } = browser;
const injectImmediately = true;
const ours: Pointer = {
  // A style of the user's: no element of the page, and none of its own rules comes before it.
  style: (target, css) => scripting.insertCSS({ target, css, origin: 'USER' }),
  leave: (target, wanted) =>
    scripting.executeScript({ target, injectImmediately, func: leavePassage, args: [wanted] }),
  show: (target) =>
    scripting.executeScript({ target, injectImmediately, files: ['/show-passage.js'] }),
};

const css = `::highlight(${highlightName}) { background-color: #ffd65c !important; color: #1d1b19 !important; }`;

/** Scrolls to a passage in a tab and highlights it: in the page itself, else in whichever frames hold it. */
export async function showPassage(
  tabId: number,
  wanted: WantedPassage,
  pointer: Pointer = ours,
): Promise<Shown> {
  try {
    const page = { tabId, frameIds: [0] };
    if (await showIn(page, wanted, pointer)) return 'shown';
    return (await showIn({ tabId, allFrames: true }, wanted, pointer)) ? 'shown' : 'gone';
  } catch {
    return 'needs-gesture';
  }
}

async function showIn(frames: Frames, wanted: WantedPassage, pointer: Pointer): Promise<boolean> {
  await pointer.style(frames, css);
  await pointer.leave(frames, wanted);
  return (await pointer.show(frames)).some((told) => told?.result === true);
}
