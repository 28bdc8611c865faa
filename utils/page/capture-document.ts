import { captureLimit } from '../core/source';
import {
  addressLimit,
  type Captured,
  type Clean,
  clean,
  cleanTitle,
  languageLimit,
  type Place,
} from './captured';
import { findFocus } from './focus';
import { pageText } from './page-text';
import { readSelection } from './selection';
import { isElement } from './visible-text';
import { newWriter, type Part, type Writer } from './writer';

/** What is selected, else the page's text. */
export function captureDocument(document: Document): Captured {
  const focus = findFocus(document);
  const writer = timedWriter();
  readSelection(focus, writer);
  const selected = cleaned({ text: writer.out, cut: writer.cut });
  if (selected.text === '') return capturePage(document, focus.frame);
  const anchor = focus.document.getSelection()?.anchorNode ?? focus.element;
  return { kind: 'selection', ...selected, ...placeOf(document, anchor, null) };
}

/** The page's text, whatever is selected. */
export function capturePage(document: Document, frame: string | null = null): Captured {
  const page = cleaned(pageText(document, timedWriter()));
  const place = placeOf(document, document.body, frame);
  return page.text === '' ? { kind: 'nothing', ...place } : { kind: 'page', ...page, ...place };
}

// The background waits 2 s in all, and less than all of a page is better than nothing.
function timedWriter(): Writer {
  const end = performance.now() + 700;
  return newWriter(captureLimit, () => performance.now() > end);
}

function cleaned({ text, cut }: Part): Clean {
  const result = clean(text, captureLimit);
  return { ...result, cut: result.cut + cut };
}

function placeOf(document: Document, node: Node | null, frame: string | null): Place {
  const element = node && isElement(node) ? node : node?.parentElement;
  return {
    title: cleanTitle(document.title),
    address: document.URL.slice(0, addressLimit),
    language: element?.closest('[lang]')?.getAttribute('lang')?.slice(0, languageLimit) || null,
    frame: frame?.slice(0, addressLimit) ?? null,
  };
}
