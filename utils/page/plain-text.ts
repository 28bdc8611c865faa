import { endWithin } from '../core/end-within';
import { captureLimit } from '../core/source/source';
import { allOf, contentOf, startOf } from './pristine';
import { svgText } from './svg-text';
import { xmlSource } from './xml-source';

/** What browsers show as it is, in one block. */
const plain = /^(?:text\/(?!html\b)|application\/(?:[\w.+-]*json|javascript)\b)/;

/** The text of a document that is nothing else: all of it was meant, and its marks are its own. Null for any other. */
export function plainText(document: Document): { text: string; cut: number } | null {
  const text = blockAlone(document) ?? xmlSource(document) ?? svgText(document);
  if (text === null) return null;
  const end = endWithin(text, captureLimit);
  return { text: text.slice(0, end), cut: text.length - end };
}

function blockAlone(document: Document): string | null {
  if (!plain.test(document.contentType)) return null;
  const [block] = allOf(document, 'body > pre');
  if (!block || contentOf(startOf(document)).trim() !== contentOf(block).trim()) return null;
  return contentOf(block);
}
