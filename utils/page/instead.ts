import { aroundWith } from './around-with';
import { isInNumbering, isNumbering, isToldTwice } from './beside';
import { sign } from './diff-sign';
import { isBesideCode, isGutter } from './fence';
import { isReadable } from './masked';
import { linear } from './mathml';
import { attributeOf, contentOf, findIn, isElement, shownParentOf, textOf } from './pristine';
import { lowered, noted, raised } from './raised';
import { breakAtLeast, type Writer, write } from './writer';

const typesetBox = 'mjx-container';
const mathSource = 'annotation[encoding="application/x-tex"]';

/** What is written in the place of an element and all that is in it; null when it is read like any other. */
export function insteadOf(element: Element, name: string): string | null {
  const instead = meantBy(element, name);
  // A script is never displayed; what it is in is looked at where it is read.
  if (!instead || name === 'script') return instead;
  return isReadable(getComputedStyle(element)) ? instead : '';
}

/** Writes that; what is a formula on a line of its own there. */
export function writeInstead(writer: Writer, instead: string, element: Element, name: string) {
  const isApart = name === typesetBox && attributeOf(element, 'display') !== '';
  if (isApart) breakAtLeast(writer, 1);
  // What an item begins with: its text may be a box beside it.
  if (name === 'input' && writer.pending.mark !== '') writer.pending.mark += instead.trimStart();
  else write(writer, instead, false);
  if (isApart) breakAtLeast(writer, 1);
}

function meantBy(element: Element, name: string): string | null {
  switch (name) {
    case 'script':
      return attributeOf(element, 'type').startsWith('math/tex') ? tex(contentOf(element)) : '';
    case 'img':
      return pictured(element as HTMLImageElement);
    case 'button':
      return aroundWith(element, 'code div span', 'pre') ? '' : null;
    case 'input':
      return ticked(element as HTMLInputElement);
    case 'math':
      return written(element) ?? linear(element);
    case typesetBox:
      return boxed(element);
    case 'pre':
      return isGutter(element) ? '' : null;
    case 'sup':
      return raised(element);
    case 'sub':
      return lowered(element);
    case 'a':
      return noted(element);
    case 'rt':
      return reading(element);
    case 'rp':
      return '';
    case 'div':
    case 'i':
    case 'mat-icon':
    case 'span':
    case 'td':
      return named(element);
    default:
      return null;
  }
}

/** Whether an item or a cell that begins with a box is done; elsewhere it is asked, and not told. */
function ticked(input: HTMLInputElement): string {
  if (!aroundWith(input, 'label p span', 'li td')) return '';
  const isBox =
    attributeOf(input, 'type') === 'checkbox' && getComputedStyle(input).opacity !== '0';
  return isBox ? (input.checked ? ' [x] ' : ' [ ] ') : '';
}

/** Names of what may not be meant as it is written: one question for most elements, which have none of them. */
const odd = /\bln|line-?n|gutter|marker|hidden|sr-only|screen|material-|katex|mwe-math|MathJax/i;

/** What is meant by an element that its class tells of. */
function named(element: Element): string | null {
  const kind = attributeOf(element, 'class');
  if (kind === '' || !odd.test(kind)) return null;
  if (numbered.test(kind) && isNumbers(element)) return '';
  // Pages mostly let nobody select it.
  if (kind.includes('marker') && sign.test(textOf(element))) return textOf(element);
  if (unseen.test(kind) && isToldTwice(element)) return '';
  return typeset(element, kind);
}

// Programs that set formulas keep the source beside what they have drawn, often twice.
function typeset(element: Element, kind: string): string | null {
  const drawn = /(?:^| )(?:(material-(?:icons|symbols))|(?:katex|mwe-math-element)(?: |$))/.exec(
    kind,
  );
  // The font of the first draws a sign for a name like `arrow_forward`.
  if (drawn) return drawn[1] ? '' : written(element);
  if (!kind.startsWith('MathJax')) return null;
  const parent = shownParentOf(element);
  return parent && isElement(parent) && findIn(parent, 'script[type^="math/tex"]') ? '' : null;
}

const numbered = /(?:^| )ln(?:td)?(?: |$)|line-?n[ou]|(?:^|[ _-])gutter(?:-layer)?(?: |$)/i;
const unseen = /hidden|sr-only|off-?screen|screen-?reader/i;

function isNumbers(element: Element): boolean {
  return isNumberOfLine(element) || isNumbering(element) || isInNumbering(element);
}

/** Whether it is the number of a line of code, beside which it stands. */
function isNumberOfLine(element: Element): boolean {
  const isThere = aroundWith(element, 'code div span', 'pre') !== null || isBesideCode(element);
  return isThere && /^\s*\d+\s*$/.test(textOf(element));
}

/** What MathJax has set since its third version: its source, or what is there for screen readers, mostly not to be selected. */
function boxed(element: Element): string | null {
  const source = findIn(element, '[data-latex]');
  if (source) return tex(attributeOf(source, 'data-latex'));
  const math = findIn(element, 'math');
  return math && linear(math);
}

function written(element: Element): string | null {
  const source = findIn(element, mathSource);
  if (source) return tex(contentOf(source));
  const told = attributeOf(element, 'alttext');
  return told === '' ? null : tex(told);
}

function tex(source: string): string {
  return `$${source.trim()}$`;
}

/** How a word is read aloud, which stands above it. */
function reading(element: Element): string {
  const content = contentOf(element).trim();
  return content && `(${content})`;
}

/** Source of a formula. */
const formula = /^(?:\{?\\[a-z]|\$.+\$$)|\\[a-z]+ ?[{_^]|[_^]\{/i;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|:[\w+-]+:$)/u;

/** What an image stands for that is a letter or a formula of the text; null for any other. */
export function lettered(image: Element): string | null {
  const told = attributeOf(image, 'alt').trim();
  if (told === '') return null;
  if (formula.test(told) || /\b(?:la)?tex\b/.test(attributeOf(image, 'class')))
    return tex(told.replace(/^\$+|\$+$/g, ''));
  return emoji.test(told) ? told : null;
}

/** An image's description, where it is content, not an icon, not decoration, or is what is shown in its place. */
function pictured(image: HTMLImageElement): string {
  const told = attributeOf(image, 'alt').trim();
  if (told === '' || attributeOf(image, 'role') === 'presentation') return '';
  const letters = lettered(image);
  if (letters) return letters;
  // Those far below mostly are not loaded before they are scrolled to.
  const isLoaded = image.naturalWidth > 0;
  const isLarge = image.width >= 48 && image.height >= 48;
  return isLarge || !isLoaded ? `[${told}]` : '';
}
