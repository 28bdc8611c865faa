import type { WantedPassage } from '../core/source/citation';

/** Name of the highlight among the page's own. */
export const highlightName = 'gloss-passage';

declare global {
  /** Left by the background in a world of ours that no page sees: a file takes no arguments. */
  var glossPassage: WantedPassage | undefined;
}

/** Leaves a passage for the script that is run next. It is itself run in the page, so all of it must be in this function. */
export function leavePassage(wanted: WantedPassage): void {
  globalThis.glossPassage = wanted;
}

/** The passage that was left; it is for one time. */
export function takePassage(): WantedPassage | undefined {
  const wanted = globalThis.glossPassage;
  globalThis.glossPassage = undefined;
  return wanted;
}
