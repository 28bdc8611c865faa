import { editingHost } from './editable';
import type { Put } from './order';
import { squeeze } from './places';
import { attributeOf, attributesOf, isElement, nameOf, parentOf, shownParentOf } from './pristine';

/** Elements that are a paragraph each, in what is edited without an editor. */
const paragraphs = new Set(['p', 'div', 'li']);

// A page may have named something else so.
const { createElement } = Document.prototype;

/** What may stand beside a text that is replaced, and can be written out and read again without a loss. */
const plain = new Set(
  'a abbr b bdi bdo br cite code del em font i ins kbd mark q s samp small span strong sub sup u var'.split(
    ' ',
  ),
);

/** A range of a document, and the markup that is to stand in its place. */
export interface Instead {
  readonly range: Range;
  readonly markup: string;
}

/**
 * Whole paragraphs that a text makes together with what stays of the first and the last that it is put into; null where
 * one stays one, and where that is no paragraphs or cannot be written out.
 */
export function inParagraphs(text: string, how: Put, range: Range): Instead | null {
  const last = paragraphOf(
    range.endContainer.childNodes[range.endOffset - 1] ?? range.endContainer,
  );
  const start = range.startContainer.childNodes[range.startOffset] ?? range.startContainer;
  const first = how === 'insert' ? last : paragraphOf(start);
  if (!first || !last) return null;
  const lines = linesOf(text, first);
  const tail = markupIn(restOf(last, range.endContainer, range.endOffset));
  if (how === 'insert' && tail === '') return after(last, lines);
  const head = markupIn(
    how === 'insert'
      ? beginningOf(first, range.endContainer, range.endOffset)
      : beginningOf(first, range.startContainer, range.startOffset),
  );
  if (head === null || tail === null) return null;
  const isWhole = head === '' && tail === '';
  if (!isWhole && parentOf(first) !== parentOf(last)) return null;
  if (how === 'replace' && first === last && lines.length === 1) return null;
  const written = { first, last, head, tail, lines };
  return inPlaceOf(first, last, how === 'insert' ? parted(written) : replaced(written));
}

function beginningOf(paragraph: Element, node: Node, offset: number): Range {
  const range = new Range();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  return range;
}

function restOf(paragraph: Element, node: Node, offset: number): Range {
  const range = new Range();
  range.selectNodeContents(paragraph);
  range.setStart(node, offset);
  return range;
}

interface Written {
  readonly first: Element;
  readonly last: Element;
  /** Markup of what stays of the first, and of the last; empty: nothing. */
  readonly head: string;
  readonly tail: string;
  readonly lines: readonly string[];
}

/** A list has no empty items. */
function linesOf(text: string, like: Element): readonly string[] {
  const lines = text.replace(/^\n+|\n+$/g, '').split('\n');
  return nameOf(like) === 'li' ? lines.filter((line) => line.trim() !== '') : lines;
}

/** Of a list, all that is in its items; a list in the place of all of them, else an empty one would stay behind. */
function inPlaceOf(first: Element, last: Element, markup: string): Instead {
  const range = new Range();
  if (nameOf(first) !== 'li') {
    range.setStartBefore(first);
    range.setEndAfter(last);
    return { range, markup };
  }
  range.selectNodeContents(last);
  range.setStart(first, 0);
  const isAll = !first.previousElementSibling && !last.nextElementSibling;
  const list = first.parentElement;
  return { range, markup: isAll && list ? tagged(list, [], markup) : markup };
}

function after(last: Element, lines: readonly string[]): Instead {
  const range = new Range();
  range.setStartAfter(last);
  return { range, markup: lines.map((line) => like(last, escaped(line))).join('') };
}

function parted({ first, head, tail, lines }: Written): string {
  const added = [...lines.map(escaped), tail].map((content) => like(first, content));
  return same(first, head) + added.join('');
}

function replaced({ first, last, head, tail, lines }: Written): string {
  const end = lines.length - 1;
  return lines
    .map((line, at) => {
      const content = (at === 0 ? head : '') + escaped(line) + (at === end ? tail : '');
      if (at === 0 && head !== '') return same(first, content);
      return at === end && tail !== '' && last !== first
        ? same(last, content)
        : like(first, content);
    })
    .join('');
}

/** The paragraph that a node is in; null where there is none. */
function paragraphOf(start: Node): Element | null {
  const host = editingHost(start);
  for (let node: Node | null = start; node && node !== host; node = shownParentOf(node)) {
    if (!isElement(node) || getComputedStyle(node).display === 'inline') continue;
    return paragraphs.has(nameOf(node)) ? node : null;
  }
  return null;
}

/** The markup of a range; empty where nothing can be read in it, null where that is more than words. */
function markupIn(range: Range): string | null {
  const box = createElement.call(document, 'div');
  box.append(range.cloneContents());
  const isPlain = [...box.querySelectorAll('*')].every(
    (each) => plain.has(nameOf(each)) && !attributesOf(each).some((name) => name.startsWith('on')),
  );
  if (!isPlain) return null;
  return squeeze(range.toString()) === '' ? '' : box.getHTML();
}

/** A paragraph with its own attributes. */
function same(element: Element, content: string): string {
  return tagged(element, attributesOf(element), content);
}

/** Another one that looks the same; an empty one with a break in it, as browsers make it. */
function like(element: Element, content: string): string {
  return tagged(element, ['class', 'dir'], content);
}

function tagged(element: Element, keys: readonly string[], content: string): string {
  const name = nameOf(element);
  const told = keys
    .map((key) => [key, attributeOf(element, key)])
    .filter(([, value]) => value !== '');
  const attributes = told.map(([key, value = '']) => ` ${key}="${escaped(value)}"`).join('');
  return `<${name}${attributes}>${content || '<br>'}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
