import type { Put } from './order';
import { inParagraphs } from './paragraphs';
import { selectionOf, typeIn } from './pristine';

/**
 * Types a text where the selection is. Firefox makes line breaks of its paragraphs, and leaves none at all where whole ones
 * are replaced (measured in 153): there whole ones are put in the place of those that it touches, in one step for its undo.
 */
export function typeText(document: Document, text: string, how: Put): void {
  const selection = selectionOf(document);
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  // A command that only Firefox's editing knows.
  const makesBreaks = document.queryCommandSupported('enableObjectResizing');
  if (selection && range && makesBreaks && typeParagraphs(document, text, how, selection, range))
    return;
  typeIn(document, 'insertText', text);
}

/** False where it makes no paragraphs, or where the page allows no markup. */
function typeParagraphs(
  document: Document,
  text: string,
  how: Put,
  selection: Selection,
  range: Range,
): boolean {
  const instead = inParagraphs(text, how, range);
  if (!instead) return false;
  const old = range.cloneRange();
  put(selection, instead.range);
  try {
    return typeIn(document, 'insertHTML', instead.markup);
  } catch {
    // Where the Trusted Types of a page hold for us as well.
    put(selection, old);
    return false;
  }
}

function put(selection: Selection, range: Range): void {
  selection.removeAllRanges();
  selection.addRange(range);
}
