import { hostOf } from './editable';
import type { Put } from './order';
import { squeeze } from './places';
import { attributeOf, isElement, nameOf, selectionOf, shownParentOf } from './pristine';

/** Elements that are a paragraph each, in what is edited without an editor. */
const paragraphs = new Set(['p', 'div']);

/**
 * Types a text where the selection is. Firefox makes line breaks of its paragraphs, and leaves none at all where whole ones
 * are replaced (measured in 153): there they are put in the place of whole ones, or behind one, in one step for its undo.
 */
export function typeText(document: Document, text: string, how: Put): void {
  const selection = selectionOf(document);
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  // A command that only Firefox's editing knows.
  const makesBreaks = document.queryCommandSupported('enableObjectResizing');
  if (selection && range && makesBreaks && typeParagraphs(document, text, how, selection, range))
    return;
  document.execCommand('insertText', false, text);
}

/** False where the selection is no whole paragraphs, where one stays one, or where the page allows no markup. */
function typeParagraphs(
  document: Document,
  text: string,
  how: Put,
  selection: Selection,
  range: Range,
): boolean {
  const last = blockOf(range.endContainer.childNodes[range.endOffset - 1] ?? range.endContainer);
  const start = range.startContainer.childNodes[range.startOffset] ?? range.startContainer;
  const first = how === 'insert' ? last : blockOf(start);
  const lines = text.replace(/^\n+|\n+$/g, '').split('\n');
  const staysOne = how === 'replace' && first === last && lines.length === 1;
  if (!first || !last || staysOne || !isWhole(range, first, last, how)) return false;
  const whole = document.createRange();
  whole.setStartBefore(first);
  whole.setEndAfter(last);
  if (how === 'insert') whole.collapse(false);
  const old = range.cloneRange();
  put(selection, whole);
  try {
    return document.execCommand('insertHTML', false, markupOf(lines, first));
  } catch {
    // Where the Trusted Types of a page hold for us as well.
    put(selection, old);
    return false;
  }
}

/** The paragraph that a node is in; null where there is none. */
function blockOf(start: Node): Element | null {
  const host = hostOf(start);
  for (let node: Node | null = start; node && node !== host; node = shownParentOf(node)) {
    if (!isElement(node) || getComputedStyle(node).display === 'inline') continue;
    return paragraphs.has(nameOf(node)) ? node : null;
  }
  return null;
}

/** Whether nothing of these paragraphs stands before the range, and none behind it. */
function isWhole(range: Range, first: Element, last: Element, how: Put): boolean {
  const [ahead, behind] = [new Range(), new Range()];
  ahead.setStartBefore(first);
  ahead.setEnd(range.startContainer, range.startOffset);
  behind.setStart(range.endContainer, range.endOffset);
  behind.setEndAfter(last);
  const rests = how === 'insert' ? [behind] : [ahead, behind];
  return rests.every((rest) => squeeze(rest.toString()) === '');
}

function put(selection: Selection, range: Range): void {
  selection.removeAllRanges();
  selection.addRange(range);
}

/** A paragraph like the first one for each line; an empty one with a break in it, as browsers make it. */
function markupOf(lines: readonly string[], like: Element): string {
  const name = nameOf(like);
  const kept = ['class', 'dir'].map((key) => [key, attributeOf(like, key)] as const);
  const told = kept.filter(([, value]) => value !== '');
  const attributes = told.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  return lines.map((line) => `<${name}${attributes}>${escaped(line) || '<br>'}</${name}>`).join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
