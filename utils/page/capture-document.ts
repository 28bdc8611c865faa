import { captureLimit } from '../core/source';
import {
  addressLimit,
  type Captured,
  clean,
  cleanTitle,
  languageLimit,
  type Place,
} from './captured';
import { findFocus } from './focus';
import { pageText } from './page-text';
import { selectedText } from './selection';

/** What is selected, else the page's text. */
export function captureDocument(document: Document): Captured {
  const focus = findFocus(document);
  const selected = clean(selectedText(focus), captureLimit);
  if (selected.text === '') return capturePage(document, focus.frame);
  const anchor = focus.document.getSelection()?.anchorNode?.parentElement ?? focus.element;
  return { kind: 'selection', ...selected, ...placeOf(document, anchor, null) };
}

/** The page's text, whatever is selected. */
export function capturePage(document: Document, frame: string | null = null): Captured {
  const read = pageText(document, captureLimit, lateAfter(1000));
  const { text, hidden, cut } = clean(read.text, captureLimit);
  const place = placeOf(document, document.body, frame);
  if (text === '') return { kind: 'nothing', ...place };
  return { kind: 'page', text, hidden, cut: cut + read.cut, ...place };
}

/** Says whether `ms` have passed since now. */
function lateAfter(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

function placeOf(document: Document, element: Element | null, frame: string | null): Place {
  return {
    title: cleanTitle(document.title),
    address: document.URL.slice(0, addressLimit),
    language: element?.closest('[lang]')?.getAttribute('lang')?.slice(0, languageLimit) || null,
    frame: frame?.slice(0, addressLimit) ?? null,
  };
}
