import { addressLimit, type Captured, clean, cleanTitle, type Place } from './captured';
import { findFocus } from './focus';
import { pageText } from './page-text';
import { selectedText } from './selection';

/** What is selected, else the page's text. */
export function captureDocument(document: Document): Captured {
  const focus = findFocus(document);
  const selected = clean(selectedText(focus));
  if (selected.text === '') return capturePage(document, focus.frame);
  const anchor = focus.document.getSelection()?.anchorNode?.parentElement ?? focus.element;
  return { kind: 'selection', ...selected, ...place(document, anchor, null) };
}

/** The page's text, whatever is selected. */
export function capturePage(document: Document, frame: string | null = null): Captured {
  const { text: raw, cut } = pageText(document);
  const { text, hidden } = clean(raw);
  const where = place(document, document.body, frame);
  return text === '' ? { kind: 'nothing', ...where } : { kind: 'page', text, hidden, cut, ...where };
}

function place(document: Document, element: Element | null, frame: string | null): Place {
  return {
    title: cleanTitle(document.title),
    address: document.URL.slice(0, addressLimit),
    language: element?.closest('[lang]')?.getAttribute('lang') || null,
    frame: frame?.slice(0, addressLimit) ?? null,
  };
}
