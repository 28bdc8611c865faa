import { beginsWord, endsWord, isDigit } from './letters';
import { isInline } from './marks';
import {
  boxOf,
  isElement,
  isText,
  nextSiblingOf,
  previousElementOf,
  previousSiblingOf,
  shownParentOf,
  textOf,
} from './pristine';
import { isInLine, isPiece } from './runs-on';

/** The start or the end of an element that stands between two texts; null for one that stands there as a whole. */
export type Edge = readonly [element: Element, name: string, side: 'start' | 'end' | null];

/** What a frame is drawn around, be it in the midst of a word. */
const framed = /^(?:code|kbd|mark|samp)$/;

const emoji = /(?:\p{Emoji_Presentation}|\uFE0F)$/u;

/** More stand between two words where nobody has written them. */
export const most = 64;
/** Share of the height of letters from which on a gap is seen as a space. */
const least = 0.18;

/**
 * Whether a text that would be read as one word with what was written last is set apart from it, as labels, numbers and buttons
 * are. Names in a program are followed by brackets.
 */
export function areApart(
  edges: readonly Edge[],
  last: string,
  data: string,
  isCode: boolean,
): boolean {
  if (edges.length === 0 || edges.length > most) return false;
  if (!endsApart(last, isCode) || !beginsApart(data, isCode)) return false;
  const areDigits = isDigit(last.charCodeAt(last.length - 1)) && isDigit(data.charCodeAt(0));
  let gap = 0;
  for (const [element, name, side] of edges) {
    // Of a price, the cents are mostly small and without a point.
    if (areDigits && side && isOfOtherSize(element)) return true;
    if (!side) gap += boxOf(element).width > 1 ? 1 : 0;
    else gap += gapAt(element, name, side);
  }
  return gap >= least;
}

function endsApart(text: string, isCode: boolean): boolean {
  const end = text.at(-1) ?? ' ';
  if (endsWord(text) || ')%°€£¥~·•|'.includes(end)) return true;
  return !isCode && ('.!?:;,…”'.includes(end) || (end > '~' && emoji.test(text.slice(-2))));
}

function beginsApart(text: string, isCode: boolean): boolean {
  const start = text.charAt(0);
  const isSign = () => '([#@$€£+-−·•|'.includes(start) || (start > '~' && /^\p{So}/u.test(text));
  return beginsWord(text) || (!isCode && isSign());
}

function isOfOtherSize(element: Element): boolean {
  const around = shownParentOf(element);
  if (!around || !isElement(around)) return false;
  return getComputedStyle(element).fontSize !== getComputedStyle(around).fontSize;
}

function gapAt(element: Element, name: string, side: 'start' | 'end'): number {
  const style = getComputedStyle(element);
  const isBox = !isInline(style.display);
  if (framed.test(name) && !isBox) return 0;
  const { content } = getComputedStyle(element, side === 'start' ? '::before' : '::after');
  if (content && !/^(?:none|normal|"")$/.test(content)) return 1;
  const length = (of: string) => Number.parseFloat(style.getPropertyValue(of)) || 0;
  const size = length('font-size') || 16;
  if (isBox) {
    if (style.position === 'absolute') {
      // The rest of an address has no size, and may have an ellipsis drawn before it.
      if (style.fontSize === '0px') return -1;
      // A letter that is set large is a box; so is what is off the screen.
      return isPiece(element, style) ? 0 : 1;
    }
    return isInLine(element) ? gapBeside(element, side, size) : 0;
  }
  const gap =
    length(`margin-inline-${side}`) +
    length(`padding-inline-${side}`) +
    length(`border-inline-${side}-width`);
  return gap / size;
}

/** Boxes beside each other, or beside a text, are words, unless there are letters in them. */
function gapBeside(element: Element, side: 'start' | 'end', size: number): number {
  const next = (side === 'start' ? previousSiblingOf : nextSiblingOf)(element);
  if (next && isText(next) && next.data.trim() !== '') return 1;
  const before = side === 'start' ? previousElementOf(element) : null;
  if (!before) return 0;
  if (textOf(before).length > 1 && textOf(element).length > 1) return 1;
  const [one, two] = [boxOf(before), boxOf(element)];
  return Math.max(two.left - one.right, one.left - two.right) / size;
}
