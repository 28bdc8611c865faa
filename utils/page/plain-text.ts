import { captureLimit } from '../core/source';
import { endWithin } from './captured';
import { allOf, contentOf, startOf } from './pristine';

/** What browsers show as it is, in one block. */
const plain = /^(?:text\/(?!html\b)|application\/(?:[\w.+-]*json|javascript)\b)/;

/** The text of a document that is nothing else: all of it was meant, and its marks are its own. Null for any other. */
export function plainText(document: Document): { text: string; cut: number } | null {
  if (!plain.test(document.contentType)) return null;
  const [block] = allOf(document, 'body > pre');
  if (!block || contentOf(startOf(document)).trim() !== contentOf(block).trim()) return null;
  const text = contentOf(block);
  const end = endWithin(text, captureLimit);
  return { text: text.slice(0, end), cut: text.length - end };
}
