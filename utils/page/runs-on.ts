import { isToldTwice } from './beside';
import { isInline } from './marks';
import {
  attributeOf,
  boxOf,
  firstChildOf,
  isElement,
  isText,
  nameOf,
  nextElementOf,
  nextSiblingOf,
  previousElementOf,
  shownParentOf,
} from './pristine';

const names = new Set('a abbr b big code em font i kbd mark small span strong time'.split(' '));
const initial = /^\s*["'“‘„«¿¡]?\p{L}{1,2}['’]?\s*$/u;
/** The rest of a word or sentence; not a word of its own beside a label. */
const rest = /^(?!\p{Lu}\p{Ll})(?:['’]?\p{L}|\s+["'“‘„«]?\p{L})/u;

/** Whether an element runs with the text around it, though browsers call it a block. */
export function runsOn(element: Element, name: string, style: CSSStyleDeclaration): boolean {
  if (isInline(style.display)) return false;
  if (!names.has(name)) return name === 'div' && isPartOfPhrase(element);
  return (
    isDropCap(element, style) || isUnseen(style) || isPiece(element, style) || isInLine(element)
  );
}

/** Whether it stands beside others in a box that is a part of a line, as the words beside an icon do. */
export function isInLine(element: Element): boolean {
  const around = shownParentOf(element);
  if (!around || !isElement(around) || !isPartOfLine(around)) return false;
  const other = previousElementOf(element) ?? nextElementOf(element);
  if (!other) return true;
  const [one, two] = [boxOf(element), boxOf(other)];
  return two.height === 0 || (one.top < two.bottom && two.top < one.bottom);
}

/** Boxes in each other that are looked at on the way to a line. */
const deepest = 4;

/** Whether an element sets what is in it side by side, within a line. */
function isPartOfLine(element: Element): boolean {
  let box: Node | null = element;
  for (let depth = 0; depth < deepest && box && isElement(box); depth += 1) {
    const { display } = getComputedStyle(box);
    if (/^inline-(?:flex|grid)/.test(display)) return true;
    if (!/flex|grid/.test(display) || !names.has(nameOf(box))) return false;
    box = shownParentOf(box);
  }
  return false;
}

function isPartOfPhrase(element: Element): boolean {
  const around = shownParentOf(element);
  return around !== null && isElement(around) && names.has(nameOf(around)) && isInLine(element);
}

/** Whether only screen readers read it, as a part of the sentence, or nobody: a tooltip that waits. */
function isUnseen(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute') return false;
  return (
    style.visibility === 'hidden' ||
    style.opacity === '0' ||
    /^[01]px$/.test(style.width) ||
    /rect|inset/.test(style.clip + style.clipPath)
  );
}

/** Whether only screen readers read it, and others the same right beside it. */
export function isUnseenCopy(element: Element, style: CSSStyleDeclaration): boolean {
  return isUnseen(style) && isToldTwice(element);
}

/** Whether it is a piece of a line that a viewer has put where a PDF has it. */
export function isPiece(element: Element, { position }: CSSStyleDeclaration): boolean {
  return position === 'absolute' && attributeOf(element, 'role') === 'presentation';
}

/** Whether it is a letter that is set large, around which the text flows. */
function isDropCap(element: Element, style: CSSStyleDeclaration): boolean {
  const float = style.getPropertyValue('float');
  if (float !== 'left' && float !== 'inline-start') return false;
  return initial.test(firstTextOf(element)) && rest.test(firstTextOf(nextSiblingOf(element)));
}

/** The start of the text that a node begins with; empty where it is not near. */
export function firstTextOf(node: Node | null): string {
  let first = node;
  for (let depth = 0; depth < 4 && first && isElement(first); depth += 1)
    first = firstChildOf(first);
  return first && isText(first) ? first.data.slice(0, 9) : '';
}
