import type { WantedPassage } from '../core/source/citation';
import { findPassage } from './passage';
import { selectionOf } from './pristine';
import { highlightName } from './wanted-passage';

/** Scrolls to a passage and marks it, without a change of the page's elements. Whether it is there. */
export function showPassage(document: Document, wanted: WantedPassage): boolean {
  const ranges = findPassage(document, wanted);
  const [first] = ranges;
  if (!first) return false;
  scrollTo(first);
  if (!highlight(ranges)) select(document, first, ranges.at(-1) ?? first);
  return true;
}

function scrollTo(range: Range): void {
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top, bottom } = range.getBoundingClientRect();
  // Its paragraph may be longer than what can be seen.
  if (top < 0 || bottom > innerHeight)
    scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
}

/** Until the next click into the page. */
function highlight(ranges: readonly Range[]): boolean {
  try {
    CSS.highlights.set(highlightName, new Highlight(...ranges));
    const remove = () => CSS.highlights.delete(highlightName);
    addEventListener('pointerdown', remove, { once: true, capture: true });
    return CSS.highlights.has(highlightName);
  } catch {
    return false;
  }
}

function select(document: Document, first: Range, last: Range): void {
  selectionOf(document)?.setBaseAndExtent(
    first.startContainer,
    first.startOffset,
    last.endContainer,
    last.endOffset,
  );
}
