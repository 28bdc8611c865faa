import { captureLimit } from '../core/source/source';
import type { Steps } from '../core/steps';
import { addressLimit, type Captured, languageLimit, type Place, titleLimit } from './captured';
import { editableAt } from './editable';
import { findFocus } from './focus';
import { remember } from './known-places';
import { spotAt } from './places';
import { addressOf, attributeOf, isElement, selectionOf, shownParentOf, titleOf } from './pristine';
import { readSelection } from './selection';
import { inSlices, pageSlice } from './slices';
import { newWriter, written } from './writer';

// The background waits 2 s in all, and less than all is better than nothing.
const timeLimit = 700;

/** What is selected, read in slices: a page with a long selection can answer its user meanwhile. */
export function captureDocument(document: Document): Promise<Captured> {
  return inSlices(captureSelection(document), pageSlice);
}

/** What is selected, as it stands there: the background cleans it, so that the page need not wait for that. */
export function* captureSelection(document: Document): Steps<Captured> {
  const end = performance.now() + timeLimit;
  const writer = newWriter(captureLimit, () => performance.now() > end);
  const focus = findFocus(document);
  const { secret, lost: unsure } = yield* readSelection(focus, writer);
  const text = written(writer);
  const { cut } = writer;
  const node = selectionOf(focus.document)?.anchorNode ?? focus.element;
  if (text === '') return { kind: 'nothing', secret, ...placeOf(document, node, focus.frame) };
  const editable = editableAt(focus)?.kind;
  const spot = spotAt(focus);
  const mark = spot ? remember(spot) : undefined;
  const taken = { text, hidden: 0, cut, editable, mark, secret, unsure };
  return { kind: 'selection', ...taken, ...placeOf(document, node, null) };
}

export function placeOf(document: Document, node: Node | null, frame: string | null): Place {
  return {
    title: titleOf(document).slice(0, titleLimit),
    address: addressOf(document).slice(0, addressLimit),
    language: languageOf(node)?.slice(0, languageLimit) ?? null,
    frame: frame?.slice(0, addressLimit) ?? null,
  };
}

function languageOf(node: Node | null): string | null {
  for (let next = node; next; next = shownParentOf(next)) {
    const language = isElement(next) && attributeOf(next, 'lang');
    if (language) return language;
  }
  return null;
}
